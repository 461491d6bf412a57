import { expect, test } from 'vitest';
import { documentWithin, readManifests } from './index.js';

const within = (text: string) => {
  const content = `apiVersion: v1\nkind: A\nmetadata: { name: a }\ntext: ${JSON.stringify(text)}\n`;
  const [manifest] = readManifests({ name: 'm', content }).manifests;
  return manifest && documentWithin(manifest.root.at('text'));
};

test('reads a mapping that stands in a text', () => {
  expect(within('a: { b: [1, 2] }\n')?.at('a', 'b', 1).number).toBe(2);
});

test.each(['', '- a', 'a', 'a: [', 'a: 1\n---\na: 2\n', 'a: 1\na: 2\n'])('finds none in %j', (text) => {
  expect(within(text)).toBeUndefined();
});
