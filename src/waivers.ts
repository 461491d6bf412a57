import {
  type Diagnostic,
  defineDiagnostic,
  Findings,
  hasErrors,
  type Span,
  type WaivedDiagnostic,
} from './diagnostics/index.js';
import { rules } from './rules/catalogue.js';
import { keySpan, nearest, spanOf, type Topology, valueSpan, type Waiver } from './topology/index.js';
import { wholeLines } from './yaml/edits.js';

export const unknownRule = defineDiagnostic({
  id: 'waiver/unknown-rule',
  severity: 'error',
  why: 'a waiver that names no rule waives nothing, and whoever reads it believes it does',
  messages: { rule: (p: { rule: string }) => `there is no rule ${p.rule}` },
});

export const notAWarning = defineDiagnostic({
  id: 'waiver/not-a-warning',
  severity: 'error',
  why: 'only warnings can be waived: what is an error is refused downstream or cannot work, and a note needs no waiver',
  messages: {
    change: (p: { rule: string }) =>
      `${p.rule} is about a change, which is reported once, until it is committed`,
    error: (p: { rule: string }) => `${p.rule} is an error, and errors cannot be waived`,
    info: (p: { rule: string }) => `${p.rule} is a note, which needs no waiver`,
  },
});

export const unknownSubject = defineDiagnostic({
  id: 'waiver/unknown-subject',
  severity: 'error',
  why: 'a waiver for something that is not in the file waives nothing',
  messages: { subject: (p: { subject: string }) => `there is no ${p.subject} in this file` },
});

export const noSuchDay = defineDiagnostic({
  id: 'waiver/no-such-day',
  severity: 'error',
  why: 'nobody can say when such a waiver ends',
  messages: { day: (p: { until: string }) => `there is no day ${p.until}` },
});

export const expired = defineDiagnostic({
  id: 'waiver/expired',
  severity: 'warning',
  why: 'what it accepted for a time is reported again, and someone has to decide anew',
  messages: {
    ended: (p: { rule: string; until: string; today: string }) =>
      `the waiver of ${p.rule} ended on ${p.until}; today is ${p.today}`,
  },
});

export const unused = defineDiagnostic({
  id: 'waiver/unused',
  severity: 'warning',
  why: 'it would hide the next finding of that rule, which nobody has looked at',
  messages: {
    nothing: (p: { rule: string; subject: string | undefined }) =>
      `${p.rule} finds nothing${p.subject === undefined ? '' : ` in ${p.subject}`}, so there is nothing to waive`,
  },
});

/** Findings of one file after its waivers. */
export interface WaiverResult {
  /** Those that no waiver holds for, and those about the waivers themselves. */
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
}

/**
 * Takes the accepted warnings out of the findings of a file.
 *
 * @param today YYYY-MM-DD; without it no waiver counts as expired
 */
export function applyWaivers(
  topology: Topology,
  diagnostics: readonly Diagnostic[],
  today: string | undefined,
): WaiverResult {
  const { waivers = [] } = topology;
  if (waivers.length === 0) return { diagnostics, waived: [] };
  const findings = new Findings();
  const holding = waivers.flatMap((waiver) => resolve(topology, waiver, today, findings) ?? []);
  const kept: Diagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  const used = new Set<Waiver>();
  for (const diagnostic of diagnostics) {
    const by = holding.filter(({ waiver, places }) => {
      return (
        waiver.rule === diagnostic.id && places.some((place) => contains(place, diagnostic.primary.span))
      );
    });
    for (const { waiver } of by) used.add(waiver);
    const valid = by.find(({ over }) => !over)?.waiver;
    if (valid) waived.push({ diagnostic, reason: valid.reason, until: valid.until });
    else kept.push(diagnostic);
  }
  for (const { waiver, over } of holding) {
    if (over && today !== undefined && used.has(waiver)) {
      findings
        .report(expired, 'ended', { rule: waiver.rule, until: waiver.until, today })
        .at(valueSpan(waiver, 'until'))
        .fix('mend what is reported, or give the waiver a later day and say why');
      continue;
    }
    // An error elsewhere keeps rules from running, so that nothing can be said.
    if (used.has(waiver) || hasErrors(diagnostics)) continue;
    const open = findings
      .report(unused, 'nothing', { rule: waiver.rule, subject: waiver.for })
      .at(valueSpan(waiver, 'rule'))
      .fix('remove the waiver');
    const lines = wholeLines(spanOf(waiver));
    // The last one leaves its key behind, which then holds nothing.
    if (lines && waivers.length > 1) open.edit(lines, '');
  }
  return { diagnostics: [...kept, ...findings.list()], waived };
}

