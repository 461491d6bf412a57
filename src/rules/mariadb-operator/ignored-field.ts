import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { type Server, serversOf } from './operator-objects.js';

const messages = {
  handler: (p: { probe: string; handler: string }) =>
    `the ${p.handler} of ${p.probe} is not used: replicated servers are asked through their agent`,
  zero: (p: { probe: string; field: string }) => `${p.field}: 0 of ${p.probe} counts as not given`,
  container: (p: { container: string; fields: string }) => `${p.container} takes no ${p.fields}`,
  rolling: (p: { type: string }) => `rollingUpdate is for the type RollingUpdate, and the type is ${p.type}`,
};

/** What is written in the spec of a database is used. */
export const ignoredField = defineRule({
  id: 'mariadb-operator/ignored-field',
  severity: 'warning',
  why: 'the CRD has the field, and the operator puts a value of its own in its place without a word',
  source: 'mariadb-operator/mariadb-operator pkg/builder/container_builder.go',
  messages,
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      checkProbes(server, report);
      checkContainers(server, report);
      const strategy = server.spec.at('updateStrategy');
      const type = strategy.at('type').text ?? 'ReplicasFirstPrimaryLast';
      const rolling = strategy.at('rollingUpdate');
      if (rolling.given && type !== 'RollingUpdate')
        report('rolling', { type }).at(rolling.keySpan).fix('remove it, or write type: RollingUpdate');
    }
  },
});

type Check = Report<typeof messages>;

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const numbers = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];

function checkProbes({ spec, galera, replication }: Server, report: Check): void {
  const standalone = spec.at('replication', 'standaloneProbes').flag === true && !galera;
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    const place = spec.at(probe);
    const handler = handlers.find((each) => place.at(each).given);
    const merged = (galera || replication) && !(standalone && probe !== 'readinessProbe');
    if (merged && handler !== undefined)
      report('handler', { probe, handler })
        .at(place.at(handler).keySpan)
        .fix('remove it, and keep the numbers');
    if (!merged && handler !== undefined) continue;
    const zero = numbers.find((each) => place.at(each).number === 0);
    if (zero !== undefined)
      report('zero', { probe, field: zero }).at(place.at(zero).span).fix('write 1, which is as good as none');
  }
}

const overwritten = ['env', 'volumeMounts', 'lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

function checkContainers({ spec, galera, replication }: Server, report: Check): void {
  const ways: Field[] = [
    ...(galera ? [spec.at('galera')] : []),
    ...(replication ? [spec.at('replication')] : []),
  ];
  for (const way of ways) {
    for (const container of ['agent', 'initContainer']) {
      const place = way.at(container);
      const given = overwritten.filter((each) => place.at(each).given);
      const [first] = given;
      if (first === undefined) continue;
      report('container', { container, fields: listed(given) })
        .at(place.at(first).keySpan)
        .fix('remove it; envFrom, args, resources and securityContext are used');
    }
  }
}
