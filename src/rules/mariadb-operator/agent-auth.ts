import { defineRule } from '../rule.js';
import { isOn, serversOf } from './operator-objects.js';

/** The agent beside a replicated server knows its operator in one way. */
export const agentAuth = defineRule({
  id: 'mariadb-operator/agent-auth',
  severity: 'error',
  why: "with both ways the operator's webhook refuses a Galera cluster; with none everybody who reaches port 5555 of a pod can bootstrap a second cluster",
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_galera_types.go',
  messages: {
    both: (p: { way: string }) => `the agent of ${p.way} has both kubernetesAuth and basicAuth switched on`,
    none: (p: { way: string }) => `the agent of ${p.way} has both kubernetesAuth and basicAuth switched off`,
  },
  checkManifests(manifests, report) {
    for (const { spec, galera, replication } of serversOf(manifests)) {
      for (const way of [...(galera ? ['galera'] : []), ...(replication ? ['replication'] : [])]) {
        const [kubernetes, basic] = ['kubernetesAuth', 'basicAuth'].map((each) =>
          spec.at(way, 'agent', each),
        );
        if (!kubernetes || !basic) continue;
        if (isOn(kubernetes) && isOn(basic)) {
          // Nobody looks at the agent of replication.
          if (way === 'replication') continue;
          report('both', { way })
            .at(basic.at('enabled').span)
            .related(kubernetes.at('enabled').span, 'kubernetesAuth')
            .fix('remove basicAuth');
        } else if (kubernetes.at('enabled').flag === false && basic.at('enabled').flag === false) {
          report('none', { way })
            .at(kubernetes.at('enabled').span)
            .related(basic.at('enabled').span, 'basicAuth')
            .fix('remove both: the operator then chooses one');
        }
      }
    }
  },
});