interface Holding {
  readonly waiver: Waiver;
  /** What it is for. */
  readonly places: readonly Span[];
  /** Its last day has gone by. */
  readonly over: boolean;
}

/** A waiver that can be applied; undefined when it is reported as wrong. */
function resolve(
  topology: Topology,
  waiver: Waiver,
  today: string | undefined,
  findings: Findings,
): Holding | undefined {
  const rule = rules.find(({ id }) => id === waiver.rule);
  if (!rule) {
    const open = findings.report(unknownRule, 'rule', { rule: waiver.rule }).at(valueSpan(waiver, 'rule'));
    const meant = nearest(
      waiver.rule,
      rules.map(({ id }) => id),
    );
    open.fix(meant ? `did you mean ${meant}?` : 'see all rules: dbspan rules');
    return undefined;
  }
  const isOfChanges = rule.stages.every((stage) => stage === 'change');
  if (isOfChanges || rule.severity !== 'warning') {
    const form = isOfChanges || rule.severity === 'warning' ? 'change' : rule.severity;
    findings
      .report(notAWarning, form, { rule: waiver.rule })
      .at(valueSpan(waiver, 'rule'))
      .fix('remove the waiver');
    return undefined;
  }
  if (!isDay(waiver.until)) {
    findings
      .report(noSuchDay, 'day', { until: waiver.until })
      .at(valueSpan(waiver, 'until'))
      .fix('write the last day on which the waiver holds, YYYY-MM-DD');
    return undefined;
  }
  const places = waiver.for === undefined ? [spanOf(topology)] : placesOf(topology, waiver.for);
  if (places.length === 0) {
    findings
      .report(unknownSubject, 'subject', { subject: waiver.for ?? '' })
      .at(valueSpan(waiver, 'for'))
      .fix('write a path in this file, such as clusters[NAME], databases[NAME] or slice');
    return undefined;
  }
  return { waiver, places, over: today !== undefined && waiver.until < today };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Where a path such as `slice`, `clusters[fra]`, `databases[shop/orders].storage` or `clusters[0]` stands; several where names repeat. */
function placesOf(topology: Topology, path: string): Span[] {
  const steps = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
  let found: { readonly value: unknown; readonly span: Span }[] = [
    { value: topology, span: spanOf(topology) },
  ];
  for (const step of steps) {
    found = found.flatMap(({ value }) =>
      step.startsWith('[') ? items(value, step.slice(1, -1)) : field(value, step),
    );
  }
  return steps.length === 0 ? [] : found.map(({ span }) => span);
}

function field(value: unknown, name: string): { value: unknown; span: Span }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !(name in value)) return [];
  const container = value as Record<string, unknown>;
  const span = { ...keySpan(container, name), end: valueSpan(container, name).end };
  return [{ value: container[name], span }];
}

function items(value: unknown, name: string): { value: unknown; span: Span }[] {
  if (!Array.isArray(value)) return [];
  const list: readonly unknown[] = value;
  const matches = (is: (item: unknown, index: number) => boolean) =>
    list.flatMap((item, index) =>
      is(item, index) ? [{ value: item, span: valueSpan(list as unknown[], index) }] : [],
    );
  // Names come first: clusters[1] is the one that is called 1, if there is one.
  const named = matches((item) => namesOf(item).includes(name));
  if (named.length > 0) return named;
  const otherwise = matches((item) => otherNamesOf(item).includes(name));
  return otherwise.length > 0 ? otherwise : matches((_, index) => String(index) === name);
}

/** The names by which an item of a list is known. */
function namesOf(item: unknown): string[] {
  if (typeof item === 'string') return [item];
  const { name, namespace } = (item ?? {}) as Partial<Record<string, string>>;
  if (name === undefined) return [];
  return namespace === undefined ? [name] : [name, `${namespace}/${name}`];
}

/** What an item without a name is known by. */
function otherNamesOf(item: unknown): string[] {
  const { name, namespace, cluster } = (item ?? {}) as Partial<Record<string, string>>;
  return name === undefined ? [cluster, namespace].filter((each) => each !== undefined) : [];
}

function contains(place: Span, span: Span): boolean {
  return (
    place.file === span.file && place.start <= span.start && span.start < Math.max(place.end, place.start + 1)
  );
}
