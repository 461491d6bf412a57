import type { Span } from '../../diagnostics/index.js';
import { databasesOf, type Plan, type Provider } from '../../plan/index.js';
import { type Releases, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf } from '../sliced-plans.js';

type System = 'kubedb' | 'mariadbOperator' | 'kubeslice' | 'ocm';

const titles = {
  kubedb: 'KubeDB',
  mariadbOperator: 'mariadb-operator',
  kubeslice: 'KubeSlice',
  ocm: 'OCM',
} as const satisfies Record<System, string>;

interface Use {
  readonly plan: Plan;
  readonly release: string;
}

/** A system is installed on a cluster once, in one release. */
export const releasesDiffer = defineRule({
  id: 'program/releases-differ',
  severity: 'error',
  why: 'the release is installed once for all topologies of the cluster, and what is written for another may have fields that it drops or refuses',
  source: 'kubedb/installer charts/kubedb',
  messages: {
    release: (p: { system: System; cluster: string; here: string; there: string; file: string }) =>
      `${titles[p.system]} is to be ${p.here} on ${p.cluster} here and ${p.there} in ${p.file}`,
  },
  checkProgram(plans, report) {
    const first = new Map<string, Use>();
    for (const plan of plans) {
      const reported = new Set<string>();
      for (const { system, cluster, release } of usesOf(plan)) {
        const key = `${system}/${cluster}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, { plan, release });
        if (!earlier || earlier.release === release || reported.has(`${system}/${earlier.release}`)) continue;
        reported.add(`${system}/${earlier.release}`);
        report('release', {
          system,
          cluster,
          here: release,
          there: earlier.release,
          file: fileOf(earlier.plan),
        })
          .at(releaseSpan(plan, system))
          .related(releaseSpan(earlier.plan, system), `${earlier.release} there`)
          .fix(`write the same releases.${system} in both files`);
      }
    }
  },
});

interface Installed {
  readonly system: System;
  readonly cluster: string;
  readonly release: string;
}

/** OCM without a release leaves it to the tool that installs it, and so contradicts nothing. */
function* usesOf(plan: Plan): Generator<Installed> {
  const { hub, slice, releases } = plan;
  if (hub && slice) {
    yield { system: 'kubeslice', cluster: hub.name, release: releases.kubeslice };
    if (releases.ocm !== undefined) yield { system: 'ocm', cluster: hub.name, release: releases.ocm };
  }
  for (const cluster of homesOf(plan, 'kubedb'))
    yield { system: 'kubedb', cluster, release: releases.kubedb.name };
  for (const cluster of homesOf(plan, 'mariadb-operator'))
    yield { system: 'mariadbOperator', cluster, release: releases.mariadbOperator };
}

function homesOf(plan: Plan, provider: Provider): ReadonlySet<string> {
  return new Set(databasesOf(plan, provider).map(({ home }) => home.name));
}

function releaseSpan({ topology }: Plan, system: System): Span {
  const { releases, metadata } = topology;
  if (releases?.[system] === undefined) return valueSpan(metadata, 'name');
  return valueSpan(releases as Releases, system);
}
