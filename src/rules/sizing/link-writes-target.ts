import { defineRule } from '../rule.js';
import { checkLinkWrites, linkWritesMessages } from './link-writes-shared.js';

/** In target mode too the links should carry what a database writes. */
export const linkWritesTarget = defineRule({
  id: 'sizing/link-writes-target',
  severity: 'warning',
  why: 'every replica in another cluster is sent all writes on its own, and one that was away stays behind when they leave no room to catch up',
  source: 'codership/galera gcomm/src/gmcast.cpp',
  messages: linkWritesMessages,
  checkPlan(plan, report) {
    checkLinkWrites(plan, false, report);
  },
});
