import { type Link, spanOf } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A pair of clusters has one entry under links. */
export const duplicateLink = defineRule({
  id: 'topology/duplicate-link',
  severity: 'error',
  why: 'the direction does not matter, so the second entry would quietly win or lose against the first in every estimate of latency and transfer times',
  messages: {
    pair: (p: { one: string; other: string }) =>
      `the link between ${p.one} and ${p.other} is described twice`,
  },
  checkTopology({ links }, report) {
    const seen = new Map<string, Link>();
    for (const link of links ?? []) {
      const [one = '', other = ''] = link.between;
      const key = [one, other].sort().join(' ');
      const first = seen.get(key);
      if (!first) {
        seen.set(key, link);
        continue;
      }
      report('pair', { one, other })
        .at(spanOf(link.between), 'again here')
        .related(spanOf(first.between), 'first here')
        .fix('keep one entry, with what was measured');
    }
  },
});
