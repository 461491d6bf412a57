import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, member, replication } from './objects.testing.js';

const id = 'mariadb-operator/binlog-off';

describe(id, () => {
  test('reports each way to switch it off', () => {
    expect(findingsBy(id, mariadb({ ...replication, myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([
      'error mariadb-operator/binlog-off 11:5 skip-log-bin switches off the binary log that orders needs for replication',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          ...replication,
          myCnf: '|\n    [mysqld]\n    max_connections=9\n    loose_skip_log_bin=1',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/binlog-off 12:5 loose_skip_log_bin switches off the binary log that orders needs for replication',
    ]);
    expect(findingsBy(id, member('east', { myCnf: '|\n    [mariadb]\n    disable-log-bin' }))).toEqual([
      'error mariadb-operator/binlog-off 13:5 disable-log-bin switches off the binary log that east needs for the other clusters',
    ]);
    expect(fixesBy(id, member('east', { myCnf: '|\n    [mariadb]\n    disable-log-bin' }))).toEqual([
      'remove the line',
    ]);
  });

  test('is content where nothing follows, and with a group that the server does not read', () => {
    expect(findingsBy(id, mariadb({ ...galera, myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...replication, myCnf: '|\n    [client]\n    skip-log-bin' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb(replication))).toEqual([]);
  });
});
