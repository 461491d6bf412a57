import { change, goodTopology } from './testing.js';

/** Changes pieces of a text one after the other. */
export function changes(text: string, ...pieces: readonly (readonly [from: string, to: string])[]): string {
  return pieces.reduce((current, [from, to]) => change(current, from, to), text);
}

/** Another topology with the clusters, project and slice of the good one, and with a database of its own. */
export const besideTopology = changes(
  goodTopology,
  ['metadata:\n  name: shop', 'metadata:\n  name: mall'],
  ['slice:\n  name: shop\n', 'slice:\n  name: shop\n  project: shop\n'],
  ['- name: orders', '- name: carts'],
);

/** Another topology that shares nothing with the good one. */
export const otherTopology = changes(
  goodTopology.replaceAll(/\bfra\b/g, 'osl').replaceAll(/\bams\b/g, 'got'),
  ['metadata:\n  name: shop', 'metadata:\n  name: mall'],
);
