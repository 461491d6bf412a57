import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const id = 'mariadb-operator/backup-target';
const s3 =
  's3: { bucket: backups, endpoint: s3.example.com, accessKeyId: { name: s3, key: id }, secretAccessKey: { name: s3, key: secret } }';
const volume = 'volume: { size: 100Gi }';
const schedule = 'schedule: "0 3 * * *"';

const backups = (...entries: readonly string[]): string[] =>
  findingsOf(
    operatorTopology + lines('mariadbOperator:', '  backups:', ...entries.map((each) => `    - { ${each} }`)),
  );

test('a backup goes to one place', () => {
  expect(backups(`name: nightly, ${schedule}`)).toEqual([
    `error ${id} 24:13 the backup nightly of wiki goes nowhere: it has neither s3 nor volume`,
  ]);
  expect(backups(`name: nightly, ${schedule}, ${volume}, ${s3}`)).toEqual([
    `error ${id} 24:51 the backup nightly of wiki has both s3 and volume`,
  ]);
  expect(backups(`name: nightly, ${schedule}, ${volume}`, `name: weekly, ${schedule}, ${s3}`)).toEqual([]);
});

test('the access key and its id are two', () => {
  const both = (id: string, secret: string): string =>
    `name: n, ${schedule}, s3: { bucket: backups, endpoint: s3.example.com, accessKeyId: ${id}, secretAccessKey: ${secret} }`;
  expect(backups(both('{ name: s3 }', '{ name: s3 }'))).toEqual([
    `error ${id} 24:138 the backup n takes the access key and its id from one place: password of s3`,
  ]);
  expect(backups(both('{ name: s3 }', '{ name: s3, key: password }'))).toHaveLength(1);
  expect(backups(both('{ name: s3-id }', '{ name: s3 }'))).toEqual([]);
  expect(backups(both('{ name: s3, key: id }', '{ name: s3 }'))).toEqual([]);
});

test('it has a name of its own', () => {
  expect(backups(`name: nightly, ${schedule}, ${volume}`, `name: nightly, ${schedule}, ${volume}`)).toEqual([
    `error ${id} 25:19 wiki has two backups called nightly`,
  ]);
});

test('only a logical one has a time zone', () => {
  expect(backups(`name: nightly, ${schedule}, ${volume}, timeZone: Europe/Oslo`)).toEqual([
    `error ${id} 24:76 the backup nightly of wiki has a time zone, which only logical backups know`,
  ]);
  expect(backups(`name: nightly, ${schedule}, ${volume}, kind: logical, timeZone: Europe/Oslo`)).toEqual([]);
});
