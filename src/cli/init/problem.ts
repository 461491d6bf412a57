import { compile } from '../../compile.js';
import { suggestQuantity } from '../../topology/quantities.js';
import { definitionName, resolve, schemaAt } from '../../topology/schema.js';
import { nearest } from '../../yaml/suggest.js';
import { formInWords, typeInWords } from '../explain/words.js';
import type { Choices } from './answers.js';
import { renderDocument } from './document.js';
import { isFleet } from './fleet.js';

/** Why an answer cannot be taken, and what to write instead. */
export interface Problem {
  readonly reason: string;
  readonly remedy: string | undefined;
}

/** Where the language has what is asked for. */
export const places = {
  name: ['metadata', 'name'],
  provider: ['databases', 0, 'provider'],
  engine: ['databases', 0, 'engine'],
  cluster: ['clusters', 0, 'name'],
  fleet: ['clusters', 0, 'fleet'],
  distribution: ['clusters', 0, 'distribution'],
  networkInterface: ['clusters', 0, 'networkInterface'],
  apiServer: ['clusters', 0, 'apiServer'],
  storageClass: ['clusters', 0, 'storageClass'],
  replicas: ['databases', 0, 'placement', 0, 'replicas'],
  database: ['databases', 0, 'name'],
  namespace: ['databases', 0, 'namespace'],
  rootPasswordSecret: ['databases', 0, 'rootPasswordSecret', 'name'],
  size: ['databases', 0, 'storage', 'size'],
  memory: ['databases', 0, 'resources', 'memory'],
} as const satisfies Record<string, readonly (string | number)[]>;

/** A thing that is asked for and that the language describes. */
export type Place = keyof typeof places;

/** What the language says about a text at one of its places; undefined when it takes it. */
export function problemOfValue(place: Place, text: string): Problem | undefined {
  const node = schemaAt(places[place]);
  if (!node) throw new Error(`the schema has no ${places[place].join('.')}`);
  const { enum: choices, pattern, minLength = 0, maxLength, minimum = 0, maximum, examples } = resolve(node);
  if (maximum !== undefined) return problemOfNumber(text, minimum, maximum);
  const shown = JSON.stringify(text);
  if (choices && !choices.includes(text)) {
    const meant = nearest(text, choices);
    return { reason: `${shown} is not ${typeInWords(node)}`, remedy: meant && `did you mean ${meant}?` };
  }
  if (maxLength !== undefined && [...text].length > maxLength) {
    return {
      reason: `${shown} has ${[...text].length} characters, at most ${maxLength} are possible`,
      remedy: 'shorten it',
    };
  }
  if (text.length < minLength || (pattern !== undefined && !new RegExp(pattern).test(text))) {
    const meant = definitionName(node) === 'size' ? suggestQuantity('size', text) : undefined;
    const example = examples?.[0] === undefined ? undefined : `for example ${examples[0]}`;
    const remedy = meant === undefined ? (formInWords(node) ?? example) : `write ${meant}`;
    return { reason: `${shown} is not ${typeInWords(node)}`, remedy };
  }
  return undefined;
}

/** What the language says about the name of a cluster, or what counts those of a fleet; undefined when it takes it. */
export function problemOfCluster(text: string): Problem | undefined {
  if (!isFleet(text)) return problemOfValue('cluster', text);
  if (!problemOfValue('fleet', text)) return undefined;
  return { reason: `${JSON.stringify(text)} counts no clusters`, remedy: 'write it as in store-{001..050}' };
}

/** Why a text is no whole number of a range; undefined when it is. */
export function problemOfNumber(text: string, least: number, most: number): Problem | undefined {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most) return undefined;
  return { reason: `${JSON.stringify(text)} is not a number from ${least} to ${most}`, remedy: undefined };
}

/**
 * What the rules say about the file as a whole, such as a name that is too long together with others; undefined when it
 * compiles. Nothing that does not is ever written.
 */
export function problemOfFile(choices: Choices): Problem | undefined {
  const { diagnostics } = compile([{ name: 'topology.yaml', content: renderDocument(choices, '') }]);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error && { reason: error.message, remedy: error.fix };
}
