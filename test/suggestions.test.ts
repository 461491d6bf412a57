import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../src/compile.js';
import { fixAll } from '../src/fix.js';
import { drawnTopologies } from './survives.testing.js';

// What survival/goal tells a person to write is written here, from its words alone, and must then be accepted.
const numRuns = Number(process.env['SURVIVES_RUNS'] ?? 150);
const seed = Number(process.env['SURVIVES_SEED'] ?? 20261121);

type Placement = Map<string, number[]>;

function placementOf(text: string): Placement {
  const placement: Placement = new Map();
  let next = 0;
  const entries = [...text.matchAll(/cluster: (\w+)(?:, |\s+)replicas: (\d+|\[[^\]]*\])/g)];
  // Numbers are dealt out in turns.
  const owed = entries.map(([, cluster = '', replicas = '']) => {
    placement.set(cluster, replicas.startsWith('[') ? replicas.slice(1, -1).split(', ').map(Number) : []);
    return { cluster, left: replicas.startsWith('[') ? 0 : Number(replicas) };
  });
  while (owed.some(({ left }) => left > 0))
    for (const each of owed) {
      if (each.left === 0) continue;
      each.left--;
      placement.get(each.cluster)?.push(next++);
    }
  return placement;
}

function withPlacement(text: string, placement: Placement): string {
  const entries = [...placement].filter(([, ordinals]) => ordinals.length > 0);
  const isSite = !text.includes('provider: kubedb');
  const lines = entries.map(([cluster, ordinals]) => {
    const sorted = [...ordinals].sort((one, other) => one - other);
    return `      - { cluster: ${cluster}, replicas: ${isSite ? sorted.length : `[${sorted.join(', ')}]`} }\n`;
  });
  return text.replace(/ {4}placement:\n(?: {6}.*\n)+/, `    placement:\n${lines.join('')}`);
}

const ordinalNames = /\ba(?:n)? (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) cluster\b/g;

/** Clusters that the words speak of and no file has. */
function withClusters(text: string, clause: string): { text: string; clause: string } {
  let result = text;
  const words = clause.replace(ordinalNames, (name) => `new-${name.split(' ')[1]}`);
  for (const name of new Set(words.match(/\bnew-\w+/g) ?? []))
    result = result.replace(
      'slice:\n',
      `  - { name: ${name}, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.${150 + name.length} }\nslice:\n`,
    );
  return { text: result, clause: words };
}

function applied(start: string, given: string): string | undefined {
  const { text: grown, clause } = withClusters(start, given.replace(/; do not stop at [^;]*$/, ''));
  let text = grown;
  let rest = clause;
  const take = (pattern: RegExp, apply: (groups: readonly string[]) => void): void => {
    const match = pattern.exec(rest);
    if (!match) return;
    rest = rest.replace(match[0], '');
    apply(match.slice(1).map((group) => group ?? ''));
  };
  take(
    /take (\S+) out of scheduling\.nodeSelector, which keeps all replicas (?:in one zone|on one node)(?: & )?/,
    () => {
      text = text.replace(/ {4}scheduling: .*\n/, '');
    },
  );
  take(/write survive: (\S+?)(?:, the most it keeps where it stands| to accept it)/, ([goal]) => {
    text = text.replace(/survive: \S+/, `survive: ${goal}`);
  });
  take(
    /(?:, and )?set spread\.(node|zone) to DoNotSchedule(?:, which takes (?:(?:, | and )?\d+ nodes on [\w-]+)+)?/,
    ([unit]) => {
      const present = /spread: \{ (.*) \}/.exec(text)?.[1];
      const others = (present ?? '').split(', ').filter((each) => each && !each.startsWith(`${unit}:`));
      const line = `    spread: { ${[...others, `${unit}: DoNotSchedule`].join(', ')} }\n`;
      text =
        present === undefined
          ? text.replace(/( {4}survive: .*\n)/, `$1${line}`)
          : text.replace(/ {4}spread: .*\n/, line);
    },
  );
  take(/(?:, and )?(add an|move the) arbitrator (?:in|to) a third zone/, ([what]) => {
    const line = `    statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23", zone: third } }\n`;
    text =
      what === 'move the'
        ? text.replace(/ {4}statefulset: .*\n/, line)
        : text.replace(/( {4}survive: .*\n)/, `$1${line}`);
  });
  const placement = placementOf(text);
  take(
    /^(?:remove ([\d, and]+) and run (\d+) replicas?|scale down to (\d+), delete the volumes of ([\d, and]+), then )/,
    ([, run, down]) => {
      const left = Number(run || down);
      for (const [cluster, ordinals] of placement)
        placement.set(
          cluster,
          ordinals.filter((each) => each < left),
        );
      text = withPlacement(text, placement);
    },
  );
  take(/add ((?:\d+ on [\w-]+(?:, | and )?)+)(?:and )?run (\d+) replicas/, ([places = '']) => {
    for (const [, ordinal, cluster = ''] of places.matchAll(/(\d+) on ([\w-]+)/g))
      placement.set(cluster, [...(placement.get(cluster) ?? []), Number(ordinal)]);
    text = withPlacement(text, placement);
  });
  take(/run (\d+) replicas? on ([\w-]+)/, ([count, cluster = '']) => {
    text = withPlacement(
      text,
      new Map([[cluster, Array.from({ length: Number(count) }, (_, index) => index)]]),
    );
  });
  take(/^((?:[\w-]+ \[[\d, ]+\](?:, )?)+)/, ([words = '']) => {
    const fresh: Placement = new Map();
    for (const [, cluster = '', ordinals = ''] of words.matchAll(/([\w-]+) \[([\d, ]+)\]/g))
      fresh.set(cluster, ordinals.split(', ').map(Number));
    text = withPlacement(text, fresh);
  });
  if (rest.trim().replace(/^,? ?and ?$/, '') !== '') return undefined;
  return text;
}

