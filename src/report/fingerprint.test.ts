import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.js';
import { Fingerprints } from './fingerprint.js';
import { findingAt } from './testing.js';

const of = (...findings: readonly Diagnostic[]): string[] => {
  const fingerprints = new Fingerprints();
  return findings.map((finding) => fingerprints.of(finding));
};
const at = (text: string, more: Partial<Diagnostic> = {}): Diagnostic =>
  findingAt({ name: 't', text }, 'x', more);

describe('the fingerprint of a finding', () => {
  test('stays when its line moves or is indented otherwise', () => {
    expect(of(at('a: 1\n\n    k: x'))).toEqual(of(at('k: x')));
  });

  test.each([
    ['the kind', at('k: x', { id: 'test/other' })],
    ['the message', at('k: x', { message: 'other' })],
    ['the line', at('j: x')],
    ['the file', findingAt({ name: 'u', text: 'k: x' }, 'x')],
  ])('changes with %s', (_, other) => {
    expect(of(other)).not.toEqual(of(at('k: x')));
  });

  test('is never given twice in a report', () => {
    const [first, second, third] = of(at('k: x'), at('k: x'), at('j: x'));
    expect(new Set([first, second, third]).size).toBe(3);
    expect(second).toBe(first?.replace(/:1$/, ':2'));
  });
});
