import { canonical, fieldAt, objectText, valueText } from '../../changes/index.js';
import { bytes } from '../../topology/index.js';
import { isMapping, type Value } from '../changed-values.js';
import { defineRule } from '../rule.js';
import { changedSets, claimsOf } from './changed-sets.js';

/** What may change of a StatefulSet. The claims are volume-claims; how many old templates are kept may change on newer servers. */
const mutable = new Set([
  'replicas',
  'template',
  'updateStrategy',
  'minReadySeconds',
  'persistentVolumeClaimRetentionPolicy',
  'ordinals',
  'revisionHistoryLimit',
  'volumeClaimTemplates',
]);

/** What the API server lets nobody change of a StatefulSet. */
export const immutableField = defineRule({
  id: 'galera/immutable-field',
  severity: 'error',
  changeClass: 'immutable',
  why: 'the API server refuses the whole object, every time: what is in Git is then never what runs',
  source: 'kubernetes/kubernetes pkg/apis/apps/validation/validation.go',
  messages: {
    changed: (p: { object: string; field: string; from: string; to: string }) =>
      `${p.field} of ${p.object} was ${p.from} and would be ${p.to}, and cannot change`,
    shrinks: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} would shrink from ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const [old, young] = [object.before.manifest.root.at('spec'), object.after.manifest.root.at('spec')];
      const names = new Set([...old.entries(), ...young.entries()].map(([name]) => name));
      for (const name of [...names].sort()) {
        if (mutable.has(name)) continue;
        // What the API server fills in when nothing is said.
        const standard = name === 'podManagementPolicy' ? 'OrderedReady' : undefined;
        const [from, to] = [old, young].map((spec) => {
          const { given, value } = spec.at(name);
          return given ? value : standard;
        });
        if (canonical(from ?? null) === canonical(to ?? null)) continue;
        const field = `spec.${name}`;
        report('changed', { object: objectText(object), field, from: valueText(from), to: valueText(to) })
          .at(change.placeAt(object, '.name'))
          .about(change.nameOf(object, fieldAt(object, 'spec', name)))
          .fix('write it as before; another name makes another database, whose volumes are empty');
      }
      const claims = fieldAt(object, 'spec', 'volumeClaimTemplates');
      const other = otherClaims(old.at('volumeClaimTemplates').value, young.at('volumeClaimTemplates').value);
      if (other)
        report('changed', { object: objectText(object), ...other })
          .at(change.placeAt(object, '.storage'))
          .about(change.nameOf(object, claims))
          .fix('write it as before; another name makes another database, whose volumes are empty');
      const [from, to] = [claimsOf(object.before).size, claimsOf(object.after).size];
      if (!from || !to || !isSize(from) || !isSize(to) || bytes(to) >= bytes(from)) continue;
      report('shrinks', { object: object.after.manifest.name, from, to })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object, fieldAt(object, 'spec', 'volumeClaimTemplates')))
        .fix(`write ${from} again, or make a database of another name and move the data`);
    }
  },
});

/** A claim that says something else than its size and its class, for which there is a way. */
function otherClaims(
  before: Value | undefined,
  after: Value | undefined,
): { readonly field: string; readonly from: string; readonly to: string } | undefined {
  const [old, young] = [before, after].map((claims) => (Array.isArray(claims) ? claims.map(comparable) : []));
  for (let index = 0; index < Math.max(old?.length ?? 0, young?.length ?? 0); index += 1) {
    const [from, to] = [old?.[index], young?.[index]];
    if (canonical(from ?? null) === canonical(to ?? null)) continue;
    return { field: `spec.volumeClaimTemplates[${index}]`, from: valueText(from), to: valueText(to) };
  }
  return undefined;
}

/** What of a claim is compared, with what the API server fills in. */
function comparable(claim: Value, index: number): Value {
  if (!isMapping(claim)) return claim;
  const { apiVersion: _version, kind: _kind, status: _status, ...more } = claim;
  if (!isMapping(more['spec'])) return more;
  const whole: { readonly [name: string]: Value } = { volumeMode: 'Filesystem', ...more['spec'] };
  if (index > 0) return { ...more, spec: whole };
  const { storageClassName: _class, resources, ...spec } = whole;
  const { storage: _size, ...requests } =
    isMapping(resources) && isMapping(resources['requests']) ? resources['requests'] : {};
  return { ...more, spec: { ...spec, requests } };
}

function isSize(text: string): boolean {
  return /^\d+(?:\.\d+)?(?:[KMGTPE]i|[kMGTPE])?$/.test(text);
}
