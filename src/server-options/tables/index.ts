// Made by npm run server-options. Do not edit.
import { galera26_4 } from './galera-26.4.js';
import { mariadb10_11 } from './mariadb-10.11.js';
import { mariadb11_8 } from './mariadb-11.8.js';
import { postgres15 } from './postgres-15.js';
import { postgres17 } from './postgres-17.js';

export const galeraTables = [galera26_4] as const;
export const mariadbTables = [mariadb10_11, mariadb11_8] as const;
export const postgresTables = [postgres15, postgres17] as const;
