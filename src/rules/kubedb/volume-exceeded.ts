import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import {
  certainParts,
  kept,
  roomyVolume,
  sizeText,
  type VolumeUse,
  volumeUses,
  volumeUsesIn,
} from './volume-use.js';

const messages = {
  full: (p: { database: string; volume: string; kept: string; parts: readonly string[] }) =>
    `the volume of ${p.database} is ${p.volume}, and ${p.kept} go to ${listed(p.parts)}`,
};

/** What a server keeps beside the data fits on its volume. */
export const volumeExceeded = defineRule({
  id: 'kubedb/volume-exceeded',
  severity: 'error',
  why: 'the volume is full before any data are on it, and a server without room stops and does not come up again',
  source:
    'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go; codership/galera gcache/src/gcache_rb_store.cpp',
  messages,
  checkPlan(plan, report) {
    for (const use of volumeUses(plan)) check(use, report);
  },
  checkManifests(manifests, report) {
    for (const use of volumeUsesIn(manifests)) check(use, report);
  },
});

function check(use: VolumeUse, report: Report<typeof messages>): void {
  const { name, engine, volume, volumeText, span } = use;
  const parts = certainParts(use);
  const total = kept(parts);
  if (total < volume) return;
  const open = report('full', {
    database: name,
    volume: volumeText,
    kept: sizeText(total),
    parts: parts.map(({ what }) => what),
  }).at(span);
  for (const part of parts) if (part.span) open.related(part.span, `${part.what}: ${sizeText(part.size)}`);
  const less = engine === 'postgres' ? 'lower kubedb.walKeepSize' : 'lower sizing.gcache';
  open.fix(`make it at least ${roomyVolume(use)}, or ${less}`);
}
