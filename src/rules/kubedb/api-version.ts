import { defineRule } from '../rule.js';

/** Databases are written in the version of the API that is stored. */
export const apiVersion = defineRule({
  id: 'kubedb/api-version',
  severity: 'info',
  why: 'the API server converts the object to v1, whose pod template and policies are spelt differently, so Git and cluster never look the same and few of these rules apply',
  source: 'kubedb/apimachinery crds/kubedb.com_mariadbs.yaml, crds/kubedb.com_postgreses.yaml',
  messages: {
    old: (p: { kind: string; name: string; version: string }) =>
      `the ${p.kind} ${p.name} is written as ${p.version}, which the API server turns into kubedb.com/v1`,
  },
  checkManifests(manifests, report) {
    for (const kind of ['MariaDB', 'Postgres']) {
      for (const { apiVersion: version, name, root } of manifests.of(kind, 'kubedb.com')) {
        if (version !== 'kubedb.com/v1alpha2') continue;
        report('old', { kind, name, version })
          .at(root.at('apiVersion').span)
          .fix(
            'write kubedb.com/v1: deletionPolicy for terminationPolicy, and resources, env and volumeMounts under podTemplate.spec.containers',
          );
      }
    }
  },
});
