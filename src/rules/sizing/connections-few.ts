import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { allServersIn, allServersOf, type SizedServer } from './servers.js';

const messages = {
  few: (p: { option: string; database: string; connections: number; taken: number }) =>
    `${p.option} of ${p.database} leaves it ${p.connections} connections, and ${p.taken} of them are for the exporter, the operator and its probes`,
};

/** Most connections of a server are for its clients. */
export const connectionsFew = defineRule({
  id: 'sizing/connections-few',
  severity: 'warning',
  why: 'the exporter, the operator and its probes log in beside the clients, and a probe that is turned away takes the server for dead',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages,
  checkPlan(plan, report) {
    for (const server of allServersOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of allServersIn(manifests)) check(server, report);
  },
});

function check({ name, asked, sizing, ownConnections }: SizedServer, report: Report<typeof messages>): void {
  const given = asked.find(({ key }) => key === 'max_connections');
  if (!given || ownConnections === 0 || sizing.connections > 2 * ownConnections) return;
  report('few', {
    option: given.field,
    database: name,
    connections: sizing.connections,
    taken: ownConnections,
  })
    .at(given.span)
    .fix('write 20 or more, with the memory for them, or leave metrics out');
}
