// What happens to a cluster and what its replicas show, in words and figures.

/** "the link a-b fails, then c crashes" */
export function inWords(steps) {
  return steps.map(stepInWords).join(', then ');
}

function stepInWords({ event, sites, links }) {
  const list = sites?.join(' and ');
  const one = (sites ?? links)?.length === 1;
  switch (event) {
    case 'crash':
      return `${list} ${one ? 'crashes' : 'crash'}`;
    case 'leave':
      return `${list} ${one ? 'leaves' : 'leave'}`;
    case 'leave in turn':
      return `${list} ${one ? 'leaves' : 'leave'}, one member after the other`;
    case 'lose': {
      const names = links.map((link) => link.join('-')).join(', ');
      return one ? `the link ${names} fails` : `the links ${names} fail`;
    }
    case 'split':
      return `${list} ${one ? 'is' : 'are'} cut off`;
    case 'heal':
      return 'all links are back';
    default:
      throw new Error(`what is ${event}?`);
  }
}

/** "a1 b1 Primary, 3 of weight 4, write; c1 non-Primary, refuses" */
export function replicasInWords(replicas) {
  const groups = new Map();
  for (const { name, status, size, weight, writes } of replicas) {
    const view = status === 'Primary' ? `Primary, ${size} of weight ${weight}` : status;
    const key = JSON.stringify([view, writes]);
    groups.set(key, { view, writes, names: [...(groups.get(key)?.names ?? []), name] });
  }
  if (groups.size === 0) return 'no replica is left';
  return [...groups.values()]
    .map(({ view, writes, names }) => {
      const verb = writes ? 'write' : 'refuse';
      return `${names.join(' ')} ${view}, ${names.length === 1 ? `${verb}s` : verb}`;
    })
    .join('; ');
}

/** Milliseconds of the longest time without an accepted write between two moments; `results` are those of one writer. */
export function longestPause(results, from, to) {
  let last = from;
  let longest = 0;
  for (const { ended, error } of results) {
    if (error !== undefined || ended > to) continue;
    // What was accepted before begins the first pause.
    if (ended > from) longest = Math.max(longest, ended - last);
    last = ended;
  }
  return Math.max(longest, to - last);
}

/** 1.9 */
export function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}
