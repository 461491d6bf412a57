import { expect, test } from 'vitest';
import { withoutItsMembers, withoutItsNamespaces } from './slice-states.js';

const config = {
  kind: 'SliceConfig',
  spec: {
    clusters: ['fra', 'ams', 'par'],
    sliceGatewayProvider: {
      sliceGatewayServiceType: [{ cluster: '*' }, { cluster: 'par' }, { cluster: 'ams' }],
    },
    externalGatewayConfig: [{ clusters: ['par'] }, { clusters: ['*'] }],
    namespaceIsolationProfile: {
      isolationEnabled: true,
      applicationNamespaces: [
        { namespace: 'a', clusters: ['*'] },
        { namespace: 'b', clusters: ['par', 'fra'] },
        { namespace: 'c', clusters: ['par'] },
      ],
      allowedNamespaces: [{ namespace: 'd', clusters: ['par'] }],
    },
  },
};

test('a slice without its namespaces keeps all else', () => {
  const { applicationNamespaces: _, ...profile } = config.spec.namespaceIsolationProfile;
  expect(withoutItsNamespaces(config)).toEqual({
    ...config,
    spec: { ...config.spec, namespaceIsolationProfile: { ...profile, applicationNamespaces: [] } },
  });
  expect(config.spec.namespaceIsolationProfile.applicationNamespaces).toHaveLength(3);
});

test('a slice without a member has nothing that names it', () => {
  expect(withoutItsMembers(config, new Set(['par']))).toEqual({
    kind: 'SliceConfig',
    spec: {
      clusters: ['fra', 'ams'],
      sliceGatewayProvider: { sliceGatewayServiceType: [{ cluster: '*' }, { cluster: 'ams' }] },
      externalGatewayConfig: [{ clusters: ['*'] }],
      namespaceIsolationProfile: {
        isolationEnabled: true,
        applicationNamespaces: [
          { namespace: 'a', clusters: ['*'] },
          { namespace: 'b', clusters: ['fra'] },
        ],
        allowedNamespaces: [],
      },
    },
  });
});

test('what is no SliceConfig stays what it is', () => {
  expect(withoutItsNamespaces({ spec: 1 })).toEqual({ spec: 1 });
  expect(withoutItsMembers(undefined, new Set())).toBeUndefined();
});
