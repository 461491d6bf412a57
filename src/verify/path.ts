/** The way from an object's root to a value, from its end: extending it copies nothing. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

/** The path of a field or an item of what stands at another; undefined is the root. */
export function below(parent: Path | undefined, key: string | number): Path {
  return { parent, key };
}

/** The names on the way, from the root. */
export function steps(path: Path | undefined): (string | number)[] {
  const names: (string | number)[] = [];
  for (let at = path; at; at = at.parent) names.push(at.key);
  return names.reverse();
}

/** `spec.servers[0].name`; names with other characters stand in brackets: `metadata.labels[app.kubernetes.io/name]`. */
export function shownPath(path: Path | undefined): string {
  let shown = '';
  for (const step of steps(path)) {
    if (typeof step === 'number' || !/^[\w$-]+$/.test(step)) shown += `[${step}]`;
    else shown += shown === '' ? step : `.${step}`;
  }
  return shown;
}
