import { verdicts } from '../../survival/index.js';
import { dark, dashes, light, properties, type Theme } from './theme.js';

/** Fonts that are no wider than what text.ts reckons with. */
const fonts = `'Segoe UI','Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif`;
const sizes = [11, 12, 13, 14, 17, 22];

/** The style sheet of a picture. Viewers that know no custom properties take the colours before them, which are the light ones. */
export function styleOf(): string {
  const values = properties(light);
  const paint = (property: string, name: string): string =>
    `${property}:${values.get(name)};${property}:var(--g-${name})`;
  const rules = [
    `.dbspan-graph{${customProperties(light)};font-family:${fonts};max-width:100%;height:auto;color-scheme:light dark}`,
    `@media (prefers-color-scheme:dark){.dbspan-graph{${customProperties(dark)}}}`,
    `text{${paint('fill', 'text')};white-space:pre;unicode-bidi:isolate}`,
    ...sizes.map((size) => `.s${size}{font-size:${size}px}`),
    '.b{font-weight:700}',
    `.faint{${paint('fill', 'faint')}}`,
    `.paper{${paint('fill', 'paper')}}`,
    `.panel,.card,.tag{${paint('fill', 'card')};${paint('stroke', 'border')};stroke-width:1}`,
    `.band{${paint('fill', 'region')}}`,
    `.joint{fill:none;${paint('stroke', 'region')};stroke-width:64;stroke-linejoin:round}`,
    `.accent{${paint('fill', 'border')}}`,
    `.chip,.pill{${paint('fill', 'chip')};${paint('stroke', 'border')};stroke-width:1}`,
    '.arbitrator .pill{stroke-dasharray:4 3}',
    `.figure path{fill:none;${paint('stroke', 'text')};stroke-width:1.3}`,
    `.rule{${paint('stroke', 'border')};stroke-width:.6}`,
    `.body{${paint('stroke', 'outline')};stroke-width:1.2;stroke-linejoin:round}`,
    `.icon .sign{fill:none;${paint('stroke', 'glyph')};stroke-width:2;stroke-linecap:round}`,
    `.line{fill:none;${paint('stroke', 'border')};stroke-width:2.5}`,
    '.thin>.line{stroke-width:1.4}',
    '.hit{fill:none;pointer-events:all}',
    'path.hit{stroke-width:18;stroke:transparent}',
    ...verdicts.map((verdict) => `.icon.v-${verdict} .body{${paint('fill', `fill-${verdict}`)}}`),
    ...verdicts.map((verdict) => `.v-${verdict}>.accent{${paint('fill', `line-${verdict}`)}}`),
    ...verdicts.map((verdict) => {
      const dash = dashes[verdict];
      return `.v-${verdict}>.line{${paint('stroke', `line-${verdict}`)}${dash === '' ? '' : `;stroke-dasharray:${dash}`}}`;
    }),
    '.cross{display:none}',
    `.is-lost>.cross,.is-lost>.face>.cross{display:inline;fill:none;${paint('stroke', 'lost')};stroke-width:2.5;stroke-linecap:round;pointer-events:none}`,
    `.is-lost>.face>.cross{${paint('stroke', 'region')};stroke-width:10}`,
    '.is-lost>.line{stroke-dasharray:3 5}',
    '.member.is-lost>.b{text-decoration:line-through}',
    '.member.is-idle>.pill{stroke-dasharray:2 3}',
    `.is-lost .card,.member.is-lost .pill,.zone.is-lost .chip{${paint('fill', 'paper')};stroke-dasharray:6 4}`,
  ];
  return rules.join('\n');
}

function customProperties(theme: Theme): string {
  return [...properties(theme)].map(([name, value]) => `--g-${name}:${value}`).join(';');
}
