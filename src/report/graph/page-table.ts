import type { PageData } from '../../page/data.js';
import { answerWords, judge, lossWords, membersWords, singleLosses } from '../../survival/index.js';

/** Most rows of the table. */
const mostRows = 400;

/** What every single failure does, as HTML without a script. `escaped` makes text of a name. */
export function failureTable({ landscape, databases }: PageData, escaped: (text: string) => string): string {
  const rows: string[] = [];
  let leftOut = 0;
  for (const { survival } of databases) {
    for (const loss of singleLosses(survival, landscape).failures) {
      if (loss.kind === 'split') continue;
      if (rows.length >= mostRows) {
        leftOut += 1;
        continue;
      }
      const outcome = judge(survival, landscape, { losses: [loss], manner: 'crash' });
      const left = outcome.serving.length > 0 ? membersWords(outcome.serving) : 'nobody takes writes';
      const cells = [lossWords(loss, landscape), answerWords(outcome), left].map(
        (text) => `<td>${escaped(text)}</td>`,
      );
      rows.push(`<tr><th scope="row">${escaped(survival.name)}</th>${cells.join('')}</tr>`);
    }
  }
  if (rows.length === 0) return '<p>There is no database.</p>';
  const more =
    leftOut === 0 ? '' : `<p>And ${leftOut} more: <code>dbspan whatif --all</code> lists them.</p>`;
  return `<table>
<caption>What a single failure does</caption>
<thead><tr><th scope="col">Database</th><th scope="col">Lost</th><th scope="col">What happens</th><th scope="col">Who takes writes</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${more}`;
}
