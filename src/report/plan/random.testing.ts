import fc from 'fast-check';
import type { ObjectChange, OutputObject } from '../../changes/index.js';
import type { ChangeClass, Diagnostic } from '../../diagnostics/index.js';
import { readManifests } from '../../manifests/index.js';
import { hostileText } from '../testing.js';
import type { PlanReport } from './model.js';

// Reports on changes of any size, with names and values that no one should have.

const hostile = fc.oneof(
  fc.constantFrom(
    hostileText,
    '@everyone',
    'someone/repo#12',
    '</summary></details><script>',
    '```',
    '`` ` ```',
    '| a | b |',
    '<!-- dbspan plan -->',
    '[click](https://example.com)',
    '![x](https://example.com/x.png)',
    'https://example.com/@user',
    '\n\n# heading\n- item',
    'a\u200bb\u202ec',
    '\\`\\|',
    '&#64;user &lt;b&gt;',
    '1. one',
    '---',
    'GH-12 deadbeef1234 :tada: www.example.com a@b.de $x$ ~~gone~~ *a* _b_',
    'x'.repeat(3000),
  ),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 40, unit: 'binary' }),
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/) },
  { weight: 1, arbitrary: hostile },
);

const object = fc
  .record({
    cluster: name,
    wave: fc.constantFrom('', '10-namespaces', '70-database'),
    kind: name,
    namespace: fc.option(name),
    name,
  })
  .map(({ cluster, wave, kind, namespace, name: own }): OutputObject => {
    const path = `${cluster}/${wave}/x.yaml`;
    const { manifests } = readManifests({
      name: path,
      content: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n',
    });
    const [manifest] = manifests;
    if (!manifest) throw new Error('no manifest');
    const file = { path, content: '', source: '' };
    return {
      file,
      cluster,
      wave,
      manifest: { ...manifest, kind, name: own, namespace: namespace ?? undefined },
    };
  });
const field = fc
  .record({ text: hostile, before: fc.option(hostile), after: fc.option(hostile) })
  .map(({ text, before, after }) => ({
    path: [text],
    text,
    pointer: [text],
    before: before ?? undefined,
    after: after ?? undefined,
  }));
const fields = fc.array(field, { maxLength: 30 });
const change = fc.oneof(
  object.map((after): ObjectChange => ({ kind: 'added', after, fields: [] })),
  object.map((before): ObjectChange => ({ kind: 'removed', before, fields: [] })),
  fc
    .record({
      kind: fc.constantFrom('changed', 'moved', 'renamed', 'rearranged'),
      before: object,
      after: object,
      fields,
    })
    .map((each): ObjectChange => each),
);

const classes: readonly ChangeClass[] = [
  'one-way',
  'immutable',
  'destructive',
  'quorum',
  'restart',
  'order',
  'security',
  'cosmetic',
];
const diagnostic = fc
  .record({
    severity: fc.constantFrom('error', 'warning', 'info'),
    class: fc.constantFrom(...classes),
    file: hostile,
    text: hostile,
    fix: fc.option(hostile),
    objects: fc.array(
      fc.record({
        file: hostile,
        cluster: name,
        kind: name,
        namespace: fc.option(name),
        name,
        field: fc.option(hostile),
        before: fc.option(hostile),
        after: fc.option(hostile),
      }),
      { maxLength: 8 },
    ),
  })
  .map(
    ({ severity, class: changeClass, file, text, fix, objects }): Diagnostic => ({
      id: 'test/finding',
      severity,
      message: text,
      why: text,
      fix: fix ?? undefined,
      primary: { span: { file: { name: file, text }, start: 0, end: 0 }, text: '' },
      related: [],
      edits: [],
      change: {
        class: changeClass,
        objects: objects.map((each) => ({
          ...each,
          namespace: each.namespace ?? undefined,
          field: each.field ?? undefined,
          before: each.before ?? undefined,
          after: each.after ?? undefined,
        })),
      },
    }),
  );

/** Lists of a few things, or of a few things very often: as long as a fleet makes them. */
function many<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .tuple(fc.array(of, { maxLength: 12 }), fc.constantFrom(1, 1, 30, 300))
    .map(([list, times]) => Array.from({ length: times }, () => list).flat());
}

/** What makes a report: few things or thousands, named as no one should name them. */
export const parts = fc.record({
  objects: many(change),
  diagnostics: many(diagnostic),
  findings: many(diagnostic),
  commits: fc.integer({ min: 1, max: 40 }),
  needed: fc.boolean(),
  waits: fc.array(fc.record({ text: hostile, shell: fc.array(hostile, { maxLength: 3 }) }), { maxLength: 3 }),
  command: hostile,
  files: fc.array(hostile, { minLength: 1, maxLength: 9 }),
  added: fc.array(name, { maxLength: 300 }),
  reason: hostile,
  database: hostile,
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** The report of parts, on the ground of one that is complete. */
export function reportOfParts(ground: PlanReport, given: Parts): PlanReport {
  const { objects, diagnostics, findings, commits, needed, waits, command, files, added, reason, database } =
    given;
  return {
    ...ground,
    command,
    files,
    diagnostics,
    findings,
    waived: diagnostics.slice(0, 3).map((each) => ({ diagnostic: each, reason, until: '2027-01-31' })),
    impact: ground.impact && {
      ...ground.impact,
      databases: ground.impact.databases.map((each) => ({ ...each, name: database })),
    },
    change: { ...ground.change, objects, clusters: { added, removed: added } },
    commits: {
      needed,
      commits: Array.from({ length: commits }, (_, index) => ({
        number: index + 1,
        moves: objects.map((each) => ({ object: each, does: each.kind, what: reason, last: true })),
        preparations: [{ why: reason, waits, source: reason }],
        reasons: [{ why: reason, waits, source: reason }],
        files: [],
      })),
    },
    outputs: [],
  };
}
