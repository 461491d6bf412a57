import {
  type Landscape,
  type Loss,
  lossText,
  type Manner,
  normalLoss,
  parseLoss,
} from '../survival/index.js';

/** What a person has chosen. */
export interface State {
  /** In the order of choosing; a node may be there several times, anything else once. */
  readonly lost: readonly Loss[];
  readonly inOrder: boolean;
  readonly manner: Manner;
}

export const nothingLost: State = { lost: [], inOrder: false, manner: 'crash' };

/** Most losses that a scenario has. */
export const mostLosses = 64;

/** How often a loss is among those chosen. */
export function countOf(state: State, loss: Loss): number {
  const text = lossText(loss);
  return state.lost.filter((each) => lossText(each) === text).length;
}

/** The state with a loss so many times: what is there keeps its place, what is new comes last. */
export function withCount(state: State, loss: Loss, count: number): State {
  const text = lossText(loss);
  let kept = 0;
  const lost = state.lost.filter((each) => lossText(each) !== text || ++kept <= count);
  while (kept < count && lost.length < mostLosses) {
    lost.push(loss);
    kept += 1;
  }
  return { ...state, lost };
}

/** Takes a loss back, or adds it. */
export function toggled(state: State, loss: Loss): State {
  return withCount(state, loss, countOf(state, loss) > 0 ? 0 : 1);
}

/** A state in the fragment of an address: `lose=fra,link:fra-ams&in-order&gracefully`, the words of `dbspan whatif`. Empty for the state to begin with. */
export function fragmentOf(state: State, start: State = nothingLost): string {
  const lose = state.lost.map((loss) => escaped(lossText(loss))).join(',');
  const parts = state.lost.length > 0 || start.lost.length > 0 ? [`lose=${lose}`] : [];
  if (state.inOrder) parts.push('in-order');
  if (state.manner === 'leave') parts.push('gracefully');
  const fragment = parts.join('&');
  return fragment === `lose=${start.lost.map((loss) => escaped(lossText(loss))).join(',')}` ? '' : fragment;
}

/** Most characters of a fragment that are read. */
const longest = 8192;

/** What a fragment says, and the losses in it that this page does not know. Undefined when it says nothing of a scenario. */
export function stateOf(
  fragment: string,
  landscape: Landscape,
  zones: readonly string[],
): { readonly state: State; readonly unknown: readonly string[] } | undefined {
  const parts = fragment.slice(0, longest).split('&');
  const lose = parts.find((part) => part.startsWith('lose='));
  const inOrder = parts.includes('in-order');
  const leave = parts.includes('gracefully');
  if (lose === undefined && !inOrder && !leave) return undefined;
  const texts = (lose ?? '').slice('lose='.length).split(',').map(unescaped);
  const { state, unknown } = losing(texts, landscape, zones);
  return { state: { ...state, inOrder, manner: leave ? 'leave' : 'crash' }, unknown };
}

/** The state in which these are lost. */
export function losing(
  texts: readonly string[],
  landscape: Landscape,
  zones: readonly string[],
): { readonly state: State; readonly unknown: readonly string[] } {
  let state = nothingLost;
  const unknown: string[] = [];
  for (const text of texts) {
    if (text === '') continue;
    const loss = parseLoss(text, landscape, zones);
    if ('problem' in loss) unknown.push(text);
    else {
      const normal = normalLoss(loss, landscape);
      state = withCount(state, normal, normal.kind === 'node' ? countOf(state, normal) + 1 : 1);
    }
  }
  return { state, unknown };
}

/** Percent-encoded, except what an address may hold there and people should be able to read. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%2B/g, '+');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
