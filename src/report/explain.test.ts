import { describe, expect, test } from 'vitest';
import { type FieldPage, renderPage } from './explain.js';
import { palette } from './palette.js';

const plain = palette(false);

const page: FieldPage = {
  kind: 'field',
  path: 'slice.maxClusters',
  description:
    'Number of slots the subnet is split into, rounded up to a power of two; each member takes one. Leave room.',
  type: 'a whole number',
  limits: 'from 2 to 32',
  required: false,
  default: 16,
  defaultText: '16',
  examples: [16],
  example: 'slice:\n  maxClusters: 16',
  fields: [],
  elsewhere: [],
};

describe('a page of explain', () => {
  test('shows a field with what is known about it', () => {
    expect(renderPage(page, plain, 60)).toBe(`slice.maxClusters
  Number of slots the subnet is split into, rounded up to a
  power of two; each member takes one. Leave room.

  type:     a whole number
  range:    from 2 to 32
  required: no
  default:  16

  example:
    slice:
      maxClusters: 16
`);
  });

  test('says where a field is required, and lists what is below it', () => {
    const fields = [
      { name: 'name', required: true, summary: 'Name of the issuer' },
      { name: 'kind', required: false, summary: 'What it is, at some length so that it needs a second line' },
    ];
    expect(renderPage({ ...page, required: true, where: 'slice', fields }, plain, 50)).toContain(`
  required: yes, where slice is given
  default:  16

  example:
    slice:
      maxClusters: 16

  fields:
    name *  Name of the issuer
    kind    What it is, at some length so that it
            needs a second line
    * required
`);
  });

  test('puts the summary of a long name below it', () => {
    const entries = [
      { name: 'a', summary: 'short' },
      { name: 'databases[].kubedb.leaderElection.maximumLagBeforeFailover', summary: 'long' },
    ];
    expect(renderPage({ kind: 'list', title: 'two', entries }, plain, 80)).toBe(`two
  a  short
  databases[].kubedb.leaderElection.maximumLagBeforeFailover
     long
`);
  });

  test('shows a finding', () => {
    const text = renderPage(
      {
        kind: 'finding',
        id: 'a/b',
        severity: 'error',
        messages: ['<x> is bad'],
        why: 'It breaks',
        source: 'somewhere',
      },
      plain,
      80,
    );
    expect(text).toBe(`a/b

  error: no output is written while there is one

  says:
    - <x> is bad

  why:
    It breaks

  source:
    somewhere
`);
  });

  test('promises nothing about output for what is found in manifests alone', () => {
    const finding = {
      kind: 'finding',
      id: 'a/b',
      messages: [],
      why: 'It breaks',
      verifyAlone: true,
    } as const;
    expect(renderPage({ ...finding, severity: 'error' }, plain, 80)).toContain(
      'error: dbspan verify fails: the manifests are refused, or cannot work',
    );
    expect(renderPage({ ...finding, severity: 'warning' }, plain, 80)).toContain(
      'warning: dbspan verify accepts',
    );
  });

  test.each([40, 57, 88, 120])('keeps to %d columns', (width) => {
    for (const line of renderPage(page, plain, width).split('\n'))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  test('has the same text with colours as without', () => {
    const coloured = renderPage(page, palette(true), 60);
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(renderPage(page, plain, 60));
    expect(coloured).not.toBe(renderPage(page, plain, 60));
  });
});
