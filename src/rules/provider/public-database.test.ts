import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

test.each([siteTopology, operatorTopology])('a public address for everybody', (text) => {
  expect(findingsOf(text + lines('service: { exposure: load-balancer }'))).toEqual([
    'error provider/public-database 22:26 wiki has a public address, and nothing says who may connect',
  ]);
});

test.each([
  ['exposure: load-balancer, allowFrom: [203.0.113.0/24]'],
  ['exposure: internal-load-balancer'],
  ['exposure: cluster'],
])('%s', (service) => {
  expect(findingsOf(siteTopology + lines(`service: { ${service} }`))).toEqual([]);
});
