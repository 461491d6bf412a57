import { expect, test } from 'vitest';
import { pointerText } from '../src/trace/index.js';
import { leavesOfFile, locate } from '../src/trace/located.js';
import { traceLeaf } from '../src/trace/trace.js';
import { filesOf, plansOf, programs } from './trace.testing.js';

// Every field of every file that the repository's topologies give is known to a table: nothing is traced to its file alone.

test.each(programs())('every field of $title has an entry', (program) => {
  const plans = plansOf(program);
  const missing = new Set<string>();
  for (const file of filesOf(plans)) {
    if (file.path === 'RUNBOOK.md') continue;
    const located = locate(plans, file);
    if (!located) {
      missing.add(`${file.path} is not located`);
      continue;
    }
    for (const leaf of leavesOfFile(located)) {
      const { pattern, places, fixed, formula } = traceLeaf(plans, file, located, leaf);
      if (pattern === undefined) missing.add(`${file.path}#${pointerText(leaf.pointer)}`);
      if (places.length === 0) missing.add(`${file.path}#${pointerText(leaf.pointer)} has no place`);
      if (fixed && formula === undefined)
        missing.add(`${file.path}#${pointerText(leaf.pointer)} does not say why it is fixed`);
    }
  }
  expect([...missing]).toEqual([]);
});
