import type { Report } from '../../diagnostics/index.js';
import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';

const messages = {
  options: (p: { database: string; missing: string }) =>
    `the log of ${p.database} is archived without ${p.missing}`,
  distributed: (p: { database: string }) => `${p.database} is a distributed Postgres with an archiver`,
};

/** A database whose log is archived writes one that is worth archiving. */
export const archiverLog = defineRule({
  id: 'kubedb/archiver-log',
  severity: 'warning',
  why: 'the archive has holes or is empty, which is noticed when a database is to be restored from it',
  source: 'kubedb/docs docs/guides/mariadb/pitr/nfs',
  messages,
  checkManifests(manifests, report) {
    for (const group of ['kubedb.com', 'gitops.kubedb.com']) {
      for (const mariadb of manifests.of('MariaDB', group)) checkMariadb(mariadb, report);
      for (const { name, root } of manifests.of('Postgres', group)) {
        const archiver = root.at('spec', 'archiver');
        if (!archiver.at('ref').given || root.at('spec', 'distributed').flag !== true) continue;
        report('distributed', { database: name })
          .at(archiver.keySpan)
          .fix('restore from it once before you rely on it: KubeDB documents it for MariaDB alone');
      }
    }
  },
});

const needed = ['log-bin', 'log-slave-updates', 'wsrep-gtid-mode'] as const;

/** As arguments of the container or in a file; a Secret's content need not be here, so a reference to one counts. */
function checkMariadb({ name, root }: Manifest, report: Report<typeof messages>): void {
  const spec = root.at('spec');
  const archiver = spec.at('archiver');
  const replicas = spec.at('replicas').number ?? 1;
  if (!archiver.at('ref').given || replicas < 2 || spec.at('topology', 'mode').text === 'MariaDBReplication')
    return;
  const configuration = spec.at('configuration');
  if (configuration.at('secretName').given || spec.at('configSecret').given) return;
  const containers = spec.at('podTemplate', 'spec', 'containers').items();
  const said = [
    ...containers.flatMap((each) =>
      each
        .at('args')
        .items()
        .map(({ text }) => text ?? ''),
    ),
    ...configuration
      .at('inline')
      .entries()
      .flatMap(([, { text }]) => (text ?? '').split('\n')),
  ].map((line) => line.trim().replace(/^--/, '').replaceAll('_', '-').toLowerCase());
  const missing = needed.filter((option) => !said.some((line) => line.split(/[\s=]/)[0] === option));
  if (missing.length === 0) return;
  report('options', { database: name, missing: missing.join(', ') })
    .at(archiver.keySpan)
    .fix(`give the container mariadb the arguments ${missing.map((option) => argument(option)).join(', ')}`);
}

function argument(option: (typeof needed)[number]): string {
  return option === 'wsrep-gtid-mode' ? `--${option}=ON` : `--${option}`;
}
