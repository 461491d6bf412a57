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
    );
    expect(findingsOf(text)).toEqual([
      'error topology/expectation 34:13 an expectation loses amd, which is no cluster of this topology',
      'error topology/expectation 35:19 an expectation loses the zone fra-c, which no cluster has',
      'error topology/expectation 36:13 an expectation loses the link fra-oslo, which does not join two clusters of this topology',
      'error topology/expectation 37:13 an expectation loses node:fra-1, which is neither a cluster nor a zone or a link',
      'error topology/expectation 38:13 an expectation loses zones:fra-a, which is neither a cluster nor a zone or a link',
    ]);
    expect(fixesOf(text).slice(1)).toEqual([
      'did you mean ams?',
      'did you mean fra-a?',
      'write link: and the names of two clusters with a hyphen between them, such as link:fra-ams',
      'write the name of a cluster, zone:NAME or link:A-B',
      'did you mean zone:fra-a?',
    ]);
  });

  test('says when a zone was meant, a cluster, or a database', () => {
    const text = expecting(
      '{ lose: fra-a, writes: stop }',
      '{ lose: zone:ams, writes: stop }',
      '{ lose: orders, writes: stop }',
    );
    expect(fixesOf(text).slice(1)).toEqual([
      'write zone:fra-a',
      'write ams',
      'orders is a database: write what it loses, such as a cluster of its placement',
    ]);
  });

  test('asks for zones where no cluster has any', () => {
    expect(fixesOf(`${goodTopology}expect: [{ lose: zone:fra-a, writes: stop }]\n`)[1]).toBe(
      'write the zones of each cluster under zones',
    );
  });

  test('reports a link of a cluster with itself', () => {
    expect(findingsOf(expecting('{ lose: link:fra-fra, writes: stop }'))).toHaveLength(1);
  });

  test('reports two outcomes of one loss, in any order', () => {
    const text = expecting('{ lose: [ams, fra], writes: stop }', '{ lose: [fra, ams], writes: continue }');
    expect(findingsOf(text)).toEqual([
      'error topology/expectation 35:33 the loss of fra and ams is expected twice, with another outcome',
    ]);
    expect(relatedOf(text)[1]).toEqual(['34:33 the other']);
  });

  test('is content with what is there, also where names have hyphens', () => {
    const text = expecting(
      '{ lose: fra, writes: stop }',
      '{ lose: [fra, ams], writes: stop }',
      '{ lose: zone:fra-b, writes: continue }',
      '{ lose: link:fra-ams, writes: continue }',
      '{ lose: link:ams-fra, writes: stop }',
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
