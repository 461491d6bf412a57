import { valueSpan } from '../../topology/index.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { isKeptOff, ownerOf } from '../system-namespaces.js';

const remedy = 'give the database a namespace of its own';

/**
 * No database is in a namespace that belongs to a system, and one over several clusters is in a namespace that can join the
 * slice. Among manifests a database of one cluster is left alone: whoever put it there knows the cluster.
 */
export const namespace = defineRule({
  id: 'kubedb/namespace',
  severity: 'error',
  why: 'systems empty and delete their own namespaces, and KubeSlice keeps them off every slice, so that replicas there get no address on it and wait for ever',
  source: 'kubeslice/worker-operator pkg/webhook/pod/webhook.go, controllers/slice/namespaces.go',
  messages: {
    owner: (p: { database: string; namespace: string; owner: string }) =>
      `${p.database} is in ${p.namespace}, a namespace of ${p.owner}`,
    keptOff: (p: { database: string; namespace: string }) =>
      `${p.database} is in ${p.namespace}, which KubeSlice keeps off every slice`,
  },
  checkTopology({ databases, slice }, report) {
    const reported = new Set<string>();
    for (const database of databases) {
      const { name, namespace, provider } = database;
      const owner = ownerOf(namespace);
      const keptOff = slice !== undefined && provider === 'kubedb' && isKeptOff(namespace);
      if ((owner === undefined && !keptOff) || reported.has(namespace)) continue;
      reported.add(namespace);
      const open =
        owner === undefined
          ? report('keptOff', { database: name, namespace })
          : report('owner', { database: name, namespace, owner });
      open.at(valueSpan(database, 'namespace')).fix(remedy);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, namespace, manifest, distributed } of databaseObjects(manifests)) {
      if (!distributed || namespace === undefined) continue;
      const owner = ownerOf(namespace);
      if (owner === undefined && !isKeptOff(namespace)) continue;
      const open =
        owner === undefined
          ? report('keptOff', { database: name, namespace })
          : report('owner', { database: name, namespace, owner });
      open.at(manifest.root.at('metadata', 'namespace').span).fix(remedy);
    }
  },
});
