import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const scripts = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(scripts).filter((name) => name.endsWith('.sh'));
const programs = ['census.sh', 'probe.sh', 'start.sh'];
const zero = '00000000-0000-0000-0000-000000000000';
const history = '6d1e3c4a-0f5b-11f1-9a57-0242ac110002';
const otherHistory = '7e2f4d5b-0f5b-11f1-8b68-0242ac110003';

let pod = '';
let environment: Record<string, string> = {};

beforeEach(() => {
  pod = mkdtempSync(join(tmpdir(), 'galera-scripts-'));
  for (const folder of ['data', 'keep', 'state', 'bin', 'tmp']) mkdirSync(join(pod, folder));
  environment = {
    PATH: `${join(pod, 'bin')}:${process.env['PATH'] ?? ''}`,
    TMPDIR: join(pod, 'tmp'),
    DATA_DIR: join(pod, 'data'),
    KEEP_DIR: join(pod, 'keep'),
    STATE_DIR: join(pod, 'state'),
    SOCKET: join(pod, 'state', 'mysqld.sock'),
    POD_NAME: 'db-0',
    POD_IP: '10.0.0.1',
    POD_NAMESPACE: 'demo',
    PEERS: 'db-0.db-peers,db-1.db-peers,db-2.db-peers',
    REPLICAS: '3',
    CLUSTER_NAME: 'demo-db',
  };
});

afterEach(() => {
  rmSync(pod, { recursive: true, force: true });
});

function put(path: string, content = ''): void {
  mkdirSync(dirname(join(pod, path)), { recursive: true });
  writeFileSync(join(pod, path), content);
}

function program(name: string, body: string): void {
  put(`bin/${name}`, `#!/bin/bash\n${body}\n`);
  chmodSync(join(pod, 'bin', name), 0o755);
}

function bash(text: string, more: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync('bash', ['-c', text], {
    env: { ...environment, ...more },
    encoding: 'utf8',
    // A socket there, as node makes, is a remote login to bash: it would read the .bashrc of whoever runs this.
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 10_000,
  });
}

