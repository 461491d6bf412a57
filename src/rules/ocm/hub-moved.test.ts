import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'ocm/hub-moved';

test('another URL', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, 'https://10.2.0.56:6443', 'https://hub.example.org:6443'),
    ),
  ).toEqual([
    'warning 9:16 the API server of the hub fra was https://10.2.0.56:6443 and would be https://hub.example.org:6443',
  ]);
});

test('a URL that was not said', () => {
  expect(
    foundInChange(id, change(goodTopology, '    apiServer: https://10.2.0.56:6443\n', ''), goodTopology),
  ).toEqual([]);
});

test('another cluster', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ ams: '    apiServer: https://10.2.0.57:6443\n' }),
      change(
        change(topologyWith({ ams: '    apiServer: https://10.2.0.57:6443\n' }), '    hub: true\n', ''),
        '  - name: ams\n',
        '  - name: ams\n    hub: true\n',
      ),
    ),
  ).toEqual(['warning 12:10 the hub was fra and would be ams']);
});
