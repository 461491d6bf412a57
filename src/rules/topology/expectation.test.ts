import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const zoned = change(
  goodTopology,
  '    kubesliceDNS: 10.43.0.100\n',
  '    kubesliceDNS: 10.43.0.100\n    zones: [fra-a, fra-b]\n',
);
const expecting = (...lines: readonly string[]): string =>
  `${zoned}expect:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

describe('topology/expectation', () => {
  test('reports what does not exist', () => {
    const text = expecting(
      '{ lose: amd, writes: stop }',
      '{ lose: [ams, zone:fra-c], writes: stop }',
      '{ lose: link:fra-oslo, writes: continue }',
      '{ lose: node:fra-1, writes: continue }',
      '{ lose: zones:fra-a, writes: continue }',
      '{ lose: region:eu, writes: continue }',
      '{ lose: split:fra+ams, writes: stop }',
      '{ lose: sky:fra, writes: stop }',
    );
    expect(findingsOf(text)).toEqual([
      'error topology/expectation 34:13 an expectation loses amd, which is no cluster of this topology',
      'error topology/expectation 35:19 an expectation loses the zone fra-c, which no cluster has',
      'error topology/expectation 36:13 an expectation loses the link fra-oslo, which does not join two clusters of this topology',
      'error topology/expectation 37:13 an expectation loses fra-1, which is no cluster of this topology',
      'error topology/expectation 38:13 an expectation loses zones:fra-a, which is no kind of loss',
      'error topology/expectation 39:13 an expectation loses the region eu, which no cluster is in',
      'error topology/expectation 40:13 an expectation parts fra and ams from the others, and there is no cluster beside them',
      'error topology/expectation 41:13 an expectation loses sky:fra, which is no kind of loss',
    ]);
    expect(fixesOf(text)).toEqual([
      'did you mean ams?',
      'did you mean fra-a?',
      'write link: and the names of two clusters with a hyphen between them, such as link:fra-ams',
      'use one of: fra, ams',
      'did you mean zone:fra-a?',
      'write location: { region: NAME } at the clusters',
      'name the clusters of one side only',
      'write a cluster, node:CLUSTER, zone:NAME, region:NAME, link:A-B, split:A+B or hub',
    ]);
  });

  test('says when a zone was meant, a cluster, or a database', () => {
    const text = expecting(
      '{ lose: fra-a, writes: stop }',
      '{ lose: zone:ams, writes: stop }',
      '{ lose: orders, writes: stop }',
    );
    expect(fixesOf(text)).toEqual([
      'write zone:fra-a',
      'write ams',
      'orders is a database: write what it loses, such as a cluster of its placement',
    ]);
  });

  test('asks for zones where no cluster has any', () => {
    expect(fixesOf(`${goodTopology}expect: [{ lose: zone:fra-a, writes: stop }]\n`)[0]).toBe(
      'write the zones of each cluster under zones',
    );
  });

  test('asks which link is meant where the names allow for two', () => {
    const like = zoned
      .replaceAll(/\bams\b/g, 'fra-1')
      .replace(
        'slice:\n',
        '  - { name: 1-fra, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
      );
    const text = `${like}expect: [{ lose: link:fra-1-fra, writes: stop }]\n`;
    expect(findingsOf(text).filter((line) => line.includes('topology/expectation'))).toEqual([
      'error topology/expectation 34:18 an expectation loses the link fra-1-fra, which can be fra+1-fra and fra-1+fra',
    ]);
    expect(fixesOf(text)).toContain('write link:fra+1-fra or link:fra-1+fra');
    expect(findingsOf(text.replace('fra-1-fra', 'fra-1+fra')).join()).not.toContain('topology/expectation');
  });

  test('reports a link of a cluster with itself', () => {
    expect(findingsOf(expecting('{ lose: link:fra-fra, writes: stop }'))).toHaveLength(1);
  });

  test('reports two outcomes of one loss, in any order', () => {
    const text = expecting('{ lose: [ams, fra], writes: stop }', '{ lose: [fra, ams], writes: continue }');
    expect(findingsOf(text)).toEqual([
      'error topology/expectation 35:33 the loss of fra and ams is expected twice, with another outcome',
    ]);
    expect(relatedOf(text)[0]).toEqual(['34:33 the other']);
  });

  test('reports a database that is not there, and takes another list of databases for another expectation', () => {
    const text = expecting('{ lose: ams, writes: continue, databases: [order] }');
    expect(findingsOf(text)).toEqual([
      'error topology/expectation 34:48 an expectation is about order, which is no database of this topology',
    ]);
    expect(fixesOf(text)).toEqual(['did you mean orders?']);
    const own = (found: string): string[] => findingsOf(found).filter((each) => each.includes('topology/'));
    expect(
      own(expecting('{ lose: ams, writes: continue }', '{ lose: ams, writes: stop, databases: [orders] }')),
    ).toEqual([]);
    for (const [one = '', other = ''] of [
      ['hub', 'hub:fra'],
      ['link:fra-ams', 'link:ams-fra'],
    ]) {
      const same = expecting(`{ lose: ${one}, writes: continue }`, `{ lose: ${other}, writes: stop }`);
      expect(own(same)).toHaveLength(1);
    }
  });

  test('takes a split for that of the other side', () => {
    const three = change(
      zoned,
      'slice:\n',
      '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
    );
    const sides = (one: string, other: string): string[] =>
      findingsOf(
        `${three}expect: [{ lose: ${one}, writes: continue }, { lose: ${other}, writes: stop }]\n`,
      ).filter((each) => each.includes('expected twice'));
    expect(sides('split:ams+par', 'split:fra')).toHaveLength(1);
    expect(sides('split:ams+par', 'split:par+ams')).toHaveLength(1);
    expect(sides('split:ams+par', 'split:ams')).toHaveLength(0);
  });

  test('reports a zone of several, and what no database stands on', () => {
    const spare = change(
      zoned,
      'slice:\n',
      '  - { name: spare, distribution: k3s, zones: [fra-a] }\nslice:\n',
    );
    expect(findingsOf(`${spare}expect:\n  - { lose: zone:fra-a, writes: stop }\n`)).toEqual([
      'error topology/expectation 35:13 an expectation loses the zone fra-a, which can be fra/fra-a and spare/fra-a',
    ]);
    expect(findingsOf(`${spare}expect:\n  - { lose: zone:spare/fra-a, writes: stop }\n`)).toEqual([
      'error topology/expectation 35:13 an expectation loses zone:spare/fra-a, and no database stands there',
    ]);
    expect(findingsOf(`${spare}expect:\n  - { lose: [spare, node:ams], writes: continue }\n`)).toEqual([]);
    expect(
      findingsOf(`${spare}expect:\n  - { lose: spare, writes: continue, databases: [orders] }\n`),
    ).toEqual([]);
  });

  test('is content with what is there, also where names have hyphens', () => {
    const text = expecting(
      '{ lose: fra, writes: stop }',
      '{ lose: [fra, ams], writes: stop }',
      '{ lose: zone:fra-b, writes: stop }',
      '{ lose: link:fra-ams, writes: continue }',
      '{ lose: link:ams-fra, writes: continue }',
    );
    expect(findingsOf(text)).toEqual([]);
    const hyphens = text.replaceAll(/\bams\b/g, 'ams-1').replaceAll(/\bfra\b(?!-)/g, 'fra-2');
    expect(findingsOf(hyphens.replaceAll('link:fra-ams-1', 'link:fra-2-ams-1'))).toEqual([]);
  });

  test('is content with zones that only nodes are counted by', () => {
    const text = change(
      expecting('{ lose: zone:fra-b, writes: stop }'),
      'zones: [fra-a, fra-b]',
      'nodes: { fra-a: 1, fra-b: 1 }',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});
