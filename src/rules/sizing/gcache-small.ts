import type { Report } from '../../diagnostics/index.js';
import { providerInteger } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { type Asked, allServersIn, allServersOf, askedOptions } from './servers.js';

const messages = {
  small: (p: { option: string; database: string; size: string }) =>
    `${p.option} of ${p.database} is ${p.size}, which holds the writes of seconds`,
  page: (p: { page: string; cache: string; database: string }) =>
    `a page of ${p.database} has ${p.page}, more than the ${p.cache} of its cache of write sets`,
};

/** Galera's cache holds more than a moment's write sets, and no page is larger than it. */
export const gcacheSmall = defineRule({
  id: 'sizing/gcache-small',
  severity: 'warning',
  why: 'a replica that was away for a moment copies all data again, and whatever the cache does not hold takes a whole page of the volume',
  source: 'codership/galera gcache/src/gcache_params.cpp; measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const { name, asked, request, sizing } of allServersOf(plan)) {
      if (request.galera) check(name, asked, sizing.gcache, report);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, asked, request, sizing } of allServersIn(manifests)) {
      if (request.galera) check(name, asked, sizing.gcache, report);
    }
  },
  checkServerFile({ engine, database, options }, report) {
    if (engine !== 'mariadb') return;
    const asked = askedOptions(engine, options);
    check(database, asked, sizeOf(asked.find(({ key }) => key === 'gcache.size')), report);
  },
});

/** MiB of a value of the provider. */
function sizeOf(asked: Asked | undefined): number | undefined {
  const bytes = asked === undefined ? undefined : providerInteger(asked.text);
  return bytes === undefined ? undefined : bytes / 2 ** 20;
}

/** The least that is worth a file, in MiB. */
const leastCache = 16;

/** @param cache in force, in MiB; undefined when it is not known */
function check(
  database: string,
  asked: readonly Asked[],
  cache: number | undefined,
  report: Report<typeof messages>,
): void {
  const size = asked.find(({ key }) => key === 'gcache.size');
  if (size && cache !== undefined && cache < leastCache) {
    report('small', { option: size.field, database, size: size.secret ? '***' : size.text })
      .at(size.span)
      .fix('write 128M, the default, or what it has to bridge times the write rate');
    return;
  }
  const page = asked.find(({ key }) => key === 'gcache.page_size');
  const pageSize = sizeOf(page);
  if (!page || cache === undefined || pageSize === undefined || pageSize <= cache) return;
  const hidden = page.secret || size?.secret === true;
  const open = report('page', {
    page: page.secret ? '***' : page.text,
    cache: hidden ? '***' : (size?.text ?? `${cache}M`),
    database,
  }).at(page.span);
  if (size) open.related(size.span, 'the cache');
  open.fix('lower gcache.page_size to gcache.size');
}
