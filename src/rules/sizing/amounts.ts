import type { Budget, BudgetPart, Mebibytes } from '../../sizing/index.js';

/** A size that is enough, exactly: whole MiB, or quarters of a GiB where that is exact, rounded up to them from 10 GiB on. */
export function enoughText(size: Mebibytes): string {
  const whole = Math.ceil(size);
  const even = whole >= 10_240 ? Math.ceil(whole / 256) * 256 : whole;
  return even >= 1024 && even % 256 === 0 ? `${even / 1024}Gi` : `${even}Mi`;
}

/** A size that is not too much: whole MiB, or quarters of a GiB where that is exact, rounded down to them from 10 GiB on. */
export function mostText(size: Mebibytes): string {
  const whole = Math.floor(size);
  const even = whole >= 10_240 ? Math.floor(whole / 256) * 256 : whole;
  return even >= 1024 && even % 256 === 0 ? `${even / 1024}Gi` : `${even}Mi`;
}

/** The largest lines of a budget, the reserve aside: `213Mi connections (20 x 10.5Mi)`. */
export function largestLines(budget: Budget, count: number): string[] {
  return [...budget.parts]
    .filter(({ part }) => part !== 'reserve')
    .sort((a, b) => b.size - a.size)
    .slice(0, count)
    .map(lineText);
}

function lineText({ part, size, how }: BudgetPart): string {
  // What is multiplied says more than the product alone.
  const [product] = /^[\d.]+ x [\d.]+Mi/.exec(how) ?? [];
  if (product !== undefined) {
    const bound = how.includes('no bound') ? ', and more' : '';
    return `${enoughText(size)} ${part} (${product}${bound})`;
  }
  return `${enoughText(size)} ${part}`;
}

/** `a`, `a or b`, `a, or b, or c`: each of them alone is enough. */
export function eitherOf(remedies: readonly string[]): string {
  return remedies.join(', or ');
}
