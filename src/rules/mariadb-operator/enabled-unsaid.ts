import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { isOn, type Server, serversOf } from './operator-objects.js';

/** A part of a database that can be switched on says whether it is. */
export const enabledUnsaid = defineRule({
  id: 'mariadb-operator/enabled-unsaid',
  severity: 'error',
  why: 'a part that is written counts as switched off unless it says enabled, even one that is on when it is not written at all, and nothing tells',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_galera_types.go',
  messages: {
    off: (p: { part: string; effect: string }) => `${p.part} does not say enabled, so ${p.effect}`,
  },
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      for (const { part, field, effect } of partsOf(server)) {
        if (!field.given || field.at('enabled').given) continue;
        const evenGalera = part === 'galera' && server.replicas % 2 === 0;
        // Of an even number the API server says it at spec, where its rule fails for want of the field.
        report('off', { part: `spec.${part}`, effect })
          .at(evenGalera ? server.spec.keySpan : field.keySpan)
          .fix(`write ${part}.enabled: true, or remove ${part}`);
      }
    }
  },
});

interface Part {
  readonly part: string;
  readonly field: Field;
  readonly effect: string;
}

function partsOf({ spec, galera, replication }: Server): Part[] {
  const part = (path: string, effect: string): Part => ({
    part: path,
    field: spec.at(...path.split('.')),
    effect,
  });
  const parts = [
    part('galera', 'Galera is off'),
    part('replication', 'replication is off'),
    part('tls', 'TLS is off, although it is on where nothing is said of it'),
    part('metrics', 'there are no metrics'),
    part('multiCluster', 'it joins no other cluster'),
    part('maintenance', 'there is no maintenance'),
  ];
  if (galera) parts.push(part('galera.recovery', 'a cluster that lost its majority is not recovered'));
  for (const way of [...(galera ? ['galera'] : []), ...(replication ? ['replication'] : [])]) {
    const open = 'its agent, which can bootstrap a cluster, asks nobody for a password';
    if (!isOn(spec.at(way, 'agent', 'basicAuth'))) parts.push(part(`${way}.agent.kubernetesAuth`, open));
    if (!spec.at(way, 'agent', 'kubernetesAuth').given)
      parts.push(part(`${way}.agent.basicAuth`, 'its agent has no password'));
  }
  return parts;
}
