import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { type Asked, allServersIn, allServersOf, askedOptions } from './servers.js';

const messages = {
  outside: (p: { option: string; place: string; database: string }) =>
    `${p.option} puts the cache of write sets of ${p.database} into ${p.place}, which is not on its volume`,
};

/** Galera's cache lies on the volume, where its size is counted and where it outlives a restart. */
export const gcachePlace = defineRule({
  id: 'sizing/gcache-place',
  severity: 'warning',
  why: 'a directory of the container is gone with it, and one in memory counts against the limit of the container, cache and all',
  source: 'codership/galera gcache/src/gcache_rb_store.cpp',
  messages,
  checkPlan(plan, report) {
    for (const { name, provider, asked } of allServersOf(plan)) {
      // There no place is free: config/operator-owned.
      if (provider !== 'statefulset') check(name, asked, report);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, asked } of allServersIn(manifests)) check(name, asked, report);
  },
  checkServerFile({ engine, database, options }, report) {
    if (engine === 'mariadb') check(database, askedOptions(engine, options), report);
  },
});

function check(database: string, asked: readonly Asked[], report: Report<typeof messages>): void {
  for (const { key, field, text, span, secret } of asked) {
    if (key !== 'gcache.dir' && key !== 'gcache.name') continue;
    if (!text.startsWith('/') || /^\/var\/lib\/mysql(?:\/|$)/.test(text)) continue;
    report('outside', { option: field, place: secret ? '***' : text, database })
      .at(span)
      .fix('remove it; the cache then lies in the data directory');
  }
}
