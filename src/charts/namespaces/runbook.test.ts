import { expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { change, goodTopology } from '../../rules/testing.js';
import { namespacesSteps } from './runbook.js';

function stepsOf(text: string) {
  return compile([{ name: 't', content: text }]).plans.flatMap(namespacesSteps);
}

test('every cluster is looked at first, each in its own context', () => {
  const text = change(goodTopology, '  - name: ams\n', '  - name: ams\n    context: admin@ams\n');
  const [contexts] = stepsOf(text);
  expect(contexts?.phase).toBe('before');
  expect(JSON.stringify(contexts)).toContain('kubectl --context fra get nodes');
  expect(JSON.stringify(contexts)).toContain('kubectl --context admin@ams get nodes');
});

test('namespaces are applied server-side on every cluster that needs one', () => {
  const [, namespaces] = stepsOf(goodTopology);
  expect(namespaces).toMatchObject({ phase: 'namespaces' });
  for (const cluster of ['fra', 'ams']) {
    expect(JSON.stringify(namespaces)).toContain(
      `kubectl --context ${cluster} apply --server-side --force-conflicts --field-manager=dbspan`,
    );
  }
});

test('the namespace default needs no step', () => {
  const text = change(goodTopology, 'namespace: shop', 'namespace: default');
  expect(stepsOf(text).map(({ phase }) => phase)).toEqual(['before']);
});
