import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { imageOf } from './images.js';
import { objectsOf, referenceKey, type Server, serversOf } from './operator-objects.js';

const messages = {
  ignored: (p: { database: string; way: string }) =>
    `${p.database} is to be recovered to a point in time, which ${p.way} is not`,
  old: (p: { database: string; version: string }) =>
    `${p.database} is to be recovered to a point in time, and MariaDB ${p.version} is too old for it`,
  shared: (p: { database: string; other: string; recovery: string }) =>
    `${p.database} and ${p.other} write their logs to the same ${p.recovery}`,
  bucket: (p: { recovery: string; other: string; place: string }) =>
    `${p.recovery} and ${p.other} both write to ${p.place}`,
};

/** Recovery to a point in time is for replication, from MariaDB 10.8, and every database has its own place for it. */
export const pointInTime = defineRule({
  id: 'mariadb-operator/point-in-time',
  severity: 'error',
  why: 'no log is archived and nobody says so, or two databases mix their logs, so that there is nothing to recover from when it is needed',
  source: 'mariadb-operator/mariadb-operator docs/pitr.md',
  messages,
  checkManifests(manifests, report) {
    const users = new Map<string, Server>();
    for (const server of serversOf(manifests)) checkServer(server, users, report);
    checkPlaces(manifests, report);
  },
});

type Check = Report<typeof messages>;

function checkServer(server: Server, users: Map<string, Server>, report: Check): void {
  const { name, spec, manifest, galera, replication } = server;
  const reference = spec.at('pointInTimeRecoveryRef');
  const key = referenceKey(manifest, reference);
  if (key === undefined) return;
  const version = imageOf(spec)?.version;
  const field = reference.at('name');
  // A part without `enabled` is what mariadb-operator/enabled-unsaid is about.
  const meant = spec.at('replication').given && !spec.at('replication', 'enabled').given;
  if (!replication && !meant) {
    report('ignored', { database: name, way: galera ? 'a Galera cluster' : 'a single server' })
      .at(reference.keySpan)
      .fix('remove it, and take physical backups; or change to replication');
    return;
  }
  if (version !== undefined && version.major === 10 && version.minor < 8) {
    report('old', { database: name, version: `${version.major}.${version.minor}` })
      .at(spec.at('image').span)
      .related(reference.keySpan, 'the recovery')
      .fix('use MariaDB 10.11 or later');
  }
  const other = users.get(key);
  if (!other) users.set(key, server);
  else
    report('shared', { database: name, other: other.name, recovery: field.text ?? '' })
      .at(field.span)
      .related(other.spec.at('pointInTimeRecoveryRef', 'name').span, other.name)
      .fix('give each a PointInTimeRecovery of its own');
}

/** Where logs go to, by all that tells one place from another. */
const places = [
  ['s3', ['endpoint', 'bucket', 'prefix']],
  ['azureBlob', ['serviceURL', 'containerName', 'prefix']],
] as const;

function checkPlaces(manifests: ManifestSet, report: Check): void {
  const seen = new Map<string, string>();
  for (const { name, namespace, root } of objectsOf(manifests, 'PointInTimeRecovery')) {
    for (const [kind, fields] of places) {
      const storage = root.at('spec', 'storage', kind);
      const parts = fields.map((field) => storage.at(field).text ?? '');
      if (!storage.given || !parts[0] || !parts[1]) continue;
      const place = parts.filter(Boolean).join('/').replace(/\/+$/, '');
      const owner = `${namespace ?? ''}/${name}`;
      const other = seen.get(place);
      if (other === undefined) seen.set(place, owner);
      else if (other !== owner)
        report('bucket', { recovery: name, other: other.slice(other.indexOf('/') + 1), place })
          .at(storage.at(storage.at('prefix').given ? 'prefix' : fields[1]).span)
          .fix('give each a prefix of its own');
    }
  }
}
