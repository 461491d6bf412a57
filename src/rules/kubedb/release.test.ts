import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

/** With versions that every release has. */
function released(release: string, text = goodTopology): string {
  const everywhere = text.replace('"11.8.5"', '"11.4.3"').replaceAll('17.9-bookworm', '17.5-bookworm');
  return change(everywhere, 'clusters:\n', `releases: { kubedb: ${release} }\nclusters:\n`);
}

describe('kubedb/release', () => {
  test.each(['v2025.7.31', '2025.7.31', 'v2024.12.18'])('reports %s', (release) => {
    const name = `v${release.replace('v', '')}`;
    expect(findingsOf(released(release))).toEqual([
      `error kubedb/release 5:21 KubeDB ${name} is older than dbspan writes for`,
    ]);
    expect(fixesOf(released(release))).toEqual(['write v2026.7.10, the newest, or at least v2025.8.31']);
  });

  test('says of an old release nothing more', () => {
    const text = released('v2025.7.31', goodTopology + database({ name: 'ledger', engine: 'postgres' }));
    expect(findingsOf(`${text}    config: { work_mem: 8MB }\n`)).toEqual([
      'error kubedb/release 5:21 KubeDB v2025.7.31 is older than dbspan writes for',
    ]);
  });

  test('reports a distributed Postgres before it was possible', () => {
    const text = released(
      'v2026.4.27',
      goodTopology +
        database({ name: 'ledger', engine: 'postgres' }) +
        database({ name: 'wiki', engine: 'postgres' }),
    );
    expect(findingsOf(text)).toEqual([
      'error kubedb/release 5:21 KubeDB v2026.4.27 cannot distribute a Postgres: ledger and 1 more',
    ]);
    expect(relatedOf(text)).toEqual([['36:13 ledger needs it']]);
    expect(fixesOf(text)).toEqual(['write v2026.6.19 or a newer one']);
  });

  test('reports configuration before it was a field', () => {
    const text = released('v2025.10.17', `${goodTopology}    config: { max_allowed_packet: 16M }\n`);
    expect(findingsOf(text)).toEqual([
      'error kubedb/release 5:21 KubeDB v2025.10.17 takes no configuration in the database object: orders',
    ]);
    expect(relatedOf(text)).toEqual([['33:5 orders needs it']]);
    expect(fixesOf(text)).toEqual([
      'write v2026.1.19 or a newer one, or put the options into a secret, name it as kubedb.configurationSecret and write sizing.mode: target',
    ]);
  });

  test('reports explicit sizes before there was a field for them', () => {
    const text = released(
      'v2025.8.31',
      `${goodTopology}    config: {}\n    sizing: { maxConnections: 20 }\n`,
    );
    expect(findingsOf(text)).toEqual([
      'error kubedb/release 5:21 KubeDB v2025.8.31 takes no configuration in the database object: orders',
    ]);
    expect(relatedOf(text)).toEqual([['34:5 orders needs it']]);
  });

  test('is content with what a release has', () => {
    const secret = '    sizing: { mode: target }\n    kubedb: { configurationSecret: orders-config }\n';
    expect(findingsOf(released('v2025.8.31', goodTopology + secret))).toEqual([]);
    expect(findingsOf(released('v2026.1.19', `${goodTopology}    config: { wait_timeout: 60 }\n`))).toEqual(
      [],
    );
    expect(
      findingsOf(released('v2026.6.19', goodTopology + database({ name: 'ledger', engine: 'postgres' }))),
    ).toEqual([]);
  });

  test('is content with a Postgres of an older release in one cluster', () => {
    const text = change(
      change(
        change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
        'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
        'replicas: 3',
      ),
      'engine: mariadb\n    version: "11.8.5"',
      'engine: postgres\n    version: 17.9-bookworm',
    );
    const secret = '    sizing: { mode: target }\n    kubedb: { configurationSecret: orders-config }\n';
    expect(findingsOf(released('v2025.8.31', text + secret))).toEqual([]);
  });
});
