import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, goodTopology } from '../../rules/testing.js';
import { mostOfComment, planMarkdown, planMarker } from './markdown.js';
import { parts, reportOfParts } from './random.testing.js';
import { planReportOf } from './testing.js';
import { refusedChanges, verdictOf } from './verdict.js';

const small = change(goodTopology, 'replicas: [1]', 'replicas: [1, 3]');
const larger = change(small, 'replicas: [0, 2]', 'replicas: [0, 2, 4]');
const ground = planReportOf({ 'topology.yaml': goodTopology }, { 'topology.yaml': larger });

/** What a reader of GitHub's Markdown would make something of. */
const speaking = /[@#<>`*_~[\]|\\$&]|:\/\/|www\.|GH-\d|:\w+:|\b[0-9a-f]{7,40}\b/;

/** A line of our own words: code, emphasis and links of ours taken out. */
function bare(line: string): string {
  const withoutCode = line.replace(/(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/g, '');
  return withoutCode.replace(/\[\]\([\w.%/~-]+#L\d+\)/g, '').replace(/\*\*([^*]*)\*\*/g, '$1');
}

/** What stands before the words of a line: a heading, a list, nothing. */
const start = /^(?:#{2,3} |- | {2}- )?/;

function problemsOf(markdown: string): string[] {
  const problems: string[] = [];
  let fence: string | undefined;
  let open = 0;
  for (const [index, line] of markdown.split('\n').entries()) {
    const isFence = /^(`{3,})(?:sh)?$/.exec(line);
    if (fence !== undefined) {
      if (isFence?.[1] === fence && line === fence) fence = undefined;
      else if ((/^ {0,3}(`*)/.exec(line)?.[1]?.length ?? 0) >= fence.length) problems.push(line);
      continue;
    }
    if (isFence) fence = isFence[1];
    else if (/^<details>/.test(line)) {
      open += 1;
      const inside = /^<details><summary>(.*)<\/summary>$/.exec(line)?.[1] ?? '<';
      const inert = inside.replaceAll(/<code>[^<>]*<\/code>|<\/?b>/g, '');
      if (speaking.test(inert)) problems.push(line);
    } else if (line === '</details>') open -= 1;
    else if (/^\| .* \|$/.test(line)) {
      const cells = line.slice(2, -2).split(' | ');
      if (cells.some((cell) => speaking.test(bare(cell)))) problems.push(line);
    } else if (!(index === 0 && line === planMarker)) {
      const words = bare(line.replace(start, ''));
      if (speaking.test(words) || /^(?:\d+[.)]|[-+=]+)(?: |$)/.test(words)) problems.push(line);
    }
  }
  if (fence !== undefined) problems.push('a fence is open');
  if (open !== 0) problems.push('details are open');
  return problems;
}

describe('a plan as Markdown', () => {
  test('begins with the mark of its comment and the verdict', () => {
    const lines = planMarkdown(ground).split('\n').slice(0, 2);
    expect(lines).toEqual([planMarker, `## dbspan plan: ${verdictOf(ground).text}`]);
  });

  test('always fits, keeps the verdict and the number of errors, and lets no name or value speak', {
    timeout: 240_000,
  }, () => {
    fc.assert(
      fc.property(parts, (given) => {
        const report = reportOfParts(ground, given);
        const markdown = planMarkdown(report);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(mostOfComment);
        expect(markdown.split('\n')[1]).toBe(`## dbspan plan: ${verdictOf(report).text}`);
        // Where the commits of the plan go round every error, there is none to look at.
        const isMended = report.commits.needed && refusedChanges(report).length === 0;
        const all = report.diagnostics.filter(({ severity }) => severity === 'error').length;
        const errors = isMended ? 0 : all;
        if (errors > 0)
          expect(markdown.replaceAll(',', '')).toContain(
            `Stop and look: ${errors} error${errors === 1 ? '' : 's'}`,
          );
        expect(problemsOf(markdown)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('fits in less as well, whole parts folded to counts, the least important first', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(parts, (given) => {
        const markdown = planMarkdown(reportOfParts(ground, given), 9000);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(9000);
        expect(problemsOf(markdown)).toEqual([]);
      }),
      { numRuns: 20 },
    );
    const [full, less] = [planMarkdown(ground), planMarkdown(ground, 1900)];
    expect(full).toContain('<details><summary><b>fra</b>');
    expect(less).not.toContain('<details><summary><b>fra</b>');
    expect(less).toContain('\n- **fra**: 2 changed\n');
    expect(less).toContain('### To get this again');
  });

  test('shows what could speak as code', () => {
    const finding = planReportOf(
      { t: goodTopology },
      { t: larger },
      {
        findings: [
          {
            id: 'test/finding',
            severity: 'warning',
            message: 'ask @team, see #12 (https://example.com/x) or <b>this</b> in a_b',
            why: '',
            fix: undefined,
            primary: { span: { file: { name: 'a b.yaml', text: '' }, start: 0, end: 0 }, text: '' },
            related: [],
            edits: [],
          },
        ],
      },
    );
    const markdown = planMarkdown({ ...finding, folder: 'infra', blobs: 'https://example.com/blob/' });
    expect(markdown).toContain(
      'ask `@team`, see `#12` (`https://example.com/x`) or `<b>this</b>` in `a_b`\n',
    );
    expect(markdown).toContain('[`a b.yaml:1:1`](https://example.com/blob/infra/a%20b.yaml#L1)');
  });
});
