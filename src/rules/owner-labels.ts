/** The most characters of a label's value. */
const longest = 63;

/** What the value of a label may be. */
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/**
 * The values of the labels by which KubeSlice finds what it made for an object: the object's kind and name, cut every 63
 * characters. Source: kubeslice/kubeslice-controller util/reconciliation_utility.go.
 */
export function ownerLabelValues(kind: string, name: string): string[] {
  const whole = `${kind}-${name}`;
  const values: string[] = [];
  for (let start = 0; start < whole.length; start += longest)
    values.push(whole.slice(start, start + longest));
  return values;
}

/** The first of those values that no label may have: one that begins or ends with a hyphen or a dot. */
export function brokenOwnerLabel(kind: string, name: string): string | undefined {
  return ownerLabelValues(kind, name).find((value) => !labelValue.test(value));
}
