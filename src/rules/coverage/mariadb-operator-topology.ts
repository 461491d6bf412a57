import type { Fact } from './fact.js';

const sheet = 'mariadb-operator';

/** What a topology says of mariadb-operator beside its objects. */
export const mariadbOperatorTopologyFacts: readonly Fact[] = [
  {
    sheet,
    id: 'topology members',
    fact: 'members of several clusters agree on who they are, and differ in hosts, domains and server ids; those that follow start from a physical backup',
    covered: ['mariadb-operator/member-clusters', 'mariadb-operator/member-unreachable'],
  },
  {
    sheet,
    id: 'topology binary log',
    fact: 'replicas and other clusters follow the binary log',
    covered: ['mariadb-operator/binary-log'],
  },
  {
    sheet,
    id: 'topology backups',
    fact: 'a backup goes to exactly one place',
    covered: ['mariadb-operator/backup-target', 'mariadb-operator/backup-shared'],
  },
  {
    sheet,
    id: 'topology accounts',
    fact: 'each account is an object of its own, made once',
    covered: ['mariadb-operator/account-objects', 'mariadb-operator/account-limits'],
  },
  {
    sheet,
    id: 'topology privileges',
    fact: 'privileges on a database that does not exist are taken',
    covered: ['mariadb-operator/grant-database', 'mariadb-operator/privilege'],
  },
  {
    sheet,
    id: 'topology cleanup',
    fact: 'with cleanupPolicy Delete the account, privileges or database go with the object, with Skip they stay',
    covered: ['mariadb-operator/dropped', 'mariadb-operator/left-behind'],
  },
  {
    sheet,
    id: 'topology privileges later',
    fact: 'privileges of a Grant may change, and do so within seconds',
    covered: ['mariadb-operator/privileges-widened', 'mariadb-operator/privileges-narrowed'],
  },
  {
    sheet,
    id: 'topology backups later',
    fact: 'a schedule that goes makes no backups, and a shorter time deletes what is older',
    covered: ['mariadb-operator/backup-removed', 'mariadb-operator/retention-shortened'],
  },
  {
    sheet,
    id: 'topology primary later',
    fact: 'the primary of several clusters is moved by hand, on both sides and in an order',
    covered: ['mariadb-operator/primary-moved'],
  },
  {
    sheet,
    id: 'topology encryption later',
    fact: 'TLS may be switched, required and taken back on servers that run',
    covered: ['mariadb-operator/encryption'],
  },
  {
    sheet,
    id: 'topology release',
    fact: 'fields that are written came with 26.6.0',
    covered: ['mariadb-operator/release'],
  },
];
