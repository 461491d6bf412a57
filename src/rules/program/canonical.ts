/** A value as a text that is the same for equal values: the order of fields does not count, that of lists does. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** The same for a list whose order does not count. */
export function canonicalSet(values: readonly unknown[] | undefined): string | undefined {
  return values && canonical(values.map(canonical).sort());
}
