import type { Report, Span } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { type DatabasePlan, dataOf, linkBudgets, type Plan, timesThrough } from '../../plan/index.js';
import {
  durationText,
  fromBytes,
  type Mebibytes,
  mebibytes,
  type ProbeNumbers,
  probePatience,
  roughSizeText,
  type StartUp,
  startUp,
  usualTransferRate,
  volumeReserve,
} from '../../sizing/index.js';
import { bytes, valueSpan } from '../../topology/index.js';
import { containersOf, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { allServersIn } from './servers.js';

const messages = {
  probe: (p: { probe: string; patience: string; total: string; parts: string }) =>
    `${p.probe} gives up after ${p.patience}, and a start takes up to ${p.total}: ${p.parts}`,
  impatient: (p: { patience: string }) =>
    `the liveness probe restarts a replica that does not answer for ${p.patience}`,
};

/** Probes wait for a start with a full copy or a crash recovery in it, and for a busy server. */
export const startUpProbes = defineRule({
  id: 'sizing/start-up-probes',
  severity: 'warning',
  why: 'the kubelet kills the replica in the middle of it, and the next start begins again from nothing, for ever',
  source: 'mariadb-operator/mariadb-operator pkg/builder/container_builder.go',
  messages,
  checkPlan(plan, report) {
    for (const database of plan.databases) {
      for (const finding of startUpFindings(plan, database)) reportFinding(finding, report, 'probes.startup');
    }
  },
  checkManifests(manifests, report) {
    for (const probed of [...kubedbContainers(manifests), ...operatorObjects(manifests)]) {
      for (const finding of findingsOf(probed)) reportFinding(finding, report, 'a startupProbe');
    }
  },
});

/** A replica with its probes, wherever they are written. */
interface Probed {
  readonly start: StartUp;
  readonly startup: Probe | undefined;
  readonly liveness: Probe | undefined;
  /** Somebody adds a startup probe where none is written, and the liveness probe waits for it. */
  readonly covered?: boolean;
  readonly related: { readonly span: Span; readonly label: string };
}

interface Probe {
  readonly numbers: ProbeNumbers;
  readonly name: string;
  readonly span: Span;
}

interface Finding {
  readonly probe: Probe;
  /** The time of a start, when the probe is shorter; undefined for one that is merely impatient. */
  readonly start: StartUp | undefined;
  readonly related: Probed['related'];
}

/** What is wrong with the probes of a database, for providers that let them be set. */
export function startUpFindings(plan: Plan, database: DatabasePlan): Finding[] {
  const { probes, storage } = database.source;
  if (!probes) return [];
  const { startup, liveness } = probes;
  return findingsOf({
    start: startUp({
      data: dataOf(database)?.size ?? mebibytes(0),
      transferRate: transferRate(plan, database),
      recoveryLog: database.sizing.recoveryLog,
      transfers: database.replication === 'galera',
    }),
    startup: startup && { numbers: startup, name: 'the startup probe', span: valueSpan(probes, 'startup') },
    liveness: liveness && { numbers: liveness, name: livenessName, span: valueSpan(probes, 'liveness') },
    related: { span: valueSpan(storage, 'size'), label: 'the volume' },
  });
}

const livenessName = 'the liveness probe, without one for the start,';

/** MiB a second: what is left of the slowest link, at most what a volume of unknown kind takes. */
function transferRate(plan: Plan, database: DatabasePlan): number {
  const links = linkBudgets(plan).byDatabase.get(database) ?? [];
  const times = links.map((narrow) => timesThrough(narrow, mebibytes(1), undefined).fullTransfer);
  return Math.min(usualTransferRate, ...times.map((time) => 1 / time));
}

/** A server that is busy, or whose donor stands still for a moment, is not dead. */
const leastLiveness = 60;

function findingsOf({ start, startup, liveness, covered = false, related }: Probed): Finding[] {
  const first = startup ?? (covered ? undefined : liveness);
  if (first && probePatience(first.numbers) < start.total) return [{ probe: first, start, related }];
  if (!liveness) return [];
  const { failureThreshold, periodSeconds } = liveness.numbers;
  if (failureThreshold === undefined && periodSeconds === undefined) return [];
  const patience = probePatience({ ...liveness.numbers, initialDelaySeconds: 0 });
  return patience < leastLiveness ? [{ probe: liveness, start: undefined, related }] : [];
}

function reportFinding(
  { probe, start, related }: Finding,
  report: Report<typeof messages>,
  field: 'probes.startup' | 'a startupProbe',
): void {
  if (!start) {
    const patience = durationText(probePatience({ ...probe.numbers, initialDelaySeconds: 0 }));
    report('impatient', { patience })
      .at(probe.span)
      .fix('write failureThreshold: 10 and periodSeconds: 10; 60 where the disk is an SD card');
    return;
  }
  const { periodSeconds, failureThreshold } = start.probe;
  report('probe', {
    probe: probe.name,
    patience: durationText(probePatience(probe.numbers)),
    total: durationText(start.total),
    parts: start.parts
      .filter(({ time }) => time >= 1)
      .map(({ part, time }) => `${durationText(time)} ${part}`)
      .join(', '),
  })
    .at(probe.span)
    .related(related.span, related.label)
    .fix(`write ${field} with failureThreshold: ${failureThreshold} and periodSeconds: ${periodSeconds}`);
}

/** innodb_log_file_size when nobody says, in MiB. */
const usualRedoLog = mebibytes(96);
/** Postgres' max_wal_size when nobody says, in MiB. */
const usualWal = mebibytes(1024);

function startOf(
  volume: Mebibytes,
  recoveryLog: Mebibytes,
  transfers: boolean,
  room: Mebibytes = mebibytes(volume * (1 - volumeReserve)),
): StartUp {
  const data = mebibytes(Math.max(0, room));
  return startUp({ data, transferRate: usualTransferRate, recoveryLog, transfers });
}

/** The servers' containers of KubeDB's databases. A full copy is taken in the container of the server, before it starts. */
function* kubedbContainers(manifests: ManifestSet): Generator<Probed> {
  for (const database of databaseObjects(manifests)) {
    const size = database.spec.at('storage', 'resources', 'requests', 'storage');
    const volume = sizeOf(size);
    const container = containersOf(database).find((each) => each.at('name').text === database.engine);
    if (volume === undefined || !container) continue;
    const log = database.engine === 'mariadb' ? usualRedoLog : usualWal;
    yield {
      start: startOf(volume, log, database.replicas > 1),
      startup: probeOf(container.at('startupProbe'), 'the startup probe'),
      liveness: probeOf(container.at('livenessProbe'), livenessName),
      related: { span: size.span, label: `a volume of ${roughSizeText(volume)}` },
    };
  }
}

/** What mariadb-operator has for numbers that are not given. It takes a zero for one of these. */
const operatorDefaults = { initialDelaySeconds: 20, periodSeconds: 10, failureThreshold: 3 } as const;

/** The databases of mariadb-operator. */
function* operatorObjects(manifests: ManifestSet): Generator<Probed> {
  // Where the options are known, what is left for data is known better than by the size of the volume.
  const rooms = new Map(
    allServersIn(manifests).map(({ namespace, name, sizing }) => [
      `${namespace ?? ''}/${name}`,
      sizing.volume?.room,
    ]),
  );
  for (const manifest of manifests.of('MariaDB', 'k8s.mariadb.com')) {
    const spec = manifest.root.at('spec');
    const size = spec.at('storage', 'size');
    const volume = sizeOf(size);
    if (volume === undefined) continue;
    const galera = spec.at('galera', 'enabled').flag === true;
    const liveness = probeOf(spec.at('livenessProbe'), 'the liveness probe', operatorDefaults);
    yield {
      start: startOf(
        volume,
        usualRedoLog,
        galera && replicasOf(manifest) > 1,
        rooms.get(`${manifest.namespace ?? ''}/${manifest.name}`),
      ),
      startup:
        probeOf(spec.at('startupProbe'), 'the startup probe', operatorDefaults) ??
        (galera
          ? {
              numbers: operatorDefaults,
              name: "the operator's own startup probe",
              span: spec.at('galera').keySpan,
            }
          : undefined),
      liveness,
      covered: true,
      related: { span: size.span, label: `a volume of ${roughSizeText(volume)}` },
    };
  }
}

function replicasOf({ root }: Manifest): number {
  return root.at('spec', 'replicas').number ?? 1;
}

function probeOf(field: Field, name: string, defaults: ProbeNumbers = {}): Probe | undefined {
  if (!field.given) return undefined;
  const number = (key: keyof ProbeNumbers): number | undefined => field.at(key).number || defaults[key];
  return {
    name,
    span: field.keySpan,
    numbers: {
      initialDelaySeconds: number('initialDelaySeconds'),
      periodSeconds: number('periodSeconds'),
      failureThreshold: number('failureThreshold'),
    },
  };
}

/** MiB of a quantity; undefined for what is none. */
function sizeOf({ text }: Field): Mebibytes | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?(?:[KMGTP]i|[kMGTP])$/.test(text)
    ? fromBytes(bytes(text))
    : undefined;
}
