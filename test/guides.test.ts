import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compile } from '../src/compile.js';
import { type SynthesizedObject, synthesize, synthesizeObjects } from '../src/synthesize.js';

const guides = fileURLToPath(new URL('../../shared/guides/', import.meta.url));
const examples = fileURLToPath(new URL('../spec/examples/', import.meta.url));

interface GuideObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: Record<string, unknown>;
}

/** What a database has beyond its guide's; docs/providers/kubedb.md says why. Everything else is equal to the guide. */
const additions: Readonly<Record<string, Record<string, unknown>>> = {
  MariaDB: { topology: { mode: 'GaleraCluster' } },
  Postgres: {},
};

/** Empty without the guides: the body of a skipped suite runs all the same, to list its tests. */
function objectsOfGuide(guide: string): GuideObject[] {
  if (!existsSync(guides)) return [];
  return readdirSync(guides + guide)
    .filter((name) => name.endsWith('.yaml') && !name.includes('values'))
    .sort()
    .flatMap((name) => parseAllDocuments(readFileSync(`${guides}${guide}/${name}`, 'utf8')))
    .map((document) => document.toJS() as GuideObject);
}

function identity({ apiVersion, kind, metadata }: GuideObject): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

function compiled(example: string) {
  const name = `${examples}${example}.yaml`;
  const { plans, diagnostics } = compile([{ name, content: readFileSync(name) }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plans;
}

describe.skipIf(!existsSync(guides))('the public guides come out of their topologies', () => {
  for (const engine of ['mariadb', 'postgres'] as const) {
    const plans = compiled(`kubedb-${engine}-guide`);
    const objects = plans.flatMap(synthesizeObjects);
    const find = (wanted: GuideObject): SynthesizedObject | undefined =>
      objects.find(({ cluster, object }) => {
        // The guide shows the Klusterlet of one member; each member has its own.
        if (wanted.kind === 'Klusterlet')
          return object.kind === 'Klusterlet' && cluster === wanted.spec['clusterName'];
        return identity(object as unknown as GuideObject) === identity(wanted);
      });

    for (const wanted of objectsOfGuide(`kubedb-${engine}`)) {
      if (wanted.kind === 'ConfigMap') continue;
      test(`${engine}: ${identity(wanted)}`, () => {
        const expected = structuredClone(wanted.spec);
        if (wanted.kind === 'Klusterlet') {
          // Why, in docs/providers/kubedb.md: without it a member deletes its volumes when the hub's URL changes.
          const work = expected['workConfiguration'] as Record<string, unknown>;
          work['appliedManifestWorkEvictionGracePeriod'] = '876000h';
        }
        Object.assign(expected, additions[wanted.kind]);
        expect(find(wanted)?.object['spec']).toEqual(expected);
      });
    }

    test(`${engine}: no object claims to be managed by Helm`, () => {
      expect(JSON.stringify(objects.map(({ object }) => object))).not.toContain('managed-by');
    });
  }

  test('postgres: slice.local reaches the DNS of each cluster with the server block of the guide', () => {
    const objects = compiled('kubedb-postgres-guide').flatMap(synthesizeObjects);
    const [guide] = objectsOfGuide('kubedb-postgres').filter(({ kind }) => kind === 'ConfigMap');
    const corefile = (guide as unknown as { data: { Corefile: string } }).data.Corefile;
    const blocks = objects
      .filter(({ wave }) => wave === '50-dns')
      .map(
        ({ cluster, object }) =>
          [cluster, (object['data'] as Record<string, string>)['slice-local.server']] as const,
      );
    expect(blocks.map(([cluster]) => cluster)).toEqual(['demo-controller', 'demo-worker']);
    expect(corefile.startsWith(blocks[0]?.[1] ?? 'nothing was written')).toBe(true);
  });

  test.each(['mariadb', 'postgres'])('%s: the Helm values of the KubeSlice controller', (engine) => {
    const { files } = synthesize(compiled(`kubedb-${engine}-guide`));
    const written = files.find(({ path }) => path === 'demo-controller/values/kubeslice-controller.yaml');
    const [guide] = parseAllDocuments(
      readFileSync(`${guides}kubedb-${engine}/kubeslice-controller-values.yaml`, 'utf8'),
    );
    const expected = guide?.toJS() as { kubeslice: { controller: { endpoint?: string } } };
    // The Postgres guide has a placeholder here, for the reader to fill in.
    if (expected.kubeslice.controller.endpoint?.includes('<')) delete expected.kubeslice.controller.endpoint;
    expect(parseAllDocuments(written?.content ?? '')[0]?.toJS()).toEqual({
      ...expected,
      ocm: { enabled: true },
    });
  });
});
