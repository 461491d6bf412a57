import type { ChangeSubject, ObjectChange, OutputObject } from '../../changes/index.js';
import { sliceChanges } from '../../changes/index.js';

/** How the gateways of a member are reached. */
export interface GatewayEntry {
  readonly type: string;
  readonly protocol: string;
}

/** What a member has that no entry names. */
export const unlisted: GatewayEntry = { type: 'NodePort', protocol: 'UDP' };

/** A member that stays in its slice, and how its gateways were and will be reached. */
export interface GatewayChange {
  readonly object: ObjectChange;
  readonly cluster: string;
  readonly before: GatewayEntry;
  readonly after: GatewayEntry;
  /** What the webhook makes of it: it compares the entries that name the member itself, and passes over all else. */
  readonly verdict: 'refused' | 'raised' | 'unseen';
}

/** The members of slices that stay whose gateways change. */
export function gatewayChanges(change: ChangeSubject): GatewayChange[] {
  return sliceChanges(change).flatMap(({ object, before, after, goes, comes }) => {
    if (goes || comes || !before || !after || !object.before || !object.after) return [];
    const [old, young] = [entriesOf(object.before), entriesOf(object.after)];
    const members = new Set(before.members);
    return after.members.flatMap((cluster): GatewayChange[] => {
      if (!members.has(cluster)) return [];
      const was = old.get(cluster) ?? old.get('*') ?? unlisted;
      const is = young.get(cluster) ?? young.get('*') ?? unlisted;
      const [own, other] = young.has(cluster) ? [cluster, unlisted] : ['*', undefined];
      const compared = old.get(own) ?? other;
      const verdict = compared ? verdictOf(compared, young.get(own)) : 'unseen';
      if (compared && verdict === 'refused')
        return [{ object, cluster, before: compared, after: is, verdict }];
      if (was.type === is.type && was.protocol === is.protocol) return [];
      const isRaised = verdict === 'raised' && was.protocol === is.protocol;
      return [{ object, cluster, before: was, after: is, verdict: isRaised ? 'raised' : 'unseen' }];
    });
  });
}

function verdictOf(before: GatewayEntry, after: GatewayEntry | undefined): GatewayChange['verdict'] {
  if (!after) return 'unseen';
  if (before.protocol !== after.protocol) return 'refused';
  if (before.type === after.type) return 'unseen';
  return before.type === 'LoadBalancer' ? 'refused' : 'raised';
}

/** Of several entries for one cluster the last counts. */
function entriesOf({ manifest }: OutputObject): ReadonlyMap<string, GatewayEntry> {
  const entries = new Map<string, GatewayEntry>();
  const list = manifest.root.at('spec', 'sliceGatewayProvider', 'sliceGatewayServiceType');
  for (const entry of list.items()) {
    const cluster = entry.at('cluster').text;
    if (cluster === undefined) continue;
    entries.set(cluster, {
      type: entry.at('type').text ?? unlisted.type,
      protocol: entry.at('protocol').text ?? unlisted.protocol,
    });
  }
  return entries;
}

/** An entry as messages say it: `LoadBalancer over TCP`. */
export function entryText({ type, protocol }: GatewayEntry): string {
  return `${type} over ${protocol}`;
}
