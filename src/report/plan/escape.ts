import { code } from '../../charts/runbook-step.js';
import { printableLine } from '../printable.js';
import { clipped } from './words.js';

// Names and values come from the pull requests of strangers, and the report is posted under the name of a bot. Nothing in them may become
// a link, a mention, a reference, HTML or a part of our own markup. What could is shown as code, where no reader of Markdown looks for any.

/** Characters of a sentence and of a name or value that are shown. */
const mostOfSentence = 700;
const mostOfCode = 200;

/** Characters that nobody sees: joiners, marks of direction, tags. Two names that differ in them only must look different. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/** A text on one line in which every character can be seen. */
export function visible(text: string): string {
  return printableLine(text.replace(/\s+/g, ' ')).replace(unseen, '\ufffd').trim();
}

/** A sentence as one, a name or value as code. */
export interface Escaping {
  code(text: string): string;
  plain(text: string): string;
}

/** Markdown. */
export const inMarkdown: Escaping = { code: (text) => code(text), plain: (text) => text };

/** A cell of a table, which a bar would end even in code. */
export const inCell: Escaping = { code: (text) => code(text.replaceAll('|', '¦')), plain: (text) => text };

/** Inside an HTML element. */
export const inHtml: Escaping = {
  code: (text) => `<code>${entities(text)}</code>`,
  plain: (text) => entities(text),
};

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A name or a value. */
export function codeText(text: string, escaping: Escaping): string {
  return escaping.code(literal(text));
}

const harmless = /^[\p{L}\p{N}.,;:!?()'"’‘“”…–—→·%+−=/-]+$/u;
/** Addresses, references to commits and issues, names of emoji; what begins a list, a rule or a heading at the start of a line. */
const speaking =
  /:\/\/|www\.|GH-\d|(?<![a-z0-9])[0-9a-f]{7,64}(?![a-z0-9])|:[\w+-]+:|[_*]|^\d+[.)]$|^[-+=]+$|^-{3,}/i;

/** Words of a sentence, one of which may be several in backticks. */
const words = /(?<=^| )([("“‘]*)`([^`]+)`([.,;:!?)"”’…]*)(?= |$)|[^ ]+/gu;

/** A sentence. Words that could be read as something else are shown as code. */
export function sentenceText(text: string, escaping: Escaping): string {
  return sentence(text).replace(words, (word, open: string, literal?: string, close?: string) =>
    literal === undefined
      ? wordText(word, escaping)
      : escaping.plain(open) + escaping.code(literal) + escaping.plain(close ?? ''),
  );
}

/** A sentence, or a part of one, as it is shown: on one line, with the space before and behind it. */
export function sentence(text: string): string {
  const shown = clipped(visible(text), mostOfSentence);
  const [before, behind] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  return shown === '' ? before : before + shown + behind;
}

/** A name or a value as it is shown. */
export function literal(text: string): string {
  return clipped(visible(text), mostOfCode) || '""';
}

function wordText(word: string, escaping: Escaping): string {
  const [, open = '', middle = '', close = ''] = /^([("“‘]*)(.*?)([.,;:!?)"”’…]*)$/u.exec(word) ?? [];
  if (middle === '' || (harmless.test(middle) && !speaking.test(middle)))
    return speaking.test(word) ? escaping.code(word) : escaping.plain(word);
  return escaping.plain(open) + escaping.code(middle) + escaping.plain(close);
}