/** What a program prints that runs meanwhile. */
function outputOf(command: string, words: readonly string[], env: Record<string, string>): Promise<string> {
  const child = spawn(command, words, {
    env: { PATH: process.env['PATH'], ...env },
    cwd: scripts,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}

/** Runs functions of a script without its main part. */
function within(script: string, text: string, more: Record<string, string> = {}): string {
  const result = bash(`. '${join(scripts, script)}'\n${text}`, more);
  return result.stdout.trim();
}

function run(script: string, word: string, more: Record<string, string> = {}): SpawnSyncReturns<string> {
  return bash(`exec '${join(scripts, script)}' ${word}`, more);
}

interface Member {
  readonly phase?: string;
  readonly volume?: string;
  readonly uuid?: string;
  readonly seqno?: string;
  readonly safe?: number;
  readonly status?: string;
}

function line(ordinal: number, member: Member): string {
  const volume = member.volume ?? 'data';
  const uuid = member.uuid ?? (volume === 'data' ? history : zero);
  return `galera/1 member=${ordinal} phase=${member.phase ?? 'waiting'} volume=${volume} uuid=${uuid} seqno=${
    member.seqno ?? '-1'
  } safe=${member.safe ?? 0} status=${member.status ?? 'none'} cluster=demo-db`;
}

/** What each of the members decides when all of them heard the same, for several clusters. */
function verdictsOfAll(clusters: readonly (readonly Member[])[]): string[][] {
  const each =
    'for ((ORDINAL = 0; ORDINAL < REPLICAS; ORDINAL++)); do decide; echo "$VERDICT: $REASON"; done; echo';
  const text = clusters.map((members) => {
    const hear = members.map((member, ordinal) => `hear ${ordinal} '${line(ordinal, member)}'`).join('; ');
    return `REPLICAS=${members.length}; ${hear}; ${each}`;
  });
  return within('start.sh', text.join('\n'))
    .split('\n\n')
    .map((verdicts) => verdicts.split('\n'));
}

function verdicts(members: readonly Member[]): string[] {
  return verdictsOfAll([members])[0] ?? [];
}

const onLinux = process.platform === 'linux';

describe('the text of the scripts', () => {
  test.each(names)('%s is bash', (name) => {
    const result = spawnSync('bash', ['-n', join(scripts, name)], { encoding: 'utf8' });
    expect(result.stderr).toBe('');
  });

  const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
  // It takes as long as all tests together, and runs beside them.
  const checked = hasShellcheck ? outputOf('shellcheck', ['-x', '-a', ...programs], {}) : undefined;
  test.skipIf(!hasShellcheck)('shellcheck has nothing to say', async () => {
    expect(await checked).toBe('');
  });

  test('is all reached by those that are run', () => {
    const sourced = programs.flatMap((name) =>
      [...readFileSync(join(scripts, name), 'utf8').matchAll(/ source=(\S+)/g)].map(([, file]) => file),
    );
    expect([...new Set([...programs, ...sourced])].sort()).toEqual(names);
  });
});

describe.skipIf(!onLinux)('what a volume holds', () => {
  const grastate = (uuid: string, seqno: string, safe: number): string =>
    `# GALERA saved state\nversion: 2.1\nuuid:    ${uuid}\nseqno:   ${seqno}\nsafe_to_bootstrap: ${safe}\n`;
  const database = { 'data/ibdata1': 'x', 'data/mysql/user.frm': 'x' };

  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['nothing', {}, `empty ${zero} -1 0`],
    ['the empty folder of a joiner', { 'data/mysql/': '' }, `empty ${zero} -1 0`],
    [
      'a clean stop',
      { ...database, 'data/grastate.dat': grastate(history, '71', 1) },
      `data ${history} 71 1`,
    ],
    ['a crash', { ...database, 'data/grastate.dat': grastate(history, '-1', 0) }, `data ${history} -1 0`],
    [
      'line ends of another system and upper case',
      { ...database, 'data/grastate.dat': grastate(history.toUpperCase(), '71', 1).replaceAll('\n', '\r\n') },
      `data ${history} 71 1`,
    ],
    [
      'a position of 20 digits',
      { ...database, 'data/grastate.dat': grastate(history, '18446744073709551615', 1) },
      `data ${history} -1 1`,
    ],
    [
      'a position that is a command',
      { ...database, 'data/grastate.dat': grastate(history, 'a[$(touch x)]', 7) },
      `data ${history} -1 0`,
    ],
    ['no grastate.dat', database, `seed ${zero} -1 0`],
    ['grastate.dat of 0 bytes', { ...database, 'data/grastate.dat': '' }, `partial ${zero} -1 0`],
    [
      'grastate.dat full of rubbish',
      { ...database, 'data/grastate.dat': 'uuid: \0\x01nonsense\n\xff' },
      `partial ${zero} -1 0`,
    ],
    ['a zero uuid', { ...database, 'data/grastate.dat': grastate(zero, '-1', 0) }, `partial ${zero} -1 0`],
    [
      'grastate.dat without a database',
      { 'data/grastate.dat': grastate(history, '71', 1) },
      `partial ${zero} -1 0`,
    ],
    ['a database without its system tables', { 'data/ibdata1': 'x' }, `partial ${zero} -1 0`],
    [
      'a transfer that was interrupted',
      { ...database, 'data/grastate.dat': grastate(history, '71', 1), 'data/sst_in_progress': '' },
      `partial ${zero} -1 0`,
    ],
    [
      'a transfer that was interrupted before an earlier start',
      { ...database, 'data/grastate.dat': grastate(history, '71', 1), 'keep/interrupted-transfer': '' },
      `partial ${zero} -1 0`,
    ],
    [
      'a first initialisation that was not finished',
      { ...database, 'keep/first-initialisation': '' },
      `empty ${zero} -1 0`,
    ],
    [
      'the first cluster, stopped before the mark was removed',
      { ...database, 'data/grastate.dat': grastate(history, '-1', 0), 'keep/first-initialisation': '' },
      `data ${history} -1 0`,
    ],
  ];

  test('is told apart', () => {
    cases.forEach(([, files], index) => {
      for (const folder of ['data', 'keep']) mkdirSync(join(pod, String(index), folder), { recursive: true });
      for (const [path, content] of Object.entries(files)) {
        if (path.endsWith('/')) mkdirSync(join(pod, String(index), path), { recursive: true });
        else put(`${index}/${path}`, content);
      }
    });
    const said = bash(`
      for index in {0..${cases.length - 1}}; do (
        DATA_DIR='${pod}'/$index/data KEEP_DIR='${pod}'/$index/keep
        . '${join(scripts, 'start.sh')}'
        remove_leftovers && inspect_volume && echo "\${VOLUME[0]} \${UUID[0]} \${SEQNO[0]} \${SAFE[0]}"
      ) done`).stdout.split('\n');
    expect(cases.map(([name], index) => [name, said[index]])).toEqual(
      cases.map(([name, , kind]) => [name, kind]),
    );
  });

  test('what a killed server left is removed, and an interrupted transfer stays known', () => {
    for (const name of ['sst_in_progress', 'wsrep_sst.pid', 'gvwstate.dat', 'grastate.dat'])
      put(`data/${name}`);
    within('start.sh', 'remove_leftovers');
    expect(readdirSync(join(pod, 'data'))).toEqual(['grastate.dat']);
    expect(readdirSync(join(pod, 'keep'))).toEqual(['interrupted-transfer']);
  });

  test('an interrupted transfer that cannot be noted is not forgotten', () => {
    put('data/sst_in_progress');
    rmSync(join(pod, 'keep'), { recursive: true });
    expect(within('start.sh', 'remove_leftovers || echo kept')).toBe('kept');
    expect(readdirSync(join(pod, 'data'))).toEqual(['sst_in_progress']);
  });
});

describe.skipIf(!onLinux)('the position of a server that did not stop cleanly', () => {
  const recover = (says: string, exit = 0): string => {
    program('mariadbd', `echo '${says}' >&2; exit ${exit}`);
    return within(
      'start.sh',
      `GALERA_OPTIONS=(); forget 0; VOLUME[0]=data UUID[0]=${history}; recover_position; echo "$? \${SEQNO[0]} $RECOVERED_POSITION"`,
    );
  };

  test('is read from InnoDB', () => {
    expect(recover(`2026-11-20 WSREP: Recovered position: ${history}:4711`)).toBe(`0 4711 ${history}:4711`);
  });
  test('may carry a GTID', () => {
    expect(recover(`WSREP: Recovered position: ${history}:4711,0-1-99`)).toBe(
      `0 4711 ${history}:4711,0-1-99`,
    );
  });
  test('stays unknown when the recovery fails, is silent, or speaks of another history', () => {
    expect(recover(`WSREP: Recovered position: ${history}:4711`, 137)).toBe('1 -1');
    expect(recover('nothing')).toBe('1 -1');
    expect(recover(`WSREP: Recovered position: ${otherHistory}:4711`)).toBe('1 -1');
    expect(recover(`WSREP: Recovered position: ${zero}:-1`)).toBe('1 -1');
  });
});

describe.skipIf(!onLinux)('what is believed of a peer', () => {
  const heard = (texts: readonly string[]): string[] => {
    put('tmp/lines', texts.map((text) => `${text}\n`).join(''));
    const text = `while IFS= read -r line; do hear 1 "$line"; echo "\${PHASE[1]} \${SEQNO[1]} \${STATUS[1]}"; done`;
    return within('common.sh', `${text} <'${join(pod, 'tmp/lines')}'`).split('\n');
  };

  test('a whole line of the member that was asked', () => {
    const largest = '9223372036854775807';
    expect(heard([line(1, { seqno: largest })])).toEqual([`waiting ${largest} none`]);
  });

  test('and nothing else', () => {
    const good = line(1, { seqno: '5' });
    const lines: Readonly<Record<string, string>> = {
      nothing: '',
      'another program': 'HTTP/1.1 400 Bad Request',
      'the wrong member, behind an address that changed hands': line(2, { seqno: '5' }),
      'another cluster': good.replace('cluster=demo-db', 'cluster=other'),
      'a longer cluster name': `${good} `,
      'words before': ` ${good}`,
      'a seqno that is a command': good.replace('seqno=5', "seqno=a[$(touch$IFS'x')]"),
      'a seqno of 20 digits': good.replace('seqno=5', 'seqno=18446744073709551615'),
      'an octal seqno': good.replace('seqno=5', 'seqno=010'),
      'an unknown volume': good.replace('volume=data', 'volume=better'),
      'an unknown status': good.replace('status=none', 'status=primary'),
      'a short uuid': good.replace(history, history.slice(1)),
      'half a line': good.slice(0, 60),
      'control characters': good.replace('seqno=5', 'seqno=5\x1b[2J\r'),
    };
    const said = heard(Object.values(lines));
    expect(Object.keys(lines).map((name, index) => [name, said[index]])).toEqual(
      Object.keys(lines).map((name) => [name, 'no-answer -1 none']),
    );
    expect(existsSync('x')).toBe(false);
  });
});

describe.skipIf(!onLinux)('asking peers that do not behave', () => {
  let server: Server | undefined;
  const open = new Set<Socket>();

  afterEach(() => {
    for (const socket of open) socket.destroy();
    open.clear();
    server?.close();
  });

  const askThem = async (behave: (socket: Socket) => void, seconds = 5): Promise<string> => {
    server = createServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      behave(socket);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const text = `. '${join(scripts, 'common.sh')}'; ASK_SECONDS=${seconds}; ask_others; echo "\${PHASE[1]} \${PHASE[2]}"`;
    const peers = '127.0.0.1,127.0.0.1,127.0.0.1';
    const said = await outputOf('bash', ['-c', text], {
      ...environment,
      CENSUS_PORT: String(port),
      PEERS: peers,
    });
    return said.trim();
  };

  test('an honest one is heard, and not in the name of another', async () => {
    expect(await askThem((socket) => socket.end(`${line(1, {})}\n`))).toBe('waiting garbled');
  });
  test('one that keeps silent costs a bounded time', async () => {
    expect(await askThem(() => undefined, 0.2)).toBe('no-answer no-answer');
  });
  test('one that floods is cut off', async () => {
    const flood = (socket: Socket): void => {
      const more = (): boolean => socket.write(Buffer.alloc(65_536, 'a'));
      socket.on('drain', more);
      more();
    };
    expect(await askThem(flood)).toBe('garbled garbled');
  });
  test('only the first line counts', async () => {
    expect(await askThem((socket) => socket.end(`rubbish\n${line(1, {})}\n1 ${line(1, {})}\n`))).toBe(
      'garbled garbled',
    );
  });
});

describe.skipIf(!onLinux)('the verdict', () => {
  const empty: Member = { volume: 'empty' };
  const partial: Member = { volume: 'partial' };
  const seed: Member = { volume: 'seed' };
  const at = (seqno: number | string, safe = 0): Member => ({ seqno: String(seqno), safe });
  const primary = (seqno: number, uuid = history): Member => ({
    phase: 'serving',
    status: 'Primary',
    seqno: String(seqno),
    uuid,
  });

  const words = (members: readonly Member[]): string =>
    verdicts(members)
      .map((verdict) => verdict.split(':')[0])
      .join(' ');

  const absent: Member = { ...at(7), phase: 'no-answer' };
  const starting: Member = { ...at(9), phase: 'starting' };
  const bootstrapping: Member = { ...at(9), phase: 'bootstrapping' };
  const cutOff: Member = { ...at(5), phase: 'serving', status: 'non-Primary' };

  const cases: readonly [string, readonly Member[], string][] = [
    ['a new cluster: the first', [empty, empty, empty], 'bootstrap wait wait'],
    ['the most advanced', [at(71), at(70), at(109)], 'wait wait bootstrap'],
    ['as numbers, not as words', [at(99), at(100), at(9)], 'wait bootstrap wait'],
    [
      'beyond what fits into 64 bits',
      [at('9999999999999999998'), at('9999999999999999999'), at(1)],
      'wait bootstrap wait',
    ],
    ['equal: the one that stopped last', [at(71), at(71), at(71, 1)], 'wait wait bootstrap'],
    ['equal in all: the lowest ordinal', [at(71, 1), at(71, 1), at(71, 1)], 'bootstrap wait wait'],
    ['the flag never beats the position', [at(71, 1), at(72), at(71)], 'wait bootstrap wait'],
    ['an empty first member', [empty, at(0), at(5)], 'wait wait bootstrap'],
    ['a partial copy has no vote', [partial, at(5), partial], 'wait bootstrap wait'],
    ['the only database', [empty, seed, partial], 'wait bootstrap wait'],
    ['two databases of no cluster', [seed, seed, empty], 'human human human'],
    ['no complete copy', [empty, partial, empty], 'human human human'],
    ['different histories', [at(5), { ...at(9), uuid: otherHistory }, at(5)], 'human human human'],
    ['one position is unknown', [at(5), at(-1), at(5)], 'human human human'],
    ['a database beside a cluster that is down', [seed, at(5), at(6)], 'wait wait bootstrap'],
    // '-': not asked, it does not wait
    ['one does not answer', [at(5), at(9), absent], 'wait wait -'],
    ['one starts', [at(5), starting, at(7)], 'wait - wait'],
    ['one already bootstraps', [at(5), bootstrapping, at(7)], 'wait - wait'],
    ['one runs and is not Primary', [at(5), at(5), cutOff], 'wait wait -'],
    ['one catches up', [at(5), { ...primary(9), phase: 'syncing' }, at(7)], 'wait - wait'],
    ['one member', [empty], 'bootstrap'],
  ];

  test('is the same for all who wait', () => {
    const said = verdictsOfAll(cases.map(([, members]) => members));
    const seen = cases.map(([name, members], index) => [
      name,
      said[index]?.map((word, ordinal) => (members[ordinal]?.phase ? '-' : word.split(':')[0])).join(' '),
    ]);
    expect(seen).toEqual(cases.map(([name, , expected]) => [name, expected]));
  });

  test('joins a Primary member, whatever the others say', () => {
    expect(words([primary(9), at(9), empty])).toContain('join join');
    expect(words([partial, primary(9), { ...at(3), phase: 'no-answer' }])).toMatch(/^join/);
  });

  test('refuses a running cluster of another history, one that is behind, and one for a database of no cluster', () => {
    expect(verdicts([primary(100), { ...at(5), uuid: otherHistory }, at(101)]).slice(1)).toEqual([
      `human: FOREIGN: this volume holds the history ${otherHistory}, the running cluster is ${history}; joining would erase it`,
      'human: AHEAD: this volume is at 101, the running cluster is behind it; joining would drop the difference',
    ]);
    expect(verdicts([primary(100), seed, empty])[1]).toMatch(/^human: UNCLUSTERED/);
  });

  test('a position is held against the most advanced Primary member', () => {
    expect(words([primary(99), primary(101), at(100)])).toMatch(/join$/);
  });

  test('a member that could not read its position may still be repaired by the running cluster', () => {
    expect(words([primary(99), primary(99), at(-1)])).toMatch(/join$/);
  });

  test('two Primary components are never joined', () => {
    expect(verdicts([primary(5), primary(9, otherHistory), empty])[2]).toMatch(/^human: SPLIT/);
  });

  test('whatever the volumes are, at most one member bootstraps, and all name the same', () => {
    const text = `
      RANDOM=7; kinds=(empty partial seed data data data)
      for ((view = 0; view < 300; view++)); do
        for ((ORDINAL = 0; ORDINAL < 3; ORDINAL++)); do
          forget $ORDINAL; PHASE[ORDINAL]=waiting VOLUME[ORDINAL]=\${kinds[RANDOM % 6]} SAFE[ORDINAL]=$((RANDOM % 2))
          [[ \${VOLUME[ORDINAL]} == data ]] && UUID[ORDINAL]=${history} SEQNO[ORDINAL]=$((RANDOM % 4))
        done
        row=''
        for ((ORDINAL = 0; ORDINAL < 3; ORDINAL++)); do
          decide
          [[ $VERDICT == bootstrap ]] && REASON="member $ORDINAL will"
          [[ $REASON =~ member\\ [0-9]\\ will ]] && row+="\${BASH_REMATCH[0]} $VERDICT;" || row+="$VERDICT;"
        done
        echo "$row"
      done`;
    const rows = new Set(within('start.sh', text).split('\n'));
    const elected = [0, 1, 2].map((winner) =>
      [0, 1, 2].map((each) => `member ${winner} will ${each === winner ? 'bootstrap' : 'wait'};`).join(''),
    );
    expect([...rows].sort()).toEqual(['human;human;human;', ...elected].sort());
  });
});

describe.skipIf(!onLinux)('a start', () => {
  beforeEach(() => {
    program('docker-entrypoint.sh', 'shift; echo "server: $*"');
    program('mariadbd', `echo "WSREP: Recovered position: ${history}:71"`);
    environment = { ...environment, PEERS: 'db-0.db-peers', REPLICAS: '1' };
  });

  const options =
    '--wsrep-cluster-name=demo-db --wsrep-cluster-address=gcomm://db-0.db-peers --wsrep-node-name=db-0 --wsrep-node-address=10.0.0.1';
  const aDatabase = (seqno: string): void => {
    put('data/ibdata1', 'x');
    put('data/mysql/user.frm', 'x');
    put('data/grastate.dat', `uuid: ${history}\nseqno: ${seqno}\nsafe_to_bootstrap: 0\n`);
  };

  test('of a new cluster bootstraps and marks the initialisation', () => {
    mkdirSync(join(pod, 'data/mysql'));
    expect(run('start.sh', '').stdout).toBe(`server: ${options} --wsrep-new-cluster\n`);
    expect(readdirSync(join(pod, 'data'))).toEqual([]);
    expect(readdirSync(join(pod, 'keep'))).toEqual(['first-initialisation']);
    expect(readFileSync(join(pod, 'state/member'), 'utf8')).toMatch(
      /^\d+ galera\/1 member=0 phase=bootstrapping volume=empty /,
    );
  });

  test('after an initialisation that was not finished begins with nothing', () => {
    put('keep/first-initialisation');
    put('data/ibdata1', 'x');
    put('data/mysql/half.frm', 'x');
    run('start.sh', '');
    expect(readdirSync(join(pod, 'data'))).toEqual([]);
  });

  test('after a crash before the first write set begins with nothing', () => {
    put('keep/first-initialisation');
    aDatabase('-1');
    program('mariadbd', `echo "WSREP: Recovered position: ${zero}:-1"`);
    expect(run('start.sh', '').stdout).toBe(`server: ${options} --wsrep-new-cluster\n`);
    expect(readdirSync(join(pod, 'data'))).toEqual([]);
  });

  test('after a crash keeps history and position', () => {
    aDatabase('-1');
    expect(run('start.sh', '').stdout).toBe(
      `server: ${options} --wsrep-new-cluster --wsrep-start-position=${history}:71\n`,
    );
    expect(readFileSync(join(pod, 'data/grastate.dat'), 'utf8')).toContain('safe_to_bootstrap: 1\n');
  });

  test('as joiner takes nothing from a copy that is not whole', () => {
    const join = 'take_census() { launch_joiner; }; main';
    aDatabase('71');
    put('data/sst_in_progress');
    expect(within('start.sh', join)).toBe(`server: ${options} --wsrep-sst-donor=`);
    expect(readdirSync(`${pod}/data`)).toEqual(['ibdata1', 'mysql']);
    expect(readdirSync(`${pod}/keep`)).toEqual(['interrupted-transfer']);

    rmSync(`${pod}/keep/interrupted-transfer`);
    put('keep/first-initialisation');
    expect(within('start.sh', join)).toBe(`server: ${options} --wsrep-sst-donor=`);
    expect(readdirSync(`${pod}/data`)).toEqual(['mysql']);
    expect(readdirSync(`${pod}/data/mysql`)).toEqual([]);
    expect(readdirSync(`${pod}/keep`)).toEqual([]);
  });

  test('as joiner after a crash keeps its position, so that it gets only what it missed', () => {
    aDatabase('-1');
    const join = 'take_census() { launch_joiner; }; main';
    expect(within('start.sh', join)).toBe(
      `server: ${options} --wsrep-sst-donor= --wsrep-start-position=${history}:71`,
    );
  });

  test('as joiner asks only those for data that are in step, and nobody else when they are gone', () => {
    const others: readonly Member[] = [
      { phase: 'serving', status: 'Primary' },
      { phase: 'syncing', status: 'Primary' },
      {},
      { phase: 'serving', status: 'Primary' },
      { phase: 'serving', status: 'non-Primary' },
      { phase: 'serving' },
    ];
    const hear = others.map((other, ordinal) => `hear ${ordinal} '${line(ordinal, other)}'; `).join('');
    expect(
      within('start.sh', `take_census() { ${hear} launch_joiner; }; main`, {
        POD_NAME: 'my-db-2',
        PEERS: 'a,b,c,d,e,f',
        REPLICAS: '6',
      }),
    ).toMatch(/ --wsrep-sst-donor=my-db-0,my-db-3$/);
  });

  test('does nothing when its state cannot be published or the initialisation not be marked', () => {
    rmSync(join(pod, 'state'), { recursive: true });
    expect(run('start.sh', '')).toMatchObject({ stdout: '', status: 1 });
    mkdirSync(join(pod, 'state'));
    rmSync(join(pod, 'keep'), { recursive: true });
    const text = 'take_census() { ask_others; decide; bootstrap_elected; }; main';
    expect(within('start.sh', text)).toBe('');
  });

  test('is stopped while it waits', async () => {
    const child = spawn('bash', [join(scripts, 'start.sh')], {
      env: { ...environment, PEERS: 'x,127.0.0.1', REPLICAS: '2' },
    });
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (data) => {
        if (String(data).includes('waiting for 1')) resolve();
      });
    });
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(143);
  });

  test('by a token bootstraps once, with a new history', () => {
    aDatabase('71');
    const token = { FORCE_BOOTSTRAP: '0:2026-11-21' };
    const forced = 'take_census() { FORCE_AFTER=0; ask_others; is_forced && bootstrap_forced; }; main';
    expect(within('start.sh', forced, token)).toBe(`server: ${options} --wsrep-new-cluster`);
    expect(existsSync(join(pod, 'data/grastate.dat'))).toBe(false);
    expect(within('start.sh', forced, token)).toBe('');
    expect(within('start.sh', forced, { FORCE_BOOTSTRAP: '0:again' })).toBe(
      `server: ${options} --wsrep-new-cluster`,
    );
    expect(within('start.sh', forced, token)).toBe('');
    expect(readFileSync(join(pod, 'keep/force-bootstrap-used'), 'utf8')).toBe('0:2026-11-21\n0:again\n');
  });

  test('by a token of another member, or that is none, does not', () => {
    const tokens = ['1:token', '0', '0:', ':token', '00:token', 'x[$(touch y)]:token'];
    const text = tokens.map((token) => `FORCE_BOOTSTRAP='${token}'; is_forced && echo "$FORCE_BOOTSTRAP"`);
    expect(within('start.sh', text.join('\n'))).toBe('');
  });

  test('by a token of a volume without a database, or that cannot be recorded, does not', () => {
    const forced = 'take_census() { ask_others; is_forced && bootstrap_forced; }; main';
    expect(within('start.sh', forced, { FORCE_BOOTSTRAP: '0:a' })).toBe('');
    aDatabase('71');
    rmSync(join(pod, 'keep'), { recursive: true });
    expect(within('start.sh', forced, { FORCE_BOOTSTRAP: '0:a' })).toBe('');
    expect(existsSync(join(pod, 'data/grastate.dat'))).toBe(true);
  });

  test('by a token waits for another member that is Primary or bootstraps', () => {
    const other = (member: Member): string =>
      within('start.sh', `hear 1 '${line(1, member)}'; others_bootstrap && echo wait`, {
        PEERS: 'a,b',
        REPLICAS: '2',
      });
    expect(other({ phase: 'serving', status: 'Primary' })).toBe('wait');
    expect(other({ phase: 'syncing', status: 'Primary' })).toBe('wait');
    expect(other({ phase: 'bootstrapping' })).toBe('wait');
    expect(other({ phase: 'serving', status: 'none' })).toBe('wait');
    expect(other({ phase: 'serving', status: 'non-Primary' })).toBe('');
    expect(other({ phase: 'waiting' })).toBe('');
  });

  test('puts an IPv6 address in brackets', () => {
    expect(within('start.sh', 'node_address', { POD_IP: 'fd00:10::5' })).toBe('[fd00:10::5]');
    expect(within('start.sh', 'node_address')).toBe('10.0.0.1');
  });

  test('refuses settings that cannot be', () => {
    const wrong = [
      'REPLICAS=5',
      'REPLICAS=0',
      'REPLICAS=a[0]',
      'ORDINAL=db',
      'ORDINAL=1',
      'CLUSTER_NAME=',
      'BOOT_BUDGET=1m',
      'AVAILABLE_WHEN_DONOR=true',
      'AVAILABLE_WHEN_DONOR=',
      'FORCE_BOOTSTRAP=token',
      'FORCE_BOOTSTRAP=0:',
      'FORCE_BOOTSTRAP=00:token',
    ];
    const text = wrong.map((setting) => `(${setting}; check_settings; echo '${setting} is accepted')`);
    expect(within('start.sh', text.join('\n'))).toBe('');
  });
});

