import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goodTopology } from '../../rules/testing.js';
import { mostOfComment, planMarkdown, planMarker } from './markdown.js';
import { anyReport } from './random.testing.js';
import { planReportOf } from './testing.js';
import { verdictOf } from './verdict.js';

const ground = planReportOf({ 'topology.yaml': goodTopology }, { 'topology.yaml': goodTopology });

function nodesOf(markdown: string): Node[] {
  const nodes: Node[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) nodes.push(event.node);
  return nodes;
}

/** What a reader of GitHub's Markdown would make something of, outside of code. */
const speaking = /@|#\d|:\/\/|www\.|[<>`*_~[\]|\\$]|GH-\d/;

function checkSafe(markdown: string): void {
  for (const node of nodesOf(markdown)) {
    const literal = node.literal ?? '';
    if (node.type === 'html_block') {
      const inert = literal.replaceAll(/<code>[^<]*<\/code>/g, '');
      expect(
        inert.replace(
          /^<details><summary>(?:<b>[^<>]*<\/b>)?[^<>]*<\/summary>$|^<\/details>$|^<!-- dbspan plan -->$/,
          '',
        ),
      ).toBe('');
    } else if (node.type === 'link') expect(node.destination).toMatch(/^[\w%./-]+#L\d+$/);
    else if (node.type === 'text' && !/^\|/.test(literal)) expect(literal).not.toMatch(speaking);
    else expect(node.type).not.toMatch(/^(?:image|html_inline|block_quote)$/);
  }
}

/** Without the rows of tables, which this parser takes for paragraphs. */
function withoutTables(markdown: string): string {
  return markdown.replace(/^\|.*\n/gm, '');
}

describe('a plan as Markdown', () => {
  test('begins with the mark of its comment and the verdict', () => {
    expect(planMarkdown(ground).split('\n').slice(0, 2)).toEqual([planMarker, '## dbspan plan: no change']);
  });

  test('always fits, is balanced, keeps the verdict and the number of errors, and lets no name or value speak', () => {
    fc.assert(
      fc.property(anyReport(ground), (report) => {
        const markdown = planMarkdown(report);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(mostOfComment);
        expect(markdown.match(/^<details>/gm)?.length ?? 0).toBe(
          markdown.match(/^<\/details>/gm)?.length ?? 0,
        );
        const [marker, head] = markdown.split('\n');
        expect(marker).toBe(planMarker);
        expect(head).toBe(`## dbspan plan: ${verdictOf(report).text}`);
        const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
        if (errors > 0)
          expect(markdown.replaceAll(',', '')).toContain(
            `Stop and look: ${errors} error${errors === 1 ? '' : 's'}`,
          );
        checkSafe(withoutTables(markdown));
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  test('folds the least important first, and counts what it folds', () => {
    const [sample] = fc.sample(anyReport(ground), { numRuns: 1, seed: 7 });
    if (!sample) throw new Error('no sample');
    const small = planMarkdown(sample, 8000);
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(8000);
  });
});
