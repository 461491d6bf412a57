// Layouts of Galera clusters over sites, and what happens to them. What comes of it is not said here: the model foretells it, the
// servers show it.

const crash = (...sites) => ({ event: 'crash', sites });
const leave = (...sites) => ({ event: 'leave', sites });
const leaveInTurn = (...sites) => ({ event: 'leave in turn', sites });
const cut = (one, other) => ({ event: 'cut', sides: [one, other] });
const heal = { event: 'heal' };

/**
 * A layout has its sites in order, named a, b, c: so many replicas, in brackets the weight of each, or an arbitrator. The steps of a
 * case follow each other once the members have agreed on what the last one left.
 */
export const cases = [
  { layout: '2+1', steps: [crash('a')] },
  { layout: '2+1', steps: [crash('b')] },
  { layout: '2+1', steps: [leave('a')] },
  { layout: '2+1', steps: [leaveInTurn('a')] },
  { layout: '2+1', steps: [leave('b'), crash('a')] },
  { layout: '1+1', steps: [crash('a')] },
  { layout: '1+1', steps: [leave('a')] },
  { layout: '2+2', steps: [crash('a')] },
  { layout: '2+2', steps: [crash('b')] },
  { layout: '2+2', steps: [leave('a'), crash('b')] },
  { layout: '1+1+1', steps: [crash('a'), crash('b')] },
  { layout: '1+1+1', steps: [crash('b'), leave('a')] },
  { layout: '1+1+1', steps: [crash('c')] },
  { layout: '1+1+1', steps: [crash('a', 'b')] },
  { layout: '2+2+1', steps: [crash('a'), crash('c')] },
  { layout: '2+2+1', steps: [crash('b')] },
  { layout: '2+2+1', steps: [crash('c'), crash('a')] },
  { layout: '2+2+1', steps: [crash('a', 'c')] },
  { layout: '2+2+1', steps: [crash('a', 'b')] },
  { layout: '2+2+1', steps: [leave('a', 'b')] },
  { layout: '2+1+arbitrator', steps: [crash('a')] },
  { layout: '2+1+arbitrator', steps: [crash('b')] },
  { layout: '2+1+arbitrator', steps: [crash('c')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('a')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('b')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('c')] },
  { layout: '2+1(3)', steps: [crash('a')] },
  { layout: '2+1(3)', steps: [crash('b')] },
  { layout: '1+1+1', steps: [cut(['a'], ['b']), heal] },
  { layout: '2+2+1', steps: [cut(['a'], ['b']), heal] },
  { layout: '2+2+1', steps: [cut(['a'], ['c']), heal] },
  { layout: '2+1+arbitrator', steps: [cut(['a'], ['b']), heal] },
  { layout: '2+1+arbitrator', steps: [cut(['a'], ['c']), heal] },
  { layout: '1+1', steps: [cut(['a'], ['b']), heal] },
  { layout: '1+1+1', steps: [cut(['a'], ['b', 'c']), heal] },
  { layout: '2+2+1', steps: [cut(['a'], ['b', 'c']), heal] },
  { layout: '2+1+arbitrator', steps: [cut(['a'], ['b', 'c']), heal] },
];

const siteForm = /^(?:(?<count>[1-9])(?:\((?<weight>\d+)\))?|(?<arbitrator>arbitrator))$/;

/** The members of a layout, by name: { name: 'a1', site: 'a', kind: 'replica', weight: 1 }. */
export function membersOf(layout) {
  return layout.split('+').flatMap((text, index) => {
    const form = siteForm.exec(text)?.groups;
    if (form === undefined) throw new Error(`${layout}: what is ${text}?`);
    const site = 'abcdefgh'.charAt(index);
    if (form.arbitrator !== undefined) return [{ name: `${site}1`, site, kind: 'arbitrator', weight: 1 }];
    const weight = Number(form.weight ?? 1);
    return Array.from({ length: Number(form.count) }, (_, number) => ({
      name: `${site}${number + 1}`,
      site,
      kind: 'replica',
      weight,
    }));
  });
}

/** True when members must be cut off from each other, which takes more than processes. */
export function needsNetwork({ steps }) {
  return steps.some(({ event }) => event === 'cut');
}

/** "a crashes, then b and c leave in turn" */
export function inWords(steps) {
  return steps.map(stepInWords).join(', then ');
}

function stepInWords({ event, sites, sides }) {
  const list = (names) => names.join(' and ');
  const many = sites?.length > 1;
  switch (event) {
    case 'crash':
      return `${list(sites)} ${many ? 'crash' : 'crashes'}`;
    case 'leave':
      return `${list(sites)} ${many ? 'leave' : 'leaves'}`;
    case 'leave in turn':
      return `${list(sites)} ${many ? 'leave' : 'leaves'}, one member after the other`;
    case 'cut':
      return `nothing passes between ${list(sides[0])} and ${list(sides[1])}`;
    case 'heal':
      return 'all links are back';
    default:
      throw new Error(`what is ${event}?`);
  }
}

/** "a1 b1: Primary, 3 members of weight 4, write; c1: non-Primary, refuses" */
export function replicasInWords(replicas) {
  const groups = new Map();
  for (const replica of replicas) {
    const { status, size, weight, writes } = replica;
    const view = status === 'Primary' ? `, ${size} of weight ${weight}` : '';
    const text = `${status}${view}, ${writes ? 'writes' : 'refuses'}`;
    groups.set(text, [...(groups.get(text) ?? []), replica.name]);
  }
  if (groups.size === 0) return 'nobody is left';
  return [...groups].map(([text, names]) => `${names.join(' ')} ${text}`).join('; ');
}

/** Seconds of the longest time without an accepted write since a moment; `results` are those of one writer. */
export function longestPause(results, since) {
  let last;
  let longest = 0;
  for (const { ended, error } of results) {
    if (error !== undefined) continue;
    if (last !== undefined && ended > since) longest = Math.max(longest, ended - last);
    last = ended;
  }
  return longest / 1000;
}
