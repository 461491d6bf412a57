import type { Verdict } from '../survival/index.js';
import { draw } from './dom.js';
import { verdictShapes } from './shapes.js';

/** The mark of a verdict; the words beside it say the same. */
export function verdictIcon(verdict: Verdict): SVGElement {
  const { body, sign } = verdictShapes[verdict];
  return draw(
    'svg',
    { class: `mark mark-${verdict}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    draw('path', { class: 'mark-body', d: body }),
    draw('path', { class: 'mark-sign', d: sign }),
  );
}
