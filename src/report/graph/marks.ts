import type { SurvivalSubject } from '../../plan/index.js';
import {
  fateWords,
  judge,
  type Landscape,
  type Loss,
  lossText,
  membersByCluster,
  type Outcome,
  outcomeWords,
  singleLosses,
  verdicts,
} from '../../survival/index.js';
import type { Mark } from './picture.js';

/** What became of one database. */
export interface Judged {
  /** After what has been lost; undefined where nothing is. */
  readonly after: Outcome | undefined;
  /** Single losses that stop its writes. */
  readonly stopping: readonly Loss[];
  /** Clusters whose loss may take answered commits along. */
  readonly unsent: readonly Loss[];
}

/** Most clusters of one database whose links are judged. */
const mostClusters = 24;

/** Judges every single loss that has a place in the picture. */
export function judgeSubject(
  { database }: SurvivalSubject,
  landscape: Landscape,
  losses: readonly Loss[],
  marks: Marks,
): Judged {
  const stopping: Loss[] = [];
  const unsent: Loss[] = [];
  const large = membersByCluster(database).size > mostClusters;
  for (const loss of singleLosses(database, landscape).failures) {
    if (loss.kind === 'split' || (loss.kind === 'link' && large)) continue;
    const outcome = judge(database, landscape, { losses: [loss], manner: 'crash' });
    marks.add(lossText(loss), `${database.namespace}/${database.name}`, outcome);
    if (loss.kind === 'hub') continue;
    if (outcome.writes === 'stop' && loss.kind !== 'region') stopping.push(loss);
    if (outcome.data === 'unsent-commits' && loss.kind === 'cluster') unsent.push(loss);
  }
  return {
    after: losses.length === 0 ? undefined : judge(database, landscape, { losses, manner: 'crash' }),
    stopping,
    unsent,
  };
}

interface Tally {
  worst: Outcome;
  databases: string[];
  stops: boolean;
  of: number;
}

/** The worst that each loss does to any database. */
export class Marks {
  readonly #tallies = new Map<string, Tally>();
  readonly #several: boolean;

  constructor(several: boolean) {
    this.#several = several;
  }

  add(loss: string, database: string, outcome: Outcome): void {
    const tally = this.#tallies.get(loss);
    const stops = outcome.writes === 'stop';
    if (!tally) {
      this.#tallies.set(loss, { worst: outcome, databases: [database], stops, of: 1 });
      return;
    }
    tally.of++;
    tally.stops ||= stops;
    const order = badness(outcome) - badness(tally.worst);
    if (order === 0) tally.databases.push(database);
    if (order > 0) {
      tally.worst = outcome;
      tally.databases = [database];
    }
  }

  of(loss: string): Mark | undefined {
    const tally = this.#tallies.get(loss);
    if (!tally) return undefined;
    const { worst, databases, stops, of } = tally;
    const [first = ''] = databases;
    const who = databases.length === of ? '' : `${first.slice(first.indexOf('/') + 1)}: `;
    return {
      verdict: worst.verdict,
      writes: stops ? 'stop' : 'continue',
      words: fateWords({ verdict: worst.verdict, writes: stops ? 'stop' : 'continue' }),
      reason: `${this.#several ? who : ''}${reasonOf(worst)}`,
      databases,
      of,
    };
  }
}

function badness({ verdict, writes }: Outcome): number {
  return verdicts.indexOf(verdict) * 2 + (writes === 'stop' ? 1 : 0);
}

/** What was lost says more than the count of votes, where it is data. */
function reasonOf(outcome: Outcome): string {
  const words = outcomeWords(outcome);
  if (outcome.data === 'unsent-commits' && outcome.writes === 'continue')
    return `${words}; the last commits may be lost`;
  return words;
}
