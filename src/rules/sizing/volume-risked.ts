import { defineRule } from '../rule.js';
import { allServersIn, allServersOf } from './servers.js';
import { reportVolume, volumeMessages, volumeVerdict } from './volume-findings.js';

/** The same for a volume whose figures are taken as they are. */
export const volumeRisked = defineRule({
  id: 'sizing/volume-risked',
  severity: 'warning',
  why: 'the server fills the volume with its data and what it keeps beside them, and a full volume stops it',
  source:
    'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go; codership/galera gcache/src/gcache_rb_store.cpp',
  messages: volumeMessages,
  checkPlan(plan, report) {
    for (const server of allServersOf(plan))
      if (volumeVerdict(server) === 'warning') reportVolume(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of allServersIn(manifests))
      if (volumeVerdict(server) === 'warning') reportVolume(server, report);
  },
});
