// What holds for every MariaDB server that was started on a generated file.
import { check, note } from '../slow/harness.mjs';
import { whereItRuns } from './mariadb-server.mjs';
import { mariadbComplaints } from './startup-log.mjs';
import { mariadbDifferences } from './values.mjs';

/** It took every option without a word, and every value as planned. */
export async function checkStart(title, server, plan) {
  const variables = await server.variables();
  const complaints = mariadbComplaints(server.log(), variables.keys());
  check(
    `${title}: starts without a word about an option`,
    complaints.options.length === 0,
    complaints.options,
  );
  for (const line of complaints.others) note(line);
  const wrong = mariadbDifferences(plan.settings, variables, whereItRuns);
  check(
    `${title}: ${plan.settings.length} values are as planned`,
    wrong.length === 0 && plan.settings.length > 0,
    wrong,
  );
}
