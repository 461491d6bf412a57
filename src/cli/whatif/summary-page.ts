import { timeRows, timesOf } from '../../plan/index.js';
import type { SurvivalEntry } from '../../report/survival/entries.js';
import {
  type FullSummary,
  fullSummaryOf,
  sizeWords,
  stopWords,
  summaryWords,
} from '../../report/survival/summary.js';
import { goals } from '../../survival/index.js';
import type { Table } from '../size/tables.js';
import { type Page, worstTone } from './page.js';

/** Databases that have a row. */
const mostRows = 200;

/** What each database survives. */
export function summaryPage(entries: readonly SurvivalEntry[]): Page {
  const summaries = entries.slice(0, mostRows).map(fullSummaryOf);
  const [first] = summaries;
  if (!first)
    return {
      answer: 'no database is compiled here, so that nothing can be lost',
      tone: 'good',
      tables: [],
      remarks: [],
    };
  const remarks: string[] = [];
  const more = entries.length - summaries.length;
  if (more > 0) remarks.push(`and ${more} more databases: name one with --database`);
  for (const { leftOut, entry } of summaries)
    if (leftOut !== undefined) remarks.push(`${entry.name}: ${leftOut} were not tried`);
  remarks.push(hint(first));
  const holding = summaries.filter(isSafe).length;
  return {
    answer:
      entries.length === 1
        ? `${first.entry.name}: ${summaryWords(first)}`
        : `${holding} of ${summaries.length} databases survive the loss of any one cluster`,
    tone: worstTone(
      summaries.map((each) => (isSafe(each) ? 'good' : each.met === 'none' ? 'bad' : 'warning')),
    ),
    tables: [
      {
        title: '',
        heads: true,
        columns: [
          { name: 'database' },
          { name: 'is' },
          { name: 'asked' },
          { name: 'met' },
          { name: 'fewest clusters', right: true },
          { name: 'writes stop without' },
        ],
        rows: summaries.map((each) => [
          each.entry.name,
          sizeWords(each.entry),
          each.asked ?? '',
          each.met,
          each.fewestClusters === undefined ? '' : String(each.fewestClusters),
          stopWords(each) ?? 'more than two failures',
        ]),
      },
      ...(entries.length === 1 ? [timesTable(first.entry)] : []),
    ],
    remarks,
  };
}

function timesTable({ plan, subjects: [subject] }: SurvivalEntry): Table {
  return {
    title: 'times',
    labels: true,
    columns: [{ name: 'what' }, { name: 'on' }, { name: 'is' }],
    rows: timeRows(timesOf(plan, subject)).map(({ topic, cluster = '', text }) => [topic, cluster, text]),
  };
}

function isSafe({ met }: FullSummary): boolean {
  return goals.indexOf(met) >= goals.indexOf('cluster');
}

function hint({ entry }: FullSummary): string {
  const cluster = entry.subjects[0].database.members[0]?.cluster ?? 'CLUSTER';
  return `One failure in full: dbspan whatif --lose ${cluster}. Every single one: dbspan whatif --all`;
}
