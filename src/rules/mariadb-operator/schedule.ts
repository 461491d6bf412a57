import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { objectsOf } from './operator-objects.js';

/** Least and most of the five fields, and the words that may stand for numbers. */
const fields = [
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of the month', least: 1, most: 31, words: [] },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  {
    name: 'day of the week',
    least: 0,
    most: 6,
    words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  },
] as const;

const messages = {
  count: (p: { cron: string; count: number }) => `the schedule "${p.cron}" has ${p.count} fields, not 5`,
  word: (p: { cron: string }) => `the schedule ${p.cron} is a word, not five fields`,
  field: (p: { value: string; field: string }) => `${p.value} is no ${p.field} of a schedule`,
  timeZone: (p: { timeZone: string }) => `there is no time zone ${p.timeZone}`,
};

/** A schedule has the five fields of cron, each with values it can have. */
export const schedule = defineRule({
  id: 'mariadb-operator/schedule',
  severity: 'error',
  why: "the operator's webhook refuses a schedule it cannot read: five fields, without seconds and without words such as @daily",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/backup_webhook.go',
  messages,
  checkTopology({ databases }, report) {
    for (const { mariadbOperator } of databases) {
      for (const backup of mariadbOperator?.backups ?? []) {
        check(backup.schedule, valueSpan(backup, 'schedule'), report);
        if (backup.kind === 'logical' && backup.timeZone !== undefined && !isTimeZone(backup.timeZone)) {
          report('timeZone', { timeZone: backup.timeZone })
            .at(valueSpan(backup, 'timeZone'))
            .fix('write one of the IANA database, such as Europe/Berlin');
        }
      }
    }
  },
  checkManifests(manifests, report) {
    for (const kind of ['Backup', 'PhysicalBackup', 'SqlJob']) {
      for (const { root } of objectsOf(manifests, kind)) {
        const field = root.at('spec', 'schedule', 'cron');
        const cron = field.text?.replace(/^(?:CRON_)?TZ=\S+\s+/, '').trim();
        if (cron === undefined || (cron === '' && kind === 'PhysicalBackup')) continue;
        check(cron, field.span, report);
      }
    }
  },
});

function check(cron: string, span: Span, report: Report<typeof messages>): void {
  const parts = cron.split(/\s+/).filter(Boolean);
  const wrong = parts.findIndex((part, index) => !isPart(part, index));
  if (cron.startsWith('@')) {
    report('word', { cron }).at(span).fix('write the five fields: "0 3 * * *" for every night at three');
  } else if (parts.length !== 5) {
    report('count', { cron, count: parts.length })
      .at(span)
      .fix('write minute, hour, day of the month, month and day of the week: "0 3 * * *"');
  } else if (wrong !== -1) {
    report('field', { value: parts[wrong] ?? '', field: fields[wrong]?.name ?? '' })
      .at(span)
      .fix(remedyOf(wrong));
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function isPart(part: string, index: number): boolean {
  const field = fields[index];
  if (!field) return false;
  const words: readonly string[] = field.words;
  const numberOf = (text: string): number => {
    const word = words.indexOf(text.toLowerCase());
    if (word !== -1) return word + field.least;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  return part.split(',').every((item) => {
    const [range = '', step, ...rest] = item.split('/');
    if (rest.length > 0 || (step !== undefined && !/^0*[1-9]\d*$/.test(step))) return false;
    if (range === '*' || range === '?') return true;
    const [from, to = from, ...more] = range.split('-').map(numberOf);
    if (from === undefined || to === undefined || more.length > 0) return false;
    return from >= field.least && to <= field.most && from <= to;
  });
}

function remedyOf(index: number): string {
  const { least = 0, most = 0 } = fields[index] ?? {};
  return index === 4 ? 'write 0 to 6, Sunday is 0' : `write ${least} to ${most}, a range, a list or *`;
}
