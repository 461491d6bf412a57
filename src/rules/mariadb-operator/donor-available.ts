import { databasesOf } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A replica that gives a full copy serves clients only with a method that lets it. */
export const donorAvailable = defineRule({
  id: 'mariadb-operator/donor-available',
  severity: 'warning',
  why: 'the method blocks its donor for the whole copy, and a donor that counts as ready gets clients whose writes hang until the copy is done',
  source: 'mariadb-operator/mariadb-operator pkg/agent/handler/galera/probe.go',
  messages: {
    blocked: (p: { database: string; sst: string }) =>
      `${p.database} serves clients from a replica that gives a full copy, which ${p.sst} blocks`,
  },
  checkPlan(plan, report) {
    for (const { name, galera, source } of databasesOf(plan, 'mariadb-operator')) {
      const { mariadbOperator } = source;
      if (!galera || !mariadbOperator || !galera.availableWhenDonor || galera.sst === 'mariabackup') continue;
      report('blocked', { database: name, sst: galera.sst })
        .at(keySpan(mariadbOperator, 'availableWhenDonor'))
        .related(valueSpan(mariadbOperator, 'sst'), 'the method')
        .fix('write sst: mariabackup, or availableWhenDonor: false');
    }
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('MariaDB', 'k8s.mariadb.com')) {
      const galera = root.at('spec', 'galera');
      const sst = galera.at('sst');
      const available = galera.at('availableWhenDonor');
      if (available.flag !== true || (sst.text !== 'rsync' && sst.text !== 'mysqldump')) continue;
      report('blocked', { database: name, sst: sst.text })
        .at(available.span)
        .related(sst.span, 'the method')
        .fix('write sst: mariabackup, or availableWhenDonor: false');
    }
  },
});
