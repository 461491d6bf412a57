import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { entriesOf } from './entries.js';

/** Connections that the operator and an administrator need, and with metrics the exporter too. */
function reservedOf({ metrics }: Pick<MariadbOperatorDatabasePlan, 'metrics'>): number {
  return metrics ? 8 : 5;
}

/** Accounts may not have more connections together than the server admits. */
export const accountLimits = defineRule({
  id: 'mariadb-operator/account-limits',
  severity: 'warning',
  why: 'one account at its limit leaves the others outside with too many connections, and the operator, too, cannot log in to see what is wrong',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/user_types.go',
  messages: {
    sum: (p: { database: string; users: readonly string[]; sum: number; most: number; reserved: string }) =>
      `${listed(p.users)} may have ${p.sum} connections${p.users.length > 1 ? ' together' : ''}, and ${p.database} admits ${p.most}, of which ${p.reserved} and you`,
  },
  checkPlan(plan, report) {
    for (const { users, sizing, source, metrics } of entriesOf(plan)) {
      const reserved = reservedOf({ metrics });
      const limited = users.filter((user) => user.source.maxConnections !== undefined);
      const sum = limited.reduce((all, { maxConnections }) => all + maxConnections, 0);
      const [first, ...others] = limited;
      if (!first || sum <= sizing.connections - reserved) continue;
      const open = report('sum', {
        database: source.name,
        users: limited.map((user) => user.source.name),
        sum,
        most: sizing.connections,
        reserved: metrics
          ? `${reserved} are for the operator, its exporter`
          : `${reserved} are for the operator`,
      }).at(valueSpan(first.source, 'maxConnections'));
      for (const other of others.slice(0, 4))
        open.related(valueSpan(other.source, 'maxConnections'), other.source.name);
      if (source.sizing?.maxConnections !== undefined)
        open.related(keySpan(source.sizing, 'maxConnections'), 'the server');
      open.fix(
        `lower them to ${Math.max(1, sizing.connections - reserved)} in all, or raise sizing.maxConnections and the memory with it`,
      );
    }
  },
});
