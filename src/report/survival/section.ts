import { code } from '../../charts/runbook-step.js';
import type { Plan, SurvivalSubject } from '../../plan/index.js';
import {
  judge,
  type Loss,
  lossWords,
  type Outcome,
  outcomeWords,
  singleLosses,
} from '../../survival/index.js';
import { secondsWords } from './duration-words.js';
import { type SurvivalEntry, storeOf, survivalEntries } from './entries.js';
import { kindOf, type Resumption, resumptionOf } from './resumption.js';
import { summaryOf, summaryWords } from './summary.js';

/** Failures of one row that are named one by one. */
const mostNamed = 6;

/** Databases that have a table. */
const mostEntries = 50;

/** What the databases of a plan survive, as Markdown: for each a table of all single failures. Undefined where there is none. */
export function survivalSection(plan: Plan): string | undefined {
  const entries = survivalEntries([plan]);
  if (entries.length === 0) return undefined;
  const more = entries.length - mostEntries;
  const rest = more > 0 ? [`And ${more} more databases: \`npx dbspan whatif\`.`] : [];
  return [introduction, ...entries.slice(0, mostEntries).flatMap(partOf), ...rest].join('\n\n');
}

const introduction =
  'What happens when one thing is lost without a word. Where the scheduler chooses nodes and zones, the worst it may choose is taken. `npx dbspan whatif --lose WHAT` tells more, and of several at once.';

function partOf(entry: SurvivalEntry): string[] {
  const [subject] = entry.subjects;
  const name = code(`${subject.database.namespace}/${subject.database.name}`);
  return [`${name}: ${cell(summaryWords(summaryOf(entry)))}.`, tableOf(entry)];
}

function tableOf(entry: SurvivalEntry): string {
  const { landscape, subjects } = entry;
  const [subject] = subjects;
  const rows = new Map<string, string[]>();
  for (const loss of singleLosses(subject.database, landscape).failures) {
    // One side of a split is cut off as if it were lost; its links say enough.
    if (loss.kind === 'split') continue;
    const cells = cellsOf(loss, entry).map(cell).join(' | ');
    const present = rows.get(cells) ?? [];
    present.push(inFleet(lossWords(loss, landscape), entry));
    rows.set(cells, present);
  }
  return [
    '| Lost | Writes | Reads | Data | What to do |',
    '|---|---|---|---|---|',
    ...[...rows].map(([cells, lost]) => `| ${cell(named(lost))} | ${cells} |`),
  ].join('\n');
}

function inFleet(words: string, { fleet, subjects: [subject] }: SurvivalEntry): string {
  return fleet === undefined ? words : words.replaceAll(storeOf(subject), 'its cluster');
}

function named(lost: readonly string[]): string {
  const more = lost.length - mostNamed;
  return more > 1 ? `${lost.slice(0, mostNamed).join('; ')}; ${more} more alike` : lost.join('; ');
}

function cellsOf(loss: Loss, { plan, landscape, subjects: [subject] }: SurvivalEntry): string[] {
  const happening = { losses: [loss], manner: 'crash' } as const;
  const outcome = judge(subject.database, landscape, happening);
  const resumption = resumptionOf(plan, subject, outcome, happening);
  const { reads, data } = outcome;
  return [
    writesCell(outcome, resumption),
    { continue: 'go on', stale: 'go on, nothing newer arrives', stop: 'stop' }[reads],
    {
      safe: 'nothing answered is lost',
      'unsent-commits': 'what was answered and not yet sent may be lost',
      'copies-lost': 'as safe as the lost volumes',
    }[data],
    toDo(subject, outcome),
  ];
}

function writesCell(outcome: Outcome, { by, seconds }: Resumption): string {
  if (outcome.writes === 'stop') return `stop: ${outcomeWords(outcome)}`;
  if (seconds !== undefined) return seconds === 0 ? 'go on' : `go on, after ${secondsWords(seconds)}`;
  return by === 'operator' ? 'go on when a replica is promoted' : 'go on, after some seconds';
}

function toDo(subject: SurvivalSubject, outcome: Outcome): string {
  const { writes, reason, controlPlane, idle, lost } = outcome;
  const hub =
    controlPlane === 'lost' ? ['bring the hub back under its URL, and change nothing until then'] : [];
  if (writes === 'continue') {
    if (hub.length > 0) return hub.join('; ');
    if (lost.length === 0 && idle.length === 0) return outcome.relayed ? 'mend the link' : 'nothing';
    return lost.length === 0 ? 'mend the link' : 'bring it back; it catches up by itself';
  }
  return [
    ...hub,
    afterStop(
      subject,
      reason,
      idle.some(({ data }) => data),
    ),
  ].join('; ');
}

function afterStop(subject: SurvivalSubject, reason: Outcome['reason'], isAnyLeft: boolean): string {
  if (reason === 'manual-failover') return 'bring it back, or make another cluster the primary';
  if (!isAnyLeft) return 'bring it back with its volumes, or restore a backup';
  return kindOf(subject) === 'galera'
    ? 'bring it back; only if it is off for good, bootstrap what is left'
    : 'bring it back';
}

/** A text in a cell: nothing in it is read as Markdown. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]|<>]/g, (character) => `\\${character}`);
}
