import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  gateways,
  par,
  sliceManifest,
  topologyWith,
} from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/gateway-frozen';

test('a protocol', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams, protocol: TCP }] }\n',
      }),
    ),
  ).toEqual([
    'error 20:29 the gateways of ams in SliceConfig shop are NodePort over UDP and would be NodePort over TCP, which is refused',
  ]);
});

test('a LoadBalancer that would be a NodePort', () => {
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
  ).toEqual([
    'error 20:29 the gateways of ams in SliceConfig shop are LoadBalancer over UDP and would be NodePort over UDP, which is refused',
  ]);
});

test('TCP for a member that had no entry', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      topologyWith({ slice: '  gateway: { type: openvpn, services: [{ cluster: ams, protocol: TCP }] }\n' }),
    ),
  ).toEqual([
    'error 19:29 the gateways of ams in SliceConfig shop are NodePort over UDP and would be NodePort over TCP, which is refused',
  ]);
});

test('TCP for a member that had only a star', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest(gateways("{ cluster: '*', type: NodePort, protocol: TCP }")),
      sliceManifest(gateways('{ cluster: ams, type: NodePort, protocol: TCP }')),
    ),
  ).toEqual([
    'error the gateways of ams in SliceConfig shop are NodePort over UDP and would be NodePort over TCP, which is refused',
  ]);
});

test('the way up, an entry with the same, and one that goes are not refused', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice:
          '  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer }, { cluster: fra }] }\n',
      }),
    ),
  ).toEqual([]);
});

test('a member that joins brings what it likes', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams]\n  gateway: { type: openvpn }\n' }),
      topologyWith({
        more: par,
        slice:
          '  clusters: [fra, ams, par]\n  gateway: { type: openvpn, services: [{ cluster: par, protocol: TCP }] }\n',
      }),
    ),
  ).toEqual([]);
});
