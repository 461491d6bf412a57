import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { isOnSites } from '../sites.js';

/** A database behind a public load balancer names the networks that may connect. */
export const publicDatabase = defineRule({
  id: 'provider/public-database',
  severity: 'error',
  why: 'anyone on the internet reaches the login of the database, and only its passwords stand before the data',
  source: 'kubernetes/api core/v1/types.go',
  messages: {
    open: (p: { database: string }) => `${p.database} has a public address, and nothing says who may connect`,
  },
  checkTopology({ databases }, report) {
    for (const database of databases) {
      const { name, service } = database;
      if (!isOnSites(database) || service?.exposure !== 'load-balancer' || service.allowFrom) continue;
      report('open', { database: name })
        .at(valueSpan(service, 'exposure'))
        .fix('add allowFrom with the networks that may connect, or write internal-load-balancer');
    }
  },
});
