import { defineRule } from '../rule.js';
import { allServersIn, allServersOf } from './servers.js';
import { reportVolume, volumeMessages, volumeVerdict } from './volume-findings.js';

/** What a server keeps, the data it is to hold and a reserve fit on its volume. */
export const volumeExceeded = defineRule({
  id: 'sizing/volume-exceeded',
  severity: 'error',
  why: 'the volume fills up, and a server without room stops and does not come up again',
  source:
    'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go; codership/galera gcache/src/gcache_rb_store.cpp',
  messages: volumeMessages,
  checkPlan(plan, report) {
    for (const server of allServersOf(plan))
      if (volumeVerdict(server) === 'error') reportVolume(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of allServersIn(manifests))
      if (volumeVerdict(server) === 'error') reportVolume(server, report);
  },
});
