import { type Commit, type Move, objectOf, type Reason } from '../../steps/index.js';
import type { Block, Item, Line, Piece, Section } from './document.js';
import { fullName } from './entries.js';
import type { CommitOutput, PlanReport } from './model.js';
import { refusedChanges } from './verdict.js';
import { clustersText, counted, inNaturalOrder, namesText, numberText } from './words.js';

/** Groups of moves of one commit that are told one by one. */
const mostMoves = 30;

/** Which commits the change takes, in order, and what to wait for between them. Undefined when one is enough for everyone. */
export function commitsSection(report: PlanReport): Section | undefined {
  const { commits: plan, outputs } = report;
  const { commits, needed } = plan;
  if (refusedChanges(report).length > 0) return commits.length < 2 ? undefined : noCommits;
  // Those that are done already are counted, and are in the plan no more.
  const total = commits.at(-1)?.number ?? commits.length;
  const isMore = total > commits.length;
  const [only] = commits;
  if (commits.length < 2 && !isMore) return only && preparationsSection(only);
  const intro = isMore
    ? 'The output is on its way. Write these one after the other, and apply each before the next:'
    : needed
      ? `One commit with all of it is refused, or breaks what runs. Write them one after the other, and apply each before the next:`
      : `One commit is enough where it is applied wave by wave, as the runbook does. A controller that applies everything at once needs ${total}:`;
  return {
    title: `Commits: ${isMore ? `${commits.length} more of ${total}` : total}${needed || isMore ? '' : ', or one'}`,
    intro: [{ kind: 'line', line: [intro] }],
    pieces: commits.map((commit, index) => pieceOf(commit, total, outputs[index])),
    rest: ({ pieces }) => [`and ${counted(pieces, 'commit')} more, with --format json`],
    rank: 1,
    most: 20,
    isDense: false,
  };
}

/** None leads to what is refused. */
const noCommits: Section = {
  title: 'Commits: none yet',
  intro: [
    {
      kind: 'line',
      line: [
        'What is refused must be taken out of the change first: dbspan plan then says which commits the rest takes, and dbspan synth --step writes none until then.',
      ],
    },
  ],
  pieces: [],
  rest: () => [],
  rank: 1,
  most: 0,
  isDense: true,
};

/** What must be done before a change that takes one commit. Undefined when nothing must. */
function preparationsSection({ preparations }: Commit): Section | undefined {
  if (preparations.length === 0) return undefined;
  return {
    title: 'Before it is applied',
    intro: [{ kind: 'line', line: ['In this order:'] }],
    pieces: preparations.map((preparation) => {
      const blocks = reasonBlocks('first', preparation);
      return { blocks, brief: blocks[0]?.kind === 'line' ? blocks[0].line : [], weight: 1 };
    }),
    rest: ({ pieces }) => [`and ${counted(pieces, 'thing')} more, with --format json`],
    rank: 1,
    most: 20,
    isDense: false,
  };
}

function pieceOf(commit: Commit, total: number, output: CommitOutput | undefined): Piece {
  const { number, moves, reasons, preparations } = commit;
  const items = movesItems(moves);
  const name = { strong: `Commit ${number} of ${total}` };
  const size = output === undefined ? counted(moves.length, 'change') : counted(output.files.length, 'file');
  const more = items.length - mostMoves;
  const blocks: Block[] = [
    ...preparations.flatMap((each) => reasonBlocks(`before commit ${number}`, each)),
    {
      kind: 'list',
      under: [name, `: ${size}, `, { code: `dbspan synth --step ${number}` }],
      items:
        more > 0
          ? [
              ...items.slice(0, mostMoves),
              { line: [`and ${counted(more, 'group')} of changes more`], below: [] },
            ]
          : items,
    },
    ...reasons.flatMap((each) => reasonBlocks('then wait', each)),
  ];
  return { blocks, brief: [name, `: ${size}`], weight: 1 };
}

const verbs = {
  added: 'add',
  removed: 'remove',
  changed: 'change',
  renamed: 'rename',
  moved: 'move',
  rearranged: 'put into another wave',
} as const;

/** What is done alike to objects of one kind is one item. */
function movesItems(moves: readonly Move[]): Item[] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const key = JSON.stringify([move.does, objectOf(move).manifest.kind, move.what]);
    const present = groups.get(key);
    if (present) present.push(move);
    else groups.set(key, [move]);
  }
  return [...groups.values()].map((group) => ({ line: moveLine(group), below: [] }));
}

function moveLine(group: readonly Move[]): Line {
  const [first] = group;
  if (!first) return [];
  const { does, what } = first;
  const objects = group.map(objectOf);
  const names = [...new Set(objects.map(fullName))].sort(inNaturalOrder);
  const clusters = [...new Set(objects.map(({ cluster }) => cluster))].filter(Boolean).sort(inNaturalOrder);
  const kind = objects[0]?.manifest.kind ?? '';
  const count = group.length === 1 ? '' : `${numberText(group.length)} of `;
  const on = clusters.length === 0 ? '' : ` on ${clustersText(clusters)}`;
  return [
    `${verbs[does]} ${count}`,
    { code: `${kind} ${namesText(names)}` },
    `${on}${what === undefined || does === 'removed' ? '' : `: ${what}`}`,
  ];
}

function reasonBlocks(what: string, { why, waits }: Reason): Block[] {
  const blocks: Block[] = [{ kind: 'line', line: [{ strong: what }, `: ${why}`] }];
  for (const { text, shell } of waits) {
    if (shell && shell.length > 0)
      blocks.push({ kind: 'folded', summary: [text], blocks: [{ kind: 'shell', lines: shell }] });
    else blocks.push({ kind: 'list', items: [{ line: [text], below: [] }] });
  }
  return blocks;
}