describe.skipIf(!onLinux)('what a member says of itself', () => {
  const say = (secondsAgo: number, member: Member): void => {
    const uptime = Number.parseInt(readFileSync('/proc/uptime', 'utf8'), 10);
    put('state/member', `${uptime - secondsAgo} ${line(0, member)}\n`);
  };
  const server = (rows: Readonly<Record<string, string>>): void =>
    program(
      'mariadb',
      `printf '%s\\t%s\\n' ${Object.entries(rows)
        .flat()
        .map((word) => `'${word}'`)
        .join(' ')}`,
    );
  const answer = (): string | undefined =>
    / phase=.* (?=cluster)/.exec(run('census.sh', 'answer').stdout)?.[0].trim();
  const noServer = (): void => program('mariadb', 'echo "ERROR 2002 (HY000): no server" >&2; exit 1');
  const synced = {
    wsrep_cluster_status: 'Primary',
    wsrep_local_state: '4',
    wsrep_ready: 'ON',
    wsrep_cluster_state_uuid: history,
    wsrep_last_committed: '99',
  };

  test('is what start.sh said, as long as it is fresh', () => {
    say(1, { seqno: '5' });
    expect(answer()).toBe(`phase=waiting volume=data uuid=${history} seqno=5 safe=0 status=none`);
    say(12, { seqno: '5' });
    expect(answer()).toContain('phase=silent');
    say(-30, { seqno: '5' });
    expect(answer()).toContain('phase=silent');
    rmSync(join(pod, 'state/member'));
    expect(answer()).toContain('phase=silent');
  });

  test('is what the server says, once there is one', () => {
    server(synced);
    say(5000, { phase: 'joining', volume: 'empty' });
    expect(answer()).toBe(`phase=serving volume=data uuid=${history} seqno=99 safe=0 status=Primary`);
    server({ ...synced, wsrep_local_state: '3' });
    expect(answer()).toBe(`phase=syncing volume=data uuid=${history} seqno=99 safe=0 status=Primary`);
    server({ ...synced, wsrep_local_state: '2' });
    expect(answer()).toMatch(/^phase=serving .* status=Primary$/);
    server({ ...synced, wsrep_cluster_status: 'Disconnected', wsrep_last_committed: '18446744073709551615' });
    expect(answer()).toBe(`phase=serving volume=data uuid=${history} seqno=-1 safe=0 status=non-Primary`);
  });

  test('is that there is a server, when it lets nobody in', () => {
    program('mariadb', 'echo "ERROR 1040 (08004): Too many connections" >&2; exit 1');
    say(5000, { phase: 'bootstrapping' });
    expect(answer()).toMatch(/phase=serving .* status=none$/);
  });

  test('is that it starts, until the budget is used up', () => {
    noServer();
    say(60, { phase: 'bootstrapping', volume: 'empty' });
    expect(answer()).toContain('phase=bootstrapping');
    say(601, { phase: 'bootstrapping', volume: 'empty' });
    expect(answer()).toContain('phase=silent');
  });

  const probe = (word: string): string => {
    const { status, stdout } = run('probe.sh', word);
    return status === 0 ? 'ok' : stdout.trim();
  };

  test('keeps it alive while it waits, recovers, or receives a state transfer', () => {
    noServer();
    expect(probe('live')).toBe('start.sh has not said anything yet');
    say(20, {});
    expect(probe('live')).toBe('ok');
    say(31, {});
    expect(probe('live')).toMatch(/^no word of start.sh/);
    say(590, { phase: 'recovering' });
    expect(probe('startup')).toBe('ok');
    say(601, { phase: 'recovering' });
    expect(probe('startup')).toMatch(/^recovering for 60\d s, more than 600 s$/);
    say(601, { phase: 'joining' });
    expect(probe('live')).toMatch(/^started, and no answer on /);
    put('data/sst_in_progress');
    expect(probe('live')).toBe('ok');
  });

  test('keeps it alive as long as the server answers, whatever it answers', () => {
    say(9000, { phase: 'joining' });
    program('mariadb', 'echo "ERROR 1040 (08004): Too many connections" >&2; exit 1');
    expect(probe('live')).toBe('ok');
    program('mariadb', 'echo "ERROR 2013 (HY000): Lost connection to server at handshake" >&2; exit 1');
    expect(probe('live')).toMatch(/^started, and no answer/);
  });

  test('ends it in a deadlock, once it started and unless it is over', () => {
    say(9000, { phase: 'joining' });
    put('state/deadlock', 'member 1, which can be reached, is Primary\n');
    server({ ...synced, wsrep_cluster_status: 'non-Primary' });
    expect(probe('live')).toBe(
      'deadlock: this member is non-Primary, and member 1, which can be reached, is Primary; restarting into the census',
    );
    expect(probe('startup')).toBe('ok');
    put('data/sst_in_progress');
    expect(probe('live')).toBe('ok');
    rmSync(join(pod, 'data/sst_in_progress'));
    server(synced);
    expect(probe('live')).toBe('ok');
  });

  test('is ready when it is Primary and in step', () => {
    const ready = (change: Readonly<Record<string, string>>, donor = '1'): string => {
      server({ ...synced, ...change });
      environment = { ...environment, AVAILABLE_WHEN_DONOR: donor };
      return probe('ready');
    };
    expect(ready({})).toBe('ok');
    expect(ready({ wsrep_local_state: '2' })).toBe('ok');
    expect(ready({ wsrep_local_state: '2' }, '0')).toMatch(
      /^wsrep_cluster_status=Primary wsrep_ready=ON wsrep_local_state=2$/,
    );
    expect(ready({ wsrep_local_state: '3' })).toMatch(/^wsrep_.*state=3$/);
    expect(ready({ wsrep_ready: 'OFF' })).toMatch(/ready=OFF/);
    expect(ready({ wsrep_cluster_status: 'non-Primary' })).toMatch(/=non-Primary/);
  });

  test('is that its copy is whole, before it is ready', () => {
    const marks = (): string[] => readdirSync(join(pod, 'keep'));
    for (const mark of ['first-initialisation', 'interrupted-transfer', 'other']) put(`keep/${mark}`);
    server({ ...synced, wsrep_local_state: '1' });
    expect(probe('ready')).toMatch(/state=1$/);
    expect(marks()).toHaveLength(3);
    server(synced);
    expect(probe('ready')).toBe('ok');
    expect(marks()).toEqual(['other']);
    mkdirSync(join(pod, 'keep/interrupted-transfer'));
    expect(probe('ready')).toMatch(/^cannot remove .*interrupted-transfer$/);
  });

  test('is not asked for with settings that cannot be', () => {
    server(synced);
    environment = { ...environment, AVAILABLE_WHEN_DONOR: 'true' };
    const { status, stderr } = run('probe.sh', 'ready');
    expect(status).toBe(1);
    expect(stderr).toMatch(/AVAILABLE_WHEN_DONOR is neither 0 nor 1: true\n$/);
  });

  test('is not ready when the server does not let it in, and says so', () => {
    program('mariadb', 'echo "ERROR 1698 (28000): Access denied" >&2; exit 1');
    expect(probe('ready')).toBe('ERROR 1698 (28000): Access denied');
  });

  const waiting: Member = {};
  const serving = (status: string): Member => ({ phase: 'serving', status });
  const unheard: Member = { phase: 'no-answer' };
  const everyOther = 'every other one waits or is non-Primary';
  const deadlocks: readonly [string, Member, readonly Member[], string][] = [
    ['all others wait', serving('non-Primary'), [waiting, waiting], everyOther],
    ['nobody is Primary', serving('non-Primary'), [waiting, serving('non-Primary')], everyOther],
    [
      'it was left behind',
      serving('non-Primary'),
      [unheard, serving('Primary')],
      'member 2, which can be reached, is Primary',
    ],
    [
      'it was left behind by several',
      serving('non-Primary'),
      [serving('Primary'), serving('Primary')],
      'member 1, which can be reached, is Primary',
    ],
    ['it is cut off', serving('non-Primary'), [unheard, unheard], ''],
    ['another is away', serving('non-Primary'), [waiting, unheard], ''],
    ['another joins', serving('non-Primary'), [waiting, { phase: 'joining' }], ''],
    ['another catches up', serving('non-Primary'), [waiting, { phase: 'syncing', status: 'Primary' }], ''],
    ['another says nothing of itself', serving('non-Primary'), [waiting, serving('none')], ''],
    ['it joins', { phase: 'joining' }, [waiting, serving('Primary')], ''],
    ['it is Primary', serving('Primary'), [waiting, serving('Primary')], ''],
    ['nobody knows what it is', serving('none'), [waiting, serving('Primary')], ''],
  ];

  test('is a deadlock when only a restart helps', () => {
    const text = deadlocks.map(([, own, others]) => {
      const hear = others.map((other, index) => `hear ${index + 1} '${line(index + 1, other)}'; `).join('');
      return `ask_others() { ${hear} }; hear 0 '${line(0, own)}'; is_stuck && echo "$STUCK" || echo`;
    });
    const said = bash(`. '${join(scripts, 'census.sh')}'\n${text.join('\n')}`).stdout.split('\n');
    expect(deadlocks.map(([name], index) => [name, said[index]])).toEqual(
      deadlocks.map(([name, , , why]) => [name, why]),
    );
  });
});
