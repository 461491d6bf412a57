/** Whether a text counts clusters, as `store-{001..050}` does, and is the name of none. */
export function isFleet(text: string): boolean {
  return /[{}]/.test(text);
}

/** What the entry of a fleet is called: what its clusters are called without their number. */
export function fleetName(pattern: string): string {
  const [before = '', after = ''] = pattern.split(/\{.*\}/);
  const name = [before, after].map(trimmed).filter(Boolean).join('-');
  return trimmed(name.slice(0, 63)) || 'fleet';
}

function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}
