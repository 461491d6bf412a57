import { describe, expect, test } from 'vitest';
import { change, database, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { ceiling, foundIn, link, volume, writes } from './links.testing.js';

describe('sizing/transfer-long', () => {
  test('names what a full volume takes', () => {
    const text = volume('2Ti') + link('100Mbps');
    expect(foundIn(text)).toEqual([
      'warning sizing/transfer-long 32:53 a full copy of orders, up to 1.7Ti, takes 2 days at 100Mbps',
    ]);
    expect(relatedOf(text)).toContainEqual(['31:22 the volume of orders']);
    expect(fixesOf(text)).toContain(
      'get a link of 204Mbps or more, or say in sizing.data what is stored if that is less',
    );
    expect(foundIn(volume('2Ti') + link('204Mbps'))).toEqual([]);
  });

  test('takes the data that is said, of a Postgres too, and speaks once for a link', () => {
    const sized = (data: string): string =>
      `${volume('2Ti')}    resources: { memory: 2Gi }\n    sizing: { data: ${data} }\n${database({ name: 'ledger', engine: 'postgres', size: '3Ti' })}    resources: { memory: 2Gi }\n    sizing: { data: 850Gi }\n${link('100Mbps')}`;
    expect(foundIn(sized('100Gi'))).toEqual([]);
    const text = sized('1Ti');
    expect(foundIn(text)).toEqual([
      'warning sizing/transfer-long 44:53 a full copy of orders, 1Ti, takes 29 h at 100Mbps',
    ]);
    expect(fixesOf(text)).toContain('get a link of 120Mbps or more');
  });

  test('is silent where the ceiling is called low', () => {
    expect(foundIn(ceiling('50Mbps', '2Ti') + link('100Mbps'))).toEqual([
      'warning slice/ceiling-low 19:25 with a ceiling of 50Mbps, moving 2Ti takes 4 days',
    ]);
    expect(foundIn(ceiling('150Mbps', '4Ti') + link('1Gbps'))).toEqual([
      'warning sizing/transfer-long 19:25 a full copy of orders, up to 3.4Ti, takes 3 days at 150Mbps',
    ]);
  });

  test('speaks of a low ceiling where it is known how much is written', () => {
    const text = `${ceiling('50Mbps', '2Ti')}${writes('10Ki', '400h')}`;
    expect(foundIn(text)).toEqual([
      'warning sizing/transfer-long 19:25 a full copy of orders, up to 1.7Ti, takes 4 days at 50Mbps beside the writes',
    ]);
    expect(foundIn(ceiling('50Mbps') + writes('10Ki'))).toEqual([]);
  });

  test('is content within one cluster', () => {
    const near = change(
      goodTopology,
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(foundIn(near.replace('20Gi', '20Ti') + link('10Mbps'))).toEqual([]);
  });
});
