import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { foundBy, hubObject } from './testing.js';

function named(name: string, project?: string): string {
  const text = change(goodTopology, 'metadata:\n  name: shop', `metadata:\n  name: ${name}`);
  if (project === undefined) return text;
  return change(text, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n  project: ${project}\n`);
}

const thirty = 'a-program-of-thirty-characters';

describe('slice/project-name', () => {
  test('reports a topology whose name is too long for a project', () => {
    expect(findingsOf(named(`${thirty}1`))).toEqual([
      `error slice/project-name 4:9 the KubeSlice project ${thirty}1 would have a name of 31 characters, at most 30 are possible`,
    ]);
    expect(fixesOf(named(`${thirty}1`))).toEqual([
      `give the project a name of its own, under slice: project: ${thirty}`,
    ]);
  });

  test('reports the prefix of KubeSlice’s namespaces in either place', () => {
    expect(findingsOf(named('my-kubeslice-shop'))).toEqual([
      'error slice/project-name 4:9 the name of the KubeSlice project, my-kubeslice-shop, contains kubeslice-',
    ]);
    expect(findingsOf(named('shop', 'kubeslice-shop'))).toEqual([
      'error slice/project-name 19:12 the name of the KubeSlice project, kubeslice-shop, contains kubeslice-',
    ]);
    expect(fixesOf(named('shop', 'kubeslice-shop'))).toEqual(['write shop']);
  });

  test('proposes a name that is wrong in no way', () => {
    expect(fixesOf(named('kubekubeslice-slice-a-very-long-program-name-1'))).toEqual([
      'give the project a name of its own, under slice: project: a-very-long-program-name-1',
    ]);
    expect(fixesOf(named('kubeslice-a-program-of-thirty-characte-x'))).toEqual([
      'give the project a name of its own, under slice: project: a-program-of-thirty-characte-x',
    ]);
    expect(fixesOf(named('a-program-of-thirty-character-xyz'))).toEqual([
      'give the project a name of its own, under slice: project: a-program-of-thirty-character',
    ]);
  });

  test('is content with 30 characters, with a project of its own, and without a slice', () => {
    expect(findingsOf(named(thirty))).toEqual([]);
    expect(findingsOf(named(`kubeslice-${thirty}`, 'kubeslice'))).toEqual([]);
    const single = change(
      change(named(`${thirty}1`), 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(single)).toEqual([]);
  });
});

describe('slice/project-name in manifests', () => {
  const found = (name: string) =>
    foundBy('slice/project-name', hubObject('Project', '{}', name, 'kubeslice-controller'));

  test('too long, with a dot, or with KubeSlice’s own prefix', () => {
    expect(found('a'.repeat(31))).toEqual([
      'error 3:19 the KubeSlice project aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa would have a name of 31 characters, at most 30 are possible',
    ]);
    expect(found('shop.example')).toEqual([
      'error 3:19 the name of the KubeSlice project, shop.example, contains a dot',
    ]);
    expect(found('kubeslice-shop')).toEqual([
      'error 3:19 the name of the KubeSlice project, kubeslice-shop, contains kubeslice-',
    ]);
  });

  test('what KubeSlice takes', () => {
    expect(found('a'.repeat(30))).toEqual([]);
    expect(found('kubeslice')).toEqual([]);
  });
});
