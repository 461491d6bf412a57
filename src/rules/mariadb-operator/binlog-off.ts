import { defineRule } from '../rule.js';
import { serverOptions } from './configuration.js';
import { isOn, serversOf } from './operator-objects.js';

/** Servers that others follow write a binary log. */
export const binlogOff = defineRule({
  id: 'mariadb-operator/binlog-off',
  severity: 'error',
  why: 'the file of the user is read after that of the operator, so no binary log is written, and no replica and no other cluster gets a single change',
  source: 'mariadb-operator/mariadb-operator pkg/galera/config/config.go',
  messages: {
    off: (p: { database: string; option: string; way: string }) =>
      `${p.option} switches off the binary log that ${p.database} needs for ${p.way}`,
  },
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      const { name, spec, replication } = server;
      const several = isOn(spec.at('multiCluster'));
      if (!replication && !several) continue;
      for (const option of serverOptions(server)) {
        if (!/^(?:loose[-_])?(?:skip|disable)[-_]log[-_]bin$/i.test(option.name)) continue;
        const way = replication ? 'replication' : 'the other clusters';
        report('off', { database: name, option: option.name, way })
          .at(option.nameSpan)
          .related(spec.at(replication ? 'replication' : 'multiCluster').keySpan, way)
          .fix('remove the line');
      }
    }
  },
});
