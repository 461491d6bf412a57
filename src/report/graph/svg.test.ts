import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { compile } from '../../compile.js';
import type { Plan } from '../../plan/index.js';
import { goodTopology } from '../../rules/testing.js';
import { pictureOf } from './draw-picture.js';
import { anyShape, type Shape, shapedPicture } from './pictures.testing.js';
import { svgOf } from './svg.js';

const shape: Shape = {
  clusters: 3,
  regions: 2,
  zones: 2,
  members: 2,
  figures: true,
  verdicts: ['writes-go-on', 'control-plane-lost', 'reads-only', 'blocked', 'data-at-risk'],
  names: ['fra', 'ams'],
  reason: '1 of 3 votes left, 2 needed',
  lost: false,
};

function planOf(text: string): Plan {
  const { plans, diagnostics } = compile([{ name: 'topology.yaml', content: text }]);
  const [plan] = plans;
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}

async function problemsOf(svgs: readonly string[]): Promise<readonly object[]> {
  const { errors } = await validateXML({
    xml: svgs.map((contents, index) => ({ fileName: `${index}.svg`, contents })),
    extension: 'schema',
    schema: [anything],
    initialMemoryPages: 32 * memoryPages.MiB,
    maxMemoryPages: 512 * memoryPages.MiB,
  });
  return errors.filter(({ message }) => /parser|entity|not well/i.test(message));
}

/** Nothing but the form is asked for. */
const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg" elementFormDefault="qualified">
<xs:element name="svg"><xs:complexType><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;

describe('the SVG', () => {
  test('is XML whatever things are called', async () => {
    const svgs = fc
      .sample(anyShape({ min: 1, max: 14 }), { numRuns: 30, seed: 1 })
      .map((each) => svgOf(shapedPicture(each)));
    expect(await problemsOf(['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'])).not.toEqual([]);
    expect(await problemsOf(svgs)).toEqual([]);
    for (const svg of svgs) expect(svg).not.toMatch(/<script|\u202e|\u0000/);
  });

  test('is the same every time, in numbers of at most one decimal', () => {
    fc.assert(
      fc.property(anyShape({ min: 1, max: 12 }), (each) => {
        const svg = svgOf(shapedPicture(each));
        expect(svgOf(shapedPicture(each))).toBe(svg);
        for (const [, value = ''] of svg.matchAll(/ (?:x|y|width|height|d|transform)="([^"]*)"/g))
          expect(value).not.toMatch(/\.\d\d|NaN|Infinity|undefined/);
      }),
      { numRuns: 20 },
    );
  });

  test('says what it is to those who do not see it', () => {
    const svg = svgOf(pictureOf(planOf(goodTopology)));
    expect(svg).toContain('role="img" aria-labelledby="dbspan-title dbspan-description"');
    expect(svg).toMatch(/<title id="dbspan-title">[^<]+: what each loss does to writes<\/title>/);
    expect(svg).toMatch(/<desc id="dbspan-description">[^<]+Survives [^<]+<\/desc>/);
  });

  test('gives its ids another beginning, and its parts up to a page', () => {
    const svg = svgOf(shapedPicture(shape), { id: 'shop', interactive: true });
    expect(svg).toContain('role="group" aria-labelledby="shop-title shop-description"');
    expect(svg.match(/ id="/g)).toHaveLength(2);
  });

  test('asks for nothing from elsewhere', () => {
    expect(svgOf(shapedPicture(shape)).replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|url\(|href|@import/,
    );
  });

  test('names everything that can be lost, and every member', () => {
    const svg = svgOf(pictureOf(planOf(goodTopology)));
    const losses = [...svg.matchAll(/data-loss="([^"]*)"/g)].map(([, loss]) => loss);
    const members = [...svg.matchAll(/data-member="([^"]*)"/g)].map(([, member]) => member);
    expect([...new Set(losses)].sort()).toEqual([
      'ams',
      'fra',
      'hub',
      'link:fra-ams',
      'node:ams',
      'node:fra',
    ]);
    expect(members).toEqual(['orders-0', 'orders-2', 'orders-1']);
  });

  test('never puts a loss into another', () => {
    const svg = svgOf(shapedPicture(shape));
    const open: boolean[] = [];
    for (const [tag] of svg.matchAll(/<g[^>]*>|<\/g>/g)) {
      if (tag === '</g>') open.pop();
      else {
        const loses = tag.includes('data-loss');
        expect(loses && open.includes(true), tag).toBe(false);
        open.push(loses);
      }
    }
    expect(open).toEqual([]);
  });

  test('has a word and a shape for every verdict', () => {
    const svg = svgOf(shapedPicture(shape));
    for (const words of ['writes go on', 'control plane lost', 'reads only', 'blocked', 'data at risk'])
      expect(svg).toContain(`>${words}</text>`);
    const bodies = [...svg.matchAll(/class="body" d="([^"]+)"/g)].map(([, d]) => d);
    expect(new Set(bodies).size).toBe(5);
  });

  test('shows in the dark, and where nobody knows custom properties', () => {
    const svg = svgOf(shapedPicture(shape));
    expect(svg).toContain('@media (prefers-color-scheme:dark){.dbspan-graph{--g-paper:#14171c');
    expect(svg).toContain('.paper{fill:#f7f8fa;fill:var(--g-paper)}');
  });

  test('crosses out what is lost', () => {
    const plan = planOf(goodTopology);
    const [first] = plan.clusters;
    const svg = svgOf(pictureOf(plan, { losses: [{ kind: 'cluster', cluster: first?.name ?? '' }] }));
    expect(svg).toContain(`After the loss of ${first?.name}`);
    expect(svg).toMatch(new RegExp(`class="cluster is-lost[^"]*" data-cluster="${first?.name}"`));
    expect(svg).toMatch(/class="member replica is-lost"/);
  });
});
