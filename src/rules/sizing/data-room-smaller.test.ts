import { expect, test } from 'vitest';
import { changeFindingsOf, goodTopology } from '../testing.js';

const id = 'sizing/data-room-smaller';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const sized = (gcache: string, data = ''): string =>
  `${goodTopology}    sizing: { gcache: ${gcache}${data} }\n`;

test('other files take the room', () => {
  expect(found(sized('128Mi'), sized('12Gi'))).toEqual([
    `warning ${id} 32:23 the volumes of orders have room for 4.6Gi of data, 16.4Gi until now`,
  ]);
  expect(found(sized('128Mi'), sized('2Gi'))).toEqual([]);
  expect(found(sized('12Gi'), sized('128Mi'))).toEqual([]);
});

test('data that is said is judged against the volume, and not against what was', () => {
  expect(found(sized('128Mi', ', data: 2Gi'), sized('12Gi', ', data: 2Gi'))).toEqual([]);
});
