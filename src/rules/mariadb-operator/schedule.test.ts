import { describe, expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/schedule';

describe(id, () => {
  test('reports what cannot be read', () => {
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "@daily" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 the schedule @daily is a word, not five fields',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 3 * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 the schedule "0 3 * *" has 4 fields, not 5',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 0 3 * * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 the schedule "0 0 3 * * *" has 6 fields, not 5',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "60 3 * * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 60 is no minute of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 3 0 * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 0 is no day of the month of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 3 * * 7" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 7 is no day of the week of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 3 * foo *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 foo is no month of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "5-1 3 * * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 5-1 is no minute of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "*/0 3 * * *" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 */0 is no minute of a schedule',
    ]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "" }' }))).toEqual([
      'error mariadb-operator/schedule 7:21 the schedule "" has 0 fields, not 5',
    ]);
    expect(fixesBy(id, object('SqlJob', { schedule: '{ cron: "0 3 * * 7" }' }))).toEqual([
      'write 0 to 6, Sunday is 0',
    ]);
    expect(fixesBy(id, object('PhysicalBackup', { schedule: '{ cron: "0 24 * * *" }' }))).toEqual([
      'write 0 to 23, a range, a list or *',
    ]);
  });

  test('reports it in a topology', () => {
    const backup = (text: string): string =>
      operatorTopology +
      lines('mariadbOperator:', '  backups:', `    - { name: n, ${text}, volume: { size: 200Gi } }`);
    expect(findingsOf(backup('schedule: "0 25 * * *"'))).toEqual([
      'error mariadb-operator/schedule 24:32 25 is no hour of a schedule',
    ]);
    expect(findingsOf(backup('schedule: "0 3 * * 7"'))).toEqual([
      'error mariadb-operator/schedule 24:32 7 is no day of the week of a schedule',
    ]);
    expect(findingsOf(backup('kind: logical, timeZone: Europe/Berlim, schedule: "0 3 * * *"'))).toEqual([
      'error mariadb-operator/schedule 24:47 there is no time zone Europe/Berlim',
    ]);
    expect(findingsOf(backup('kind: logical, timeZone: Europe/Berlin, schedule: "0 3 * * 0"'))).toEqual([]);
  });

  test('is content with the five fields', () => {
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "0 3 * * *" }' }))).toEqual([]);
    expect(
      findingsBy(id, object('Backup', { schedule: '{ cron: "*/15 0-6,22-23 1,15 jan-mar MON" }' })),
    ).toEqual([]);
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "TZ=Europe/Berlin 0 3 * * ?" }' }))).toEqual(
      [],
    );
    expect(findingsBy(id, object('Backup', { schedule: '{ cron: "5/10 3 * * 0" }' }))).toEqual([]);
    expect(findingsBy(id, object('PhysicalBackup', { schedule: '{ onDemand: "1" }' }))).toEqual([]);
  });
});

describe('mariadb-operator/schedule in a topology', () => {
  const found = (schedule: string): string[] =>
    findingsOf(
      operatorTopology +
        lines(
          'mariadbOperator:',
          '  backups:',
          `    - { name: nightly, schedule: "${schedule}", volume: { size: 100Gi } }`,
        ),
    ).filter((each) => each.includes(` ${id} `));

  test('reports what the webhook refuses', () => {
    expect(found('0 3 * * 7')).toEqual([
      'error mariadb-operator/schedule 24:38 7 is no day of the week of a schedule',
    ]);
    expect(found('0 24 * * *')).toEqual([
      'error mariadb-operator/schedule 24:38 24 is no hour of a schedule',
    ]);
    expect(found('0 3 * FEBRUARY *')).toEqual([
      'error mariadb-operator/schedule 24:38 FEBRUARY is no month of a schedule',
    ]);
    expect(found('0 3 31-1 * *')).toEqual([
      'error mariadb-operator/schedule 24:38 31-1 is no day of the month of a schedule',
    ]);
    expect(found('*/0 3 * * *')).toEqual([
      'error mariadb-operator/schedule 24:38 */0 is no minute of a schedule',
    ]);
  });

  test('takes names, ranges, lists and steps', () => {
    for (const schedule of ['0 3 * JAN-MAR,dec sun', '*/15 0-6/2 1,15 * 1-6', '30 2 ? * MON'])
      expect(found(schedule)).toEqual([]);
  });
});
