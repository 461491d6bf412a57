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
  half: (p: { database: string; volume: string; kept: string; parts: readonly string[] }) =>
    `of the ${p.volume} of ${p.database} up to ${p.kept} go to ${listed(p.parts)}`,
};

/** What a server keeps beside the data leaves half of the volume to them. */
export const volumeCrowded = defineRule({
  id: 'kubedb/volume-crowded',
  severity: 'warning',
  why: 'the server fills the volume with what it keeps for replicas that fall behind, and a full volume stops it',
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

/** A volume that is exceeded is left to its rule. */
function check(use: VolumeUse, report: Report<typeof messages>): void {
  const { name, volume, volumeText, span, parts } = use;
  const total = kept(parts);
  if (kept(certainParts(use)) >= volume || total * 2 <= volume) return;
  const open = report('half', {
    database: name,
    volume: volumeText,
    kept: sizeText(total),
    parts: parts.map(({ what }) => what),
  }).at(span);
  for (const part of parts) if (part.span) open.related(part.span, `${part.what}: ${sizeText(part.size)}`);
  open.fix(`make it at least ${roomyVolume(use)}`);
}
