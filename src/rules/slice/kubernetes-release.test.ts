import { expect, test } from 'vitest';
import { change, goodTopology } from '../testing.js';
import { foundIn } from './testing.js';

const id = 'slice/kubernetes-release';
const release = (version: string) =>
  change(goodTopology, 'clusters:\n', `releases: { kubernetes: "${version}" }\nclusters:\n`);

test.each(['1.27', 'v1.26.4', '1.9'])('%s is too old', (version) => {
  expect(foundIn(id, release(version))).toEqual([
    `error 5:25 Kubernetes ${version} is older than 1.28, the oldest that KubeSlice’s worker takes`,
  ]);
});

test.each(['33', '1.33x', '133'])('%s is none', (version) => {
  expect(foundIn(id, release(version))).toEqual([`error 5:25 ${version} is no minor version of Kubernetes`]);
});

test.each(['1.28', '1.34', 'v1.28.0', '2.0', '1'])('%s is not', (version) => {
  expect(foundIn(id, release(version))).toEqual([]);
});
