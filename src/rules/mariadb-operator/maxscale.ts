import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { objectsOf, referenceKey, serversByName, serversOf } from './operator-objects.js';

const messages = {
  servers: (p: { name: string }) => `${p.name} has both a mariaDbRef and servers of its own`,
  none: (p: { name: string }) => `${p.name} has neither a mariaDbRef nor servers`,
  generate: (p: { name: string }) =>
    `${p.name} is to make up its accounts, and has no mariaDbRef to make them in`,
  repeated: (p: { what: string; value: string }) => `the ${p.what} ${p.value} is there twice`,
  monitor: (p: { name: string }) => `${p.name} has servers of its own, and no monitor.module`,
  module: (p: { module: string }) => `monitor.module is ${p.module}, neither mariadbmon nor galeramon`,
  primary: (p: { name: string }) => `${p.name} has a primaryServer, which galeramon does not know`,
};

/** A MaxScale stands before one database or before servers of its own, each of them once. */
export const maxscale = defineRule({
  id: 'mariadb-operator/maxscale',
  severity: 'error',
  why: "the operator's webhook refuses the MaxScale",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/maxscale_webhook.go',
  messages,
  checkManifests(manifests, report) {
    const servers = serversByName(serversOf(manifests));
    for (const proxy of objectsOf(manifests, 'MaxScale')) {
      const reference = proxy.root.at('spec', 'mariaDbRef');
      checkServers(proxy, report);
      checkMonitor(proxy, servers.get(referenceKey(proxy, reference) ?? '')?.galera === true, report);
      const spec = proxy.root.at('spec');
      checkOnce('server', spec, 'servers', ['name'], report);
      checkOnce('address', spec, 'servers', ['address'], report);
      checkOnce('service', spec, 'services', ['name'], report);
      checkOnce('port', spec, 'services', ['listener', 'port'], report);
    }
  },
});

type Check = Report<typeof messages>;

function checkServers({ name, root }: Manifest, report: Check): void {
  const spec = root.at('spec');
  const [reference, servers] = [spec.at('mariaDbRef'), spec.at('servers')];
  const listed = servers.items().length > 0;
  if (reference.given && listed)
    report('servers', { name })
      .at(servers.keySpan)
      .related(reference.keySpan, 'mariaDbRef')
      .fix('keep one of them');
  else if (!reference.given && !listed)
    report('none', { name }).at(spec.keySpan).fix('name a MariaDB as mariaDbRef');
  const generate = spec.at('auth', 'generate');
  if (generate.flag === true && !reference.given)
    report('generate', { name }).at(generate.span).fix('name the accounts and their secrets in auth');
}

function checkMonitor({ name, root }: Manifest, galera: boolean, report: Check): void {
  const spec = root.at('spec');
  const module = spec.at('monitor', 'module');
  if (!module.given && !spec.at('mariaDbRef').given && spec.at('servers').items().length > 0)
    report('monitor', { name })
      .at(spec.at('monitor').given ? spec.at('monitor').keySpan : spec.at('servers').keySpan)
      .fix('write monitor.module: galeramon for Galera, mariadbmon for replication');
  if (module.text && module.text !== 'mariadbmon' && module.text !== 'galeramon')
    report('module', { module: module.text })
      .at(module.span)
      .fix('write galeramon for Galera, mariadbmon for replication');
  const monitor = module.text ?? (galera ? 'galeramon' : undefined);
  const primary = spec.at('primaryServer');
  if (primary.given && monitor === 'galeramon')
    report('primary', { name }).at(primary.keySpan).fix('remove primaryServer');
}

function checkOnce(what: string, spec: Field, list: string, path: readonly string[], report: Check): void {
  const seen = new Map<string, Field>();
  for (const item of spec.at(list).items()) {
    const field = item.at(...path);
    const value = field.text ?? field.number?.toString();
    if (value === undefined) continue;
    const other = seen.get(value);
    if (!other) seen.set(value, field);
    else
      report('repeated', { what, value })
        .at(field.span)
        .related(other.span, 'the other')
        .fix('give each its own');
  }
}
