// Layouts of Galera clusters over sites, and what happens to them. What comes of it is not said here: the model foretells it, the
// servers show it.

const crash = (...sites) => ({ event: 'crash', sites });
const leave = (...sites) => ({ event: 'leave', sites });
const leaveInTurn = (...sites) => ({ event: 'leave in turn', sites });
/** The links between sites: 'a-b'. */
const lose = (...links) => ({ event: 'lose', links: links.map((link) => link.split('-')) });
const split = (...sites) => ({ event: 'split', sites });
const heal = { event: 'heal' };

/**
 * A layout has its sites in order, named a, b, c: so many replicas, in brackets the weight of each, or an arbitrator. The steps of a
 * case follow each other once the members have agreed on what the last one left. Where Galera's own timers are not asked for,
 * shorter ones in the same order spare time.
 */
export const cases = [
  // Those that take long come first.
  { layout: '1+1+1+1', steps: [lose('a-c', 'a-d', 'b-d'), heal] },
  { layout: '1+1+1', steps: [split('a'), heal], timers: 'default' },
  { layout: '1+1+1', steps: [lose('a-b')], timers: 'default' },
  { layout: '2+1', steps: [crash('b')], timers: 'default' },

  { layout: '2+1', steps: [crash('a')] },
  { layout: '2+1', steps: [crash('b')] },
  { layout: '2+1', steps: [leave('a')] },
  { layout: '2+1', steps: [leaveInTurn('a')] },
  { layout: '2+1', steps: [leave('b')] },
  { layout: '1+1', steps: [crash('a')] },
  { layout: '1+1', steps: [leave('a')] },
  { layout: '2+2', steps: [crash('a')] },
  { layout: '2+2', steps: [crash('b')] },
  { layout: '2+2', steps: [leaveInTurn('a')] },
  { layout: '1+1+1', steps: [crash('a'), crash('b')] },
  { layout: '1+1+1', steps: [crash('b'), leave('a')] },
  { layout: '1+1+1', steps: [crash('c')] },
  { layout: '1+1+1', steps: [crash('a', 'b')] },
  { layout: '2+2+1', steps: [crash('a'), crash('c')] },
  { layout: '2+2+1', steps: [crash('c'), crash('a')] },
  { layout: '2+2+1', steps: [crash('b')] },
  { layout: '2+2+1', steps: [crash('a', 'c')] },
  { layout: '2+2+1', steps: [crash('a', 'b')] },
  { layout: '2+2+1', steps: [leave('a'), leaveInTurn('b')] },
  { layout: '2+1+arbitrator', steps: [crash('a')] },
  { layout: '2+1+arbitrator', steps: [crash('b')] },
  { layout: '2+1+arbitrator', steps: [crash('c')] },
  { layout: '2+1+arbitrator', steps: [leave('b'), leave('c')] },
  // On the way from two members and an arbitrator to three members, and from more members to fewer.
  { layout: '1+1+1+arbitrator', steps: [crash('a')] },
  { layout: '1+1+1+arbitrator', steps: [leave('d'), crash('a')] },
  { layout: '1+1+1+arbitrator', steps: [leave('c'), crash('a')] },
  { layout: '3+2', steps: [leave('b')] },
  { layout: '3+2', steps: [crash('b')] },
  { layout: '3+4', steps: [crash('b')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('a')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('b')] },
  { layout: '2+1(2)+arbitrator', steps: [crash('c')] },
  { layout: '2+1(3)', steps: [crash('a')] },
  { layout: '2+1(3)', steps: [crash('b')] },

  { layout: '1+1', steps: [lose('a-b'), heal] },
  { layout: '1+1+1', steps: [lose('a-b'), heal] },
  { layout: '1+1+1', steps: [lose('a-b'), crash('a')] },
  { layout: '2+2+1', steps: [lose('a-b'), crash('c')] },
  { layout: '2+2+1', steps: [lose('a-c'), heal] },
  { layout: '2+1+arbitrator', steps: [lose('a-b'), crash('c')] },
  { layout: '2+1+arbitrator', steps: [lose('a-c'), heal] },
  { layout: '1+1+1+1', steps: [lose('a-b', 'a-c', 'b-c')] },
  { layout: '1+1+1+1+1', steps: [lose('a-c', 'a-d', 'b-d', 'b-e', 'c-e')] },
  { layout: '2+2+1', steps: [split('a'), heal] },
  { layout: '2+1+arbitrator', steps: [split('a'), heal] },
];

const siteForm = /^(?:(?<count>[1-9])(?:\((?<weight>\d+)\))?|arbitrator)$/;

/** The members of a layout: { name: 'a1', site: 'a', kind: 'replica', weight: 1 }. */
export function membersOf(layout) {
  return layout.split('+').flatMap((text, index) => {
    const form = siteForm.exec(text)?.groups;
    if (form === undefined) throw new Error(`${layout}: what is ${text}?`);
    const { count = 1, weight = 1 } = form;
    const kind = form.count === undefined ? 'arbitrator' : 'replica';
    const site = 'abcdefgh'.charAt(index);
    return Array.from({ length: Number(count) }, (_, number) => ({
      name: `${site}${number + 1}`,
      site,
      kind,
      weight: Number(weight),
    }));
  });
}

/** True when members must be cut off from each other, which takes more than processes. */
export function needsNetwork({ steps }) {
  return steps.some(({ event }) => event === 'lose' || event === 'split');
}
