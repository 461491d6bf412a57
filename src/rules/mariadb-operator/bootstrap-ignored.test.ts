import { expect, test } from 'vitest';
import { spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) =>
    each.includes('mariadb-operator/bootstrap-ignored'),
  );
}

test('says what is wrong, and where', () => {
  expect(
    found(
      spanningTopology,
      change(
        spanningTopology,
        '          - { cluster: fra, host: 10.1.0.10 }\n          - { cluster: ams, host: 10.2.0.10 }\n',
        '          - { cluster: ams, host: 10.2.0.10, gtidDomainId: 10, serverId: 20 }\n          - { cluster: fra, host: 10.1.0.10, gtidDomainId: 0, serverId: 10 }\n',
      ),
    ),
  ).toEqual([
    'info mariadb-operator/bootstrap-ignored 23:9 orders-fra runs already, and takes no data from the backup that it now names',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(spanningTopology, change(spanningTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([]);
});
