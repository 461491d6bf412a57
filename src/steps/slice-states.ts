import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

/** A SliceConfig without its namespaces: what must stand before it can be deleted. */
export function withoutItsNamespaces(config: Value | undefined): Value | undefined {
  const copy = copied(config);
  const profile = at(copy, 'spec', 'namespaceIsolationProfile');
  if (profile) profile.applicationNamespaces = [];
  return copy;
}

/** A SliceConfig without some of its members, nor anything that names them. */
export function withoutItsMembers(
  config: Value | undefined,
  leaving: ReadonlySet<string>,
): Value | undefined {
  const copy = copied(config);
  const spec = at(copy, 'spec');
  if (!spec) return copy;
  const stays = (name: Value): boolean => typeof name !== 'string' || !leaving.has(name);
  if (Array.isArray(spec.clusters)) spec.clusters = spec.clusters.filter(stays);
  const profile = at(spec, 'namespaceIsolationProfile');
  for (const list of ['applicationNamespaces', 'allowedNamespaces'])
    if (profile) narrow(profile, list, stays);
  narrow(spec, 'externalGatewayConfig', stays);
  const provider = at(spec, 'sliceGatewayProvider');
  const services = provider?.sliceGatewayServiceType;
  if (provider && Array.isArray(services))
    provider.sliceGatewayServiceType = services.filter(
      (service) => !isMapping(service) || service.cluster === undefined || stays(service.cluster),
    );
  return copy;
}

/** A SliceConfig with what another has more: its members, and its namespaces. */
export function withMore(config: Value | undefined, other: Value | undefined): Value | undefined {
  const copy = copied(config);
  const [spec, more] = [at(copy, 'spec'), at(other, 'spec')];
  if (!spec || !more) return copy;
  spec.clusters = joined(spec.clusters, more.clusters);
  const [profile, wider] = [at(spec, 'namespaceIsolationProfile'), at(more, 'namespaceIsolationProfile')];
  if (!profile || !wider || !Array.isArray(wider.applicationNamespaces)) return copy;
  const entries = Array.isArray(profile.applicationNamespaces) ? [...profile.applicationNamespaces] : [];
  for (const entry of wider.applicationNamespaces) {
    if (!isMapping(entry)) continue;
    const index = entries.findIndex((each) => isMapping(each) && each.namespace === entry.namespace);
    const present = entries[index];
    if (isMapping(present))
      entries[index] = { ...present, clusters: joined(present.clusters, entry.clusters) };
    else entries.push(structuredClone(entry));
  }
  profile.applicationNamespaces = entries;
  return copy;
}

function joined(list: Value | undefined, more: Value | undefined): Value {
  const [some, others] = [list, more].map((each) => (Array.isArray(each) ? each : []));
  return [...new Set([...(some ?? []), ...(others ?? [])])];
}

/** Takes clusters out of the entries of a list, and the entries that have none left. */
function narrow(holder: Mapping, list: string, stays: (name: Value) => boolean): void {
  const entries = holder[list];
  if (!Array.isArray(entries)) return;
  holder[list] = entries.flatMap((entry) => {
    if (!isMapping(entry) || !Array.isArray(entry.clusters)) return [entry];
    const clusters = entry.clusters.filter(stays);
    return clusters.length === 0 && entry.clusters.length > 0 ? [] : [{ ...entry, clusters }];
  });
}

function at(value: Value | undefined, ...path: readonly string[]): Mapping | undefined {
  let place = value;
  for (const key of path) place = isMapping(place) ? place[key] : undefined;
  return isMapping(place) ? place : undefined;
}

function copied(value: Value | undefined): Value | undefined {
  return value === undefined ? undefined : (structuredClone(value) as Value);
}
