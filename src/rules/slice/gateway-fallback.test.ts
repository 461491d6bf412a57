import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  gateways,
  sliceManifest,
  topologyWith,
} from '../change-cases.testing.js';

const id = 'slice/gateway-fallback';

test('an entry that is taken out', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice:
          '  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer, protocol: TCP }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn }\n',
      }),
    ),
  ).toEqual([
    'warning 20:3 the gateways of ams in SliceConfig shop are LoadBalancer over TCP and become NodePort over UDP without a word: no entry names it',
  ]);
});

test('a star that covers what had no entry', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest(),
      sliceManifest(gateways("{ cluster: '*', type: LoadBalancer, protocol: TCP }")),
    ),
  ).toEqual([
    'warning the gateways of ams in SliceConfig shop are NodePort over UDP and become LoadBalancer over TCP without a word: no entry names it',
    'warning the gateways of fra in SliceConfig shop are NodePort over UDP and become LoadBalancer over TCP without a word: no entry names it',
  ]);
});

test('a star that goes', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest(gateways("{ cluster: '*', type: LoadBalancer, protocol: UDP }")),
      sliceManifest(),
    ),
  ).toEqual([
    'warning the gateways of ams in SliceConfig shop are LoadBalancer over UDP and become NodePort over UDP without a word: no entry names it',
    'warning the gateways of fra in SliceConfig shop are LoadBalancer over UDP and become NodePort over UDP without a word: no entry names it',
  ]);
});

test('an entry that said the defaults', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  gateway: { type: openvpn, services: [{ cluster: ams }] }\n' }),
      topologyWith({ slice: '  gateway: { type: openvpn }\n' }),
    ),
  ).toEqual([]);
});

test('what is refused is told by another rule', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams }] }\n',
      }),
    ),
  ).toEqual([]);
});
