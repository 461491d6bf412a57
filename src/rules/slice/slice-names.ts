import type { Span } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import type { SlicePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';

/** A name and where it stands. */
export interface PlacedName {
  readonly name: string;
  readonly span: Span;
}

/** A slice as far as KubeSlice derives names and networks from it, from a topology or a SliceConfig. */
export interface SliceNames extends PlacedName {
  /** In the order of the slice. */
  readonly members: readonly PlacedName[];
  readonly maxClusters: number;
  /** Where the number of slots stands, or would stand. */
  readonly slotsSpan: Span;
  /** The slice's own network in CIDR notation; undefined when it is not said. */
  readonly subnet: string | undefined;
  readonly gateway: 'Wireguard' | 'OpenVPN';
  /** False for a slice that only groups namespaces. */
  readonly network: boolean;
}

/** The slice of a topology. */
export function namesOfSlice({ name, members, maxClusters, gatewayType, source }: SlicePlan): SliceNames {
  return {
    name,
    span: valueSpan(source, 'name'),
    members: members.map((member) => ({ name: member.name, span: valueSpan(member.source, 'name') })),
    maxClusters,
    slotsSpan: valueSpan(source, source.maxClusters === undefined ? 'name' : 'maxClusters'),
    subnet: source.subnet,
    gateway: gatewayType,
    network: true,
  };
}

/** Slots of a SliceConfig that does not say. */
const standardSlots = 16;

/** The SliceConfigs of a set. */
export function namesOfSliceConfigs(manifests: ManifestSet): SliceNames[] {
  return manifests.of('SliceConfig', 'controller.kubeslice.io').map(namesOfSliceConfig);
}

/** One SliceConfig. */
export function namesOfSliceConfig({ name, root }: Manifest): SliceNames {
  const spec = root.at('spec');
  const slots = spec.at('maxClusters');
  const gateway = spec.at('sliceGatewayProvider', 'sliceGatewayType').text;
  return {
    name,
    span: root.at('metadata', 'name').span,
    members: spec.at('clusters').items().flatMap(placedName),
    maxClusters: slots.number ?? standardSlots,
    slotsSpan: slots.given ? slots.span : spec.keySpan,
    subnet: spec.at('sliceSubnet').text,
    gateway: gateway === 'Wireguard' ? 'Wireguard' : 'OpenVPN',
    network: spec.at('overlayNetworkDeploymentMode').text !== 'no-network',
  };
}

function placedName({ text, span }: Field): PlacedName[] {
  return text === undefined || text === '' ? [] : [{ name: text, span }];
}

/** Slots that the subnet is split into: the next power of two. */
export function slotsOf(maxClusters: number): number {
  return 2 ** Math.ceil(Math.log2(maxClusters));
}

/** Addresses in the slot of one cluster: its part of a /16. */
export function addressesPerSlot(maxClusters: number): number {
  return 65_536 / slotsOf(maxClusters);
}
