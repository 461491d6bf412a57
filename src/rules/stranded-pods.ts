import { canonical } from '../changes/index.js';
import type { Field } from '../manifests/index.js';

/**
 * What keeps a pod from coming up again where it ran, in a clause for each: a label that its node must have now, a taint that it no longer
 * puts up with, a zone that it must leave.
 */
export function stranding(before: Field, after: Field): string[] {
  const found: string[] = [];
  const [old, young] = [labelsOf(before), labelsOf(after)];
  const labels = [...young]
    .filter(([name, value]) => old.get(name) !== value)
    .map(([name, value]) => `${name}=${value}`);
  if (labels.length > 0) found.push(`nodes must have ${labels.join(', ')}`);
  const kept = new Set(tolerationsOf(after));
  if (tolerationsOf(before).some((each) => !kept.has(each)))
    found.push('tainted nodes are no longer tolerated');
  const strict = strictKeys(before);
  const added = [...strictKeys(after)].filter((key) => !strict.has(key));
  if (added.length > 0) found.push(`they must spread over ${added.join(', ')}`);
  const [shunnedBefore, shunned] = [shunnedZones(before), shunnedZones(after)];
  const zones = [...shunned].filter((zone) => !shunnedBefore.has(zone));
  if (zones.length > 0) found.push(`they must leave zone ${zones.join(', ')}`);
  return found;
}

function labelsOf(spec: Field): Map<string, string> {
  return new Map(
    spec
      .at('nodeSelector')
      .entries()
      .map(([name, { text = '' }]) => [name, text]),
  );
}

function tolerationsOf(spec: Field): string[] {
  return spec
    .at('tolerations')
    .items()
    .map(({ value }) => canonical(value));
}

function strictKeys(spec: Field): Set<string> {
  const constraints = spec
    .at('topologySpreadConstraints')
    .items()
    .filter((each) => each.at('whenUnsatisfiable').text !== 'ScheduleAnyway');
  return new Set(constraints.flatMap((each) => each.at('topologyKey').text ?? []));
}

function shunnedZones(spec: Field): Set<string> {
  const terms = spec
    .at('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms')
    .items();
  const zones = terms
    .flatMap((term) => term.at('matchExpressions').items())
    .filter((each) => each.at('operator').text === 'NotIn')
    .flatMap((each) => each.at('values').items())
    .flatMap(({ text }) => text ?? []);
  return new Set(zones);
}
