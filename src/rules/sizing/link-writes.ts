import { defineRule } from '../rule.js';
import { checkLinkWrites, linkWritesMessages } from './link-writes-shared.js';

/** In guaranteed mode the links between its clusters carry what a database writes, and let it catch up after an absence. */
export const linkWrites = defineRule({
  id: 'sizing/link-writes',
  severity: 'error',
  why: 'every replica in another cluster is sent all writes on its own, and one that was away stays behind when they leave no room to catch up',
  source: 'codership/galera gcomm/src/gmcast.cpp',
  messages: linkWritesMessages,
  checkPlan(plan, report) {
    checkLinkWrites(plan, true, report);
  },
});
