import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/unchecked-value';
const figures = (queue: string, tc: string, priority: number) =>
  sliceConfig({
    standardQosProfileName: undefined,
    qosProfileDetails: `{ queueType: ${queue}, tcType: ${tc}, priority: ${priority}, bandwidthCeilingKbps: 9, bandwidthGuaranteedKbps: 1, dscpClass: EF }`,
  });

test('values that KubeSlice does not know', () => {
  expect(foundBy(id, sliceConfig({ sliceIpamType: 'Dynamic', sliceType: 'Database' }))).toEqual([
    'warning 12:18 sliceIpamType is Dynamic, and KubeSlice knows Local alone',
    'warning 13:14 sliceType is Database, and KubeSlice knows Application alone',
  ]);
  expect(
    foundBy(id, sliceConfig({ sliceGatewayProvider: '{ sliceGatewayType: OpenVPN, sliceCaType: "" }' })),
  ).toEqual(['warning 9:67 sliceCaType is empty, and KubeSlice knows Local alone']);
  expect(foundBy(id, figures('htb', 'SHAPING', 4))).toEqual([
    'warning 11:35 queueType is htb, and KubeSlice knows HTB alone',
    'warning 11:48 tcType is SHAPING, and KubeSlice knows BANDWIDTH_CONTROL alone',
    'warning 11:67 the priority 4 is outside 0 to 3',
  ]);
  expect(foundBy(id, hubObject('SliceQoSConfig', '{ priority: -1 }', 'gold'))).toEqual([
    'warning 4:19 the priority -1 is outside 0 to 3',
  ]);
});

test('values that it knows', () => {
  expect(
    foundBy(
      id,
      figures('HTB', 'BANDWIDTH_CONTROL', 3),
      hubObject('SliceQoSConfig', '{ priority: 0 }', 'gold'),
    ),
  ).toEqual([]);
  expect(foundBy(id, sliceConfig({ sliceIpamType: 'Local', sliceType: 'Application' }))).toEqual([]);
});
