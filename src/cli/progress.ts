import type { Io } from './io.js';

/** Milliseconds of work after which a progress line appears. */
const patience = 500;

/** A line that says how far a long piece of work is; on a terminal only, and only when the work is long. */
export class Progress {
  readonly #io: Io;
  readonly #started = Date.now();
  #last = 0;
  #shown = false;

  constructor(io: Io) {
    this.#io = io;
  }

  /** @param doing what is done, in one word: `writing` */
  update(doing: string, done: number, total: number): void {
    if (!this.#io.stderr.isTTY) return;
    const now = Date.now();
    if (now - this.#started < patience || now - this.#last < 100) return;
    this.#last = now;
    this.#shown = true;
    this.#io.stderr.write(`\r\u001b[2K${doing} ${done} of ${total} files`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#io.stderr.write('\r\u001b[2K');
    this.#shown = false;
  }
}
