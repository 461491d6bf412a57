import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { goodTopology } from '../../rules/testing.js';
import { pictureOf } from './draw-picture.js';
import { mermaidOf } from './mermaid.js';
import { anyShape, shapedPicture } from './pictures.testing.js';

// The part of Mermaid's grammar that is used, stricter than Mermaid's own: ids are n0, n1, …, every text is quoted and holds
// nothing but letters, digits, plain punctuation and entities.

const text = String.raw`"(?:[\p{L}\p{N}\p{M} .,:;()/+…–✓◇✕!_-]|#\d+;|<br/>)*"`;
const lines = {
  open: new RegExp(`^subgraph n\\d+\\[${text}\\]$`, 'u'),
  close: /^end$/,
  direction: /^direction LR$/,
  node: new RegExp(`^n\\d+(?:\\[${text}\\]|\\[\\(${text}\\)\\]|\\{${text}\\}|\\{\\{${text}\\}\\})$`, 'u'),
  link: new RegExp(`^n\\d+ ---(?:\\|${text}\\|)? n\\d+$`, 'u'),
  accessible: /^acc(?:Title|Descr): [^#;{}%\s][^#;{}%\n]*$/,
  classDef: /^classDef [a-zA-Z]+ [-\w:#, ]+$/,
  class: /^class n\d+(?:,n\d+)* [a-zA-Z]+$/,
  linkStyle: /^linkStyle \d+ [-\w:#, ]+$/,
  comment: /^%% [^{}]*$/,
};

function wrongLines(source: string): string[] {
  const [first, ...rest] = source.trimEnd().split('\n');
  const wrong = first === 'flowchart LR' ? [] : [first ?? ''];
  let depth = 0;
  const known = new Set<string>();
  for (const line of rest) {
    const bare = line.trimStart();
    if (!Object.values(lines).some((form) => form.test(bare))) wrong.push(line);
    if (lines.open.test(bare)) depth++;
    if (lines.close.test(bare)) depth--;
    const [, id] = /^(?:subgraph )?(n\d+)[[{]/.exec(bare) ?? [];
    if (id !== undefined && known.has(id)) wrong.push(`${id} twice`);
    if (id !== undefined) known.add(id);
    if (lines.link.test(bare))
      for (const [end] of bare.replace(/"[^"]*"/, '').matchAll(/n\d+/g))
        if (!known.has(end)) wrong.push(line);
  }
  return depth === 0 ? wrong : [...wrong, 'an end is missing'];
}

describe('Mermaid', () => {
  test('draws clusters, members and links', () => {
    const [plan] = compile([{ name: 'topology.yaml', content: goodTopology }]).plans;
    if (!plan) throw new Error('no plan');
    const source = mermaidOf(pictureOf(plan));
    expect(wrongLines(source)).toEqual([]);
    expect(source).toContain('subgraph n0["fra (hub): ✕ blocked"]');
    expect(source).toContain('n2[("orders-0<br/>1 vote")]');
    expect(source).toContain('n0 ---|"✓ writes go on"| n4');
    expect(source).toContain('class n0 blocked');
    const lost = mermaidOf(pictureOf(plan, { losses: [{ kind: 'cluster', cluster: 'fra' }] }));
    expect(wrongLines(lost)).toEqual([]);
    expect(lost).toContain('subgraph n0["fra (hub lost): ✕ lost"]');
    expect(lost).toContain('orders-1<br/>1 vote, idle');
  });

  test('holds to its grammar whatever things are called', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyShape({ min: 1, max: 70 }), (shape) => {
        expect(wrongLines(mermaidOf(shapedPicture(shape)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('stays below what Mermaid draws', () => {
    const [shape] = fc.sample(anyShape({ min: 60, max: 60 }), { numRuns: 1, seed: 3 });
    if (!shape) throw new Error('no shape');
    const source = mermaidOf(shapedPicture({ ...shape, names: ['fra'], members: 3 }));
    expect(source.match(/ --- ?/g)?.length).toBeLessThanOrEqual(100);
    expect(source.length).toBeLessThan(50_000);
    expect(source).toContain('%% not drawn: 1670 links');
  });
});
