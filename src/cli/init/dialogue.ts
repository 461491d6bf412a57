import { createInterface, type Interface } from 'node:readline/promises';
import type { Palette } from '../../report/palette.js';
import { CannotRun, type Io, paletteOf } from '../io.js';
import type { Problem } from './problem.js';

/** One question on the terminal. */
export interface Question {
  readonly text: string;
  /** What an empty answer stands for, as it is shown. */
  readonly standard: string;
  /** A line before the question that helps to answer it. */
  readonly hint?: string;
  /** What `?` prints. */
  readonly explanation?: string | undefined;
  /** Answers that the tabulator key completes. */
  readonly choices?: readonly string[] | undefined;
  /** Why an answer cannot be taken; also asked about what an empty one stands for, with undefined. */
  problem(answer: string | undefined): Problem | undefined;
}

/** Asks questions on a terminal, one line each. */
export class Dialogue {
  readonly #io: Io;
  readonly #palette: Palette;
  readonly #interface: Interface;
  /** Keeps lines that come in before their question, as when several are pasted. */
  readonly #lines: AsyncIterator<string>;
  #choices: readonly string[] = [];
  #interrupted = false;
  /** The input has ended; lines that came before may still wait for their question. */
  #ended = false;

  constructor(io: Io) {
    this.#io = io;
    this.#palette = paletteOf(io, 'stdout');
    this.#interface = createInterface({
      input: io.stdin,
      output: io.stdout,
      terminal: true,
      historySize: 0,
      completer: (line: string): [string[], string] => [
        this.#choices.filter((choice) => choice.startsWith(line)),
        line,
      ],
    });
    this.#lines = this.#interface[Symbol.asyncIterator]();
    this.#interface.on('close', () => {
      this.#ended = true;
    });
    this.#interface.on('SIGINT', () => this.#interrupt());
    io.signal.addEventListener('abort', () => this.#interrupt(), { once: true });
    if (io.signal.aborted) this.#interrupt();
  }

  /** Prints a line that wants no answer. */
  say(text: string): void {
    this.#io.stdout.write(`${text}\n`);
  }

  /**
   * Asks until an answer can be taken. Returns undefined for an empty one.
   *
   * @throws CannotRun when the user interrupts, or the input ends
   */
  async ask({
    text,
    standard,
    hint,
    explanation,
    choices = [],
    problem,
  }: Question): Promise<string | undefined> {
    if (hint !== undefined) this.say(this.#palette.faint(hint));
    this.#choices = choices;
    for (;;) {
      const line = await this.#answerTo(
        `${this.#palette.strong(text)} ${this.#palette.faint(`[${standard}]`)}: `,
      );
      if (line === '?') {
        this.say(`  ${explanation ?? 'There is nothing more to say about it.'}`);
        continue;
      }
      const answer = line === '' ? undefined : line;
      const found = problem(answer);
      if (!found) return answer;
      this.say(
        `  ${this.#palette.severity.error(found.reason)}${found.remedy === undefined ? '' : `\n  ${found.remedy}`}`,
      );
    }
  }

  /** Gives the terminal back. */
  close(): void {
    this.#interface.close();
  }

  async #answerTo(prompt: string): Promise<string> {
    if (this.#ended && !this.#interrupted) this.#io.stdout.write(prompt);
    else if (!this.#interrupted) {
      this.#interface.setPrompt(prompt);
      this.#interface.prompt();
    }
    const { done, value } = await this.#lines.next();
    if (!done && !this.#interrupted) return value.trim();
    this.say('');
    throw new CannotRun(
      this.#interrupted
        ? 'interrupted; nothing was written'
        : 'the input ended before the last answer; nothing was written',
    );
  }

  #interrupt(): void {
    this.#interrupted = true;
    this.#interface.close();
  }
}
