import { describe, expect, test } from 'vitest';
import { isSafeRelativePath, objectFileName } from './paths.js';

describe('objectFileName', () => {
  test('has the namespace where there is one', () => {
    const addOn = { kind: 'ManagedClusterAddOn', metadata: { name: 'kubeslice', namespace: 'demo-worker' } };
    expect(objectFileName(addOn)).toBe('managedclusteraddon.demo-worker.kubeslice.yaml');
    expect(objectFileName({ kind: 'Namespace', metadata: { name: 'demo' } })).toBe('namespace.demo.yaml');
    const definition = { kind: 'CustomResourceDefinition', metadata: { name: 'slices.example.io' } };
    expect(objectFileName(definition)).toBe('customresourcedefinition.slices.example.io.yaml');
  });

  test.each([
    '',
    '.',
    '..',
    'a..b',
    '.a',
    'a.',
    '../a',
    'a/b',
    'a\\b',
    'system:a',
    'A',
    'a b',
    'é',
    'a\0',
    'a\n',
    '*',
  ])('refuses the name %j', (name) => {
    expect(() => objectFileName({ kind: 'Role', metadata: { name } })).toThrow(
      new TypeError(`the name ${JSON.stringify(name)} cannot be part of a file name`),
    );
  });

  test.each(['', '..', 'a.b', 'a/b'])('refuses the namespace %j', (namespace) => {
    expect(() => objectFileName({ kind: 'Role', metadata: { name: 'a', namespace } })).toThrow(
      /^the namespace /,
    );
  });

  test('refuses a kind that is none', () => {
    expect(() => objectFileName({ kind: '../Role', metadata: { name: 'a' } })).toThrow(/^the kind /);
  });

  test('allows 255 bytes', () => {
    const longest = { kind: 'Role', metadata: { name: 'n'.repeat(245) } };
    expect(objectFileName(longest)).toHaveLength(255);
    longest.metadata.name += 'n';
    expect(() => objectFileName(longest)).toThrow(/256 bytes/);
  });
});

describe('isSafeRelativePath', () => {
  test.each(['a', 'a/b.yaml', '.dbspan.json', 'RUNBOOK.md', 'a..b/c', '...', 'é/日本', 'constructor', 'a b'])(
    '%j is safe',
    (path) => expect(isSafeRelativePath(path)).toBe(true),
  );

  test.each([
    ...[
      '',
      '/',
      '/a',
      '//a',
      'a/',
      'a//b',
      '.',
      '..',
      './a',
      '../a',
      'a/../b',
      'a/..',
      'a/.',
      '../../etc/passwd',
    ],
    ...[
      'a\\b',
      '\\a',
      'C:/a',
      'C:a',
      'c:',
      'a:stream',
      'a\0',
      'a\nb',
      'a\u007f',
      '\ud83d',
      'a/__proto__',
      '__proto__',
    ],
    ...['n'.repeat(256), 'é'.repeat(128)],
  ])('%j is not', (path) => expect(isSafeRelativePath(path)).toBe(false));

  test('a part has 255 bytes, however many characters', () => {
    expect(isSafeRelativePath(`${'n'.repeat(255)}/${'é'.repeat(127)}`)).toBe(true);
  });
});
