import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { changes, otherTopology } from '../programs.testing.js';
import { goodTopology, programFindingsOf } from '../testing.js';

/** Its hub is osl, and ams joins it as well. */
const second = otherTopology.replaceAll(/\bgot\b/g, 'ams');

describe('program/two-hubs', () => {
  test('reports a cluster that joins two hubs, once', () => {
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error program/two-hubs b.yaml:7:5 ams joins the hub osl here and the hub fra in a.yaml',
    ]);
    const { diagnostics } = compile([
      { name: 'a.yaml', content: goodTopology },
      { name: 'b.yaml', content: second },
    ]);
    expect(diagnostics[0]?.related.map(({ span, text }) => `${span.file.name} ${text}`)).toEqual([
      'a.yaml the hub there',
    ]);
  });

  test('reports hubs that join each other', () => {
    const turned = goodTopology
      .replace('name: shop', 'name: mall')
      .replaceAll(/\bams\b/g, 'x')
      .replaceAll(/\bfra\b/g, 'ams')
      .replaceAll(/\bx\b/g, 'fra');
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': turned })).toContain(
      'error program/two-hubs b.yaml:7:5 ams and 1 more join the hub ams here and the hub fra in a.yaml',
    );
  });

  test('is content with a cluster that is off one of the slices', () => {
    const aside = changes(otherTopology, ['slice:\n', '  - name: ams\n    distribution: k3s\nslice:\n']);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': aside })).toEqual([]);
  });
});
