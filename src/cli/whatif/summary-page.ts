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

/** Databases of which two failures at once are tried. */
const mostInPairs = 40;

/** The summaries of so many as are asked for. */
export function fullSummaries(entries: readonly SurvivalEntry[]): FullSummary[] {
  return entries.map((entry) => fullSummaryOf(entry, entries.length <= mostInPairs));
}

/** What each database survives. */
export function summaryPage(entries: readonly SurvivalEntry[]): Page {
  const summaries = fullSummaries(entries.slice(0, mostRows));
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
  const partly = summaries.filter(({ leftOut }) => leftOut !== undefined);
  const [some] = partly;
  if (some?.leftOut !== undefined)
    remarks.push(
      partly.length === 1
        ? `${some.entry.name}: ${some.leftOut} were not tried`
        : `not tried: ${some.leftOut}; name a database with --database for them`,
    );
  remarks.push(
    'clusters, replicas: how many at the least have to be lost at once until writes stop',
    hint(first),
  );
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
          { name: 'clusters', right: true },
          { name: 'replicas', right: true },
          { name: 'writes stop without' },
        ],
        rows: summaries.map((each) => [
          each.entry.name,
          sizeWords(each.entry),
          each.asked ?? '',
          each.met,
          String(each.fewestClusters),
          String(each.fewestReplicas),
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
