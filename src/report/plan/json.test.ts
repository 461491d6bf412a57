import { describe, expect, test } from 'vitest';
import type { OutputObject } from '../../changes/index.js';
import { readManifests } from '../../manifests/index.js';
import { change, goodTopology } from '../../rules/testing.js';
import { palette } from '../palette.js';
import { planProblems } from '../validators.testing.js';
import { planJson } from './json.js';
import { planMarkdown } from './markdown.js';
import type { PlanReport } from './model.js';
import { planReportOf } from './testing.js';
import { planText } from './text.js';

const larger = { 'topology.yaml': change(goodTopology, 'size: 20Gi', 'size: 30Gi') };
const report = planReportOf({ 'topology.yaml': goodTopology }, larger);

function objectOf(content: string): OutputObject {
  const [manifest] = readManifests({ name: 'x.yaml', content }).manifests;
  if (!manifest) throw new Error('no object');
  const file = { path: 'fra/70-database/x.yaml', content, source: 'shop/databases[orders]' };
  return { file, cluster: 'fra', wave: '70-database', manifest };
}

/** A report in which one field of an object changes. */
function withField(kind: string, from: string, to: string): PlanReport {
  const objectText = (value: string) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: { name: a, namespace: b }\nspec: "${value}"\n`;
  const field = { path: ['spec'], text: 'spec', pointer: ['spec'], before: from, after: to };
  const object = {
    kind: 'changed',
    before: objectOf(objectText(from)),
    after: objectOf(objectText(to)),
    fields: [field],
  } as const;
  return { ...report, change: { ...report.change, objects: [object] } };
}

describe('a plan as JSON', () => {
  test('has the digests that a reviewed plan is held against', () => {
    const plan = JSON.parse(planJson(report));
    expect(plan.planVersion).toBe(1);
    expect(plan.before.output).toBe(report.outputBefore);
    expect(plan.after.output).toBe(report.outputAfter);
    expect(plan.commits.map(({ output }: { output: string }) => output)).toEqual([report.outputAfter]);
    expect(plan.commits[0].files).toEqual([
      {
        path: 'fra/70-database/mariadb.shop.orders.yaml',
        change: 'changed',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(plan.objects[0].fields).toEqual([
      {
        path: 'spec.storage.resources.requests.storage',
        pointer: ['spec', 'storage', 'resources', 'requests', 'storage'],
        before: '20Gi',
        after: '30Gi',
      },
    ]);
  });

  test('is the same for the same change', () => {
    expect(planJson(planReportOf({ 'topology.yaml': goodTopology }, larger))).toBe(planJson(report));
  });

  test('is what its schema says, of what is compared with a revision and on its way, too', () => {
    const against = { kind: 'revision', revision: 'main', commit: 'a'.repeat(40), path: 'dist' } as const;
    const more = { against, stepBefore: { number: 1, of: 3 }, impact: undefined };
    expect(planProblems(planJson({ ...report, ...more }))).toEqual([]);
    expect(planProblems('{ "planVersion": 2 }')).not.toEqual([]);
  });
});

describe('no form of a plan', () => {
  const forms = (each: PlanReport) =>
    [planJson(each), planMarkdown(each), planText(each, palette(false))].join('\n');

  test('tells what a Secret holds', () => {
    const shown = forms(withField('Secret', 'b2xk', 'bmV3'));
    expect(shown).toContain('***');
    expect(shown).not.toMatch(/b2xk|bmV3/);
  });

  test('tells the password of an address', () => {
    const shown = forms(
      withField('ConfigMap', 'https://me:geheim@example.com/', 'https://me:anders@example.com/'),
    );
    expect(shown).not.toMatch(/geheim|anders/);
  });
});
