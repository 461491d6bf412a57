import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { isPodOf, type Server, serversOf } from './operator-objects.js';

const messages = {
  index: (p: { database: string; index: number; replicas: number }) =>
    `podIndex is ${p.index}, and ${p.database} has the pods 0 to ${p.replicas - 1}`,
  size: (p: { database: string; size: string; replicas: number }) =>
    `minClusterSize is ${p.size}, and ${p.database} has ${p.replicas} replicas`,
  percentage: (p: { size: string }) => `minClusterSize is ${p.size}, neither a number nor a percentage`,
  pod: (p: { database: string; pod: string }) => `${p.pod} is no pod of ${p.database}`,
};

/** Pods that a database names are its own, and it counts no more of them than there are. */
export const podRange = defineRule({
  id: 'mariadb-operator/pod-range',
  severity: 'error',
  why: "the operator's webhook refuses the database",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      if (server.galera) checkIndex(server, 'galera', report);
      if (server.replication) checkIndex(server, 'replication', report);
      if (server.galera && server.spec.at('galera', 'recovery', 'enabled').flag === true)
        checkRecovery(server, report);
    }
  },
});

type Check = Report<typeof messages>;

function checkIndex({ name, spec, replicas }: Server, way: 'galera' | 'replication', report: Check): void {
  const field = spec.at(way, 'primary', 'podIndex');
  const index = field.number;
  if (index === undefined || (index >= 0 && index < replicas)) return;
  report('index', { database: name, index, replicas })
    .at(field.span)
    .related(spec.at('replicas').span, 'the replicas')
    .fix('remove it: the operator starts with pod 0, and moves the writes by itself');
}

function checkRecovery(server: Server, report: Check): void {
  const { name, spec, replicas } = server;
  const recovery = spec.at('galera', 'recovery');
  const size = recovery.at('minClusterSize');
  const remedy = 'write 1, or leave it out';
  if (size.number !== undefined && (size.number < 0 || size.number > replicas)) {
    report('size', { database: name, size: String(size.number), replicas })
      .at(size.span)
      .fix(remedy);
  } else if (size.text !== undefined && !/^\d+%?$/.test(size.text)) {
    report('percentage', { size: size.text }).at(size.span).fix(remedy);
  }
  const pod = recovery.at('forceClusterBootstrapInPod');
  if (!pod.text || isPodOf(server, pod.text)) return;
  report('pod', { database: name, pod: pod.text })
    .at(pod.span)
    .fix(`name one of ${name}-0 to ${name}-${replicas - 1}, the one with the newest data`);
}
