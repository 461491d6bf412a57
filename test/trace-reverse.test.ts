import { expect, test } from 'vitest';
import type { Plan } from '../src/plan/index.js';
import { pointerText } from '../src/trace/index.js';
import { leavesOfFile, locate } from '../src/trace/located.js';
import { fieldsFrom } from '../src/trace/reverse.js';
import { traceLeaf } from '../src/trace/trace.js';
import { filesOf, plansOf, programs } from './trace.testing.js';

// The two ways are one: what comes from a place is what names it.

const usual = /examples\/(aks|k3s-galera|three|two)|synth-galera-arbitrator|^rich$/;

test.each(programs().filter(({ title }) => usual.test(title)))(
  'in $title',
  (program) => {
    const plans = plansOf(program);
    const [plan] = plans as [Plan];
    const files = filesOf(plans).filter(({ path }) => path !== 'RUNBOOK.md');
    const forward = new Map<string, Set<string>>();
    for (const file of files) {
      const located = locate(plans, file);
      if (!located) continue;
      for (const leaf of leavesOfFile(located)) {
        const { places, fixed } = traceLeaf(plans, file, located, leaf);
        for (const { path, said } of fixed ? [] : places) {
          if (!said) continue;
          const fields = forward.get(path) ?? new Set();
          forward.set(path, fields.add(`${file.path}#${pointerText(leaf.pointer)}`));
        }
      }
    }
    const wrong: string[] = [];
    for (const [path, fields] of forward) {
      const found = fieldsFrom(plans, files, plan, [path]).flatMap((file) =>
        file.fields.map(({ leaf }) => `${file.path}#${pointerText(leaf.pointer)}`),
      );
      for (const field of fields) if (!found.includes(field)) wrong.push(`${path} does not list ${field}`);
      // What stands inside a place is listed with it.
      const inside = [...forward].filter(([other]) => other.startsWith(path) || path.startsWith(other));
      const allowed = new Set(inside.flatMap(([, each]) => [...each]));
      for (const field of found) if (!allowed.has(field)) wrong.push(`${path} lists ${field}`);
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);
