import { describe, expect, test } from 'vitest';
import { judge, judgeInOrder } from './judge.js';
import type { GroupProtocol, Landscape, Loss, Outcome, SurvivalDatabase } from './model.js';

// What real servers did: npm run test:servers -- quorum.

const galera: GroupProtocol = { kind: 'galera', dirtyReads: false };

/** "2+2+1": replicas on clusters a, b, c. */
function replicas(layout: string, protocol: GroupProtocol = galera): SurvivalDatabase {
  const counts = layout.split('+').map(Number);
  const members = counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, number) => ({
      name: `${'abcde'.charAt(index)}${number + 1}`,
      ordinal: number,
      cluster: 'abcde'.charAt(index),
      zone: undefined,
      weight: 1,
      data: true,
    })),
  );
  return {
    name: 'orders',
    namespace: 'shop',
    engine: protocol.kind === 'galera' ? 'mariadb' : 'postgres',
    protocol,
    members,
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: true,
  };
}

function landscape(hub: string): Landscape {
  const names = [...new Set([...'abcde', hub])];
  return {
    clusters: names.map((name) => ({ name, region: undefined, zones: [], nodes: undefined })),
    hub,
  };
}

const links = (text: string): Loss[] =>
  text.split(' ').map((pair) => {
    const [one = '', other = ''] = pair.split('-');
    return { kind: 'link', between: [one, other] };
  });

const judged = (database: SurvivalDatabase, losses: readonly Loss[], hub = 'a'): Outcome =>
  judge(database, landscape(hub), { losses, manner: 'crash' });

describe('members that reach each other through others', () => {
  test.each([
    ['1+1+1', 'a-b'],
    ['2+2+1', 'a-b'],
    ['2+2+1', 'a-c'],
    ['1+1+1+1', 'a-b a-c b-c'],
    ['1+1+1+1+1', 'a-c a-d b-d b-e c-e'],
  ])('of %s go on without %s: one third reaches both', (layout, lost) => {
    expect(judged(replicas(layout), links(lost))).toMatchObject({
      writes: 'continue',
      relayed: true,
      idle: [],
    });
  });

  test.each([
    ['1+1+1+1', 'a-c a-d b-d'],
    ['1+1+1+1+1', 'a-c a-d a-e b-d b-e'],
  ])('of %s stop without %s: messages are passed on once', (layout, lost) => {
    expect(judged(replicas(layout), links(lost))).toMatchObject({
      writes: 'stop',
      reason: 'no-common-view',
      serving: [],
    });
  });

  test('stop when the third between them crashes, at once or later', () => {
    const third: Loss = { kind: 'cluster', cluster: 'c' };
    const stopped = { writes: 'stop', reason: 'minority', votes: { left: 2, needed: 3, total: 5 } };
    expect(judged(replicas('2+2+1'), [...links('a-b'), third])).toMatchObject(stopped);
    const steps = [links('a-b'), [third]].map((losses) => ({ losses, manner: 'crash' as const }));
    expect(judgeInOrder(replicas('2+2+1'), landscape('a'), steps)).toMatchObject([
      { writes: 'continue', relayed: true },
      stopped,
    ]);
  });

  test('are not joined by a hub without replicas', () => {
    expect(judged(replicas('2+1'), links('a-b'), 'e')).toMatchObject({
      writes: 'continue',
      reason: 'majority',
      votes: { left: 2, needed: 2, total: 3 },
      idle: [{ name: 'b1' }],
    });
    const raft: GroupProtocol = { kind: 'raft', synchronous: 0, hotStandby: true };
    expect(judged(replicas('1+1', raft), links('a-b'), 'e')).toMatchObject({ writes: 'stop', reason: 'tie' });
  });
});
