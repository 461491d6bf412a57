import type { OutputObject } from '../../changes/index.js';
import type { Field } from '../../manifests/index.js';

/** Who may connect, and to what, as people say it: one text for each caller and kind of port. The database's own pods are none. */
export function callersOf({ manifest }: OutputObject): string[] {
  const found = new Set<string>();
  for (const rule of manifest.root.at('spec', 'ingress').items()) {
    const ports = rule.at('ports').items();
    const where = whereTo(ports.flatMap((each) => each.at('port').number ?? []));
    const peers = rule.at('from').items();
    if (peers.length === 0) found.add(`everybody${where}`);
    for (const peer of peers) {
      const caller = callerOf(peer);
      if (caller !== undefined) found.add(`${caller}${where}`);
    }
  }
  return [...found];
}

function whereTo(ports: readonly number[]): string {
  if (ports.length === 0) return ' on every port';
  if (ports.includes(3306)) return '';
  return ports.includes(9104) ? ' for the metrics' : ' on the ports of the group';
}

function callerOf(peer: Field): string | undefined {
  const cidr = peer.at('ipBlock', 'cidr').text;
  if (cidr !== undefined) return `network ${cidr}`;
  const namespaces = peer.at('namespaceSelector');
  const name = namespaces.at('matchLabels', 'kubernetes.io/metadata.name').text;
  if (name !== undefined) return `namespace ${name}`;
  if (namespaces.given) return 'every namespace';
  const labels = peer.at('podSelector', 'matchLabels').entries();
  return labels.length === 0 ? 'pods of its namespace' : undefined;
}
