import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Everything that a guaranteed server is told stands where its budget sees it. */
export const secretUnseen = defineRule({
  id: 'sizing/secret-unseen',
  severity: 'info',
  why: 'options that the secret adds to those that are written here take memory and disk of which no budget knows',
  source:
    'kubedb/mariadb-init-docker scripts/run.sh; kubedb/postgres-init-docker role_scripts/17/primary/start.sh',
  messages: {
    secret: (p: { secret: string; database: string }) =>
      `what the secret ${p.secret} sets is not in the budgets of ${p.database}`,
  },
  checkPlan({ databases }, report) {
    for (const { name, source, sizingRequest } of databases) {
      const secret = source.kubedb?.configurationSecret;
      if (!source.kubedb || secret === undefined || sizingRequest.mode !== 'guaranteed') continue;
      report('secret', { secret, database: name })
        .at(valueSpan(source.kubedb, 'configurationSecret'))
        .fix(
          'move what is no secret to config, where it is counted; what is written here wins over the secret',
        );
    }
  },
});