function ways(fix: string): string[] {
  const first = /^(take .*?), and then: (.*)$/.exec(fix);
  if (first) return ways(first[2] ?? '').map((way) => `${first[1]} & ${way}`);
  return fix.split('; or ').flatMap((way) => {
    const both = /^if nothing runs yet, (.*); if it runs, (.*)$/.exec(way);
    if (both) return [both[1] ?? '', both[2] ?? ''];
    return [way.replace(/^(?:if nothing runs yet, |place the replicas so: )/, '')];
  });
}

const shortage = /it needs \d+ and has|needs \d+ (?:zones|nodes) and has|list the zones of/;

test('what is suggested for a goal that is not met is accepted', () => {
  const counts = { tried: 0, shortages: 0 };
  const defects: string[] = [];
  const unread = new Set<string>();
  fc.assert(
    fc.property(drawnTopologies, fc.boolean(), ({ text }, isNew) => {
      const options = isNew ? { committed: () => undefined } : {};
      const examine = (content: string) => compile([{ name: 't', content }], options).diagnostics;
      const errors = examine(text).filter(({ severity }) => severity === 'error');
      const [error] = errors;
      if (error?.id !== 'survival/goal' || errors.length > 1) return;
      for (const way of ways(error.fix ?? '')) {
        if (shortage.test(way)) {
          counts.shortages += 1;
          continue;
        }
        const changed = applied(text, way);
        if (changed === undefined) {
          unread.add(way);
          continue;
        }
        counts.tried += 1;
        const found = examine(changed).filter(({ severity }) => severity === 'error');
        if (found.length > 0)
          defects.push(
            `${error.message}\n  FIX ${error.fix}\n  WAY ${way}\n  GIVES ${found.map(({ id, message }) => `${id} ${message}`).join(' | ')}\n${changed.slice(changed.indexOf('clusters:'))}`,
          );
      }
      if (error.edits.length === 0) return;
      const fixed = fixAll(new Map([['t', text]]), (texts) => examine(texts.get('t') ?? ''));
      const after = fixed[0]?.text ?? text;
      const left = examine(after).filter(({ severity }) => severity === 'error');
      const again = fixAll(new Map([['t', after]]), (texts) => examine(texts.get('t') ?? ''));
      if (left.length > 0 || again.length > 0)
        defects.push(
          `--fix of ${error.fix}\n GIVES ${left.map(({ id, message }) => `${id} ${message}`)} again ${again.length}\n${after}`,
        );
    }),
    { numRuns, seed },
  );
  expect([...unread]).toEqual([]);
  expect(defects).toEqual([]);
  expect(counts.tried).toBeGreaterThan(numRuns / 4);
});
