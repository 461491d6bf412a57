import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/access-narrowed'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      `${galeraTopology}    service: { fromNamespaces: [web, jobs] }\n`,
      `${galeraTopology}    service: { fromNamespaces: [web] }\n`,
    ),
  ).toEqual(['info galera/access-narrowed 16:5 namespace jobs no longer reach wiki']);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, `${galeraTopology}    service: { fromNamespaces: [web] }\n`)).toEqual([]);
  expect(
    found(
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
      galeraTopology,
    ),
  ).toEqual([]);
});
