import { interrupted } from './problem.js';

/** How many files between two looks at the event loop: a few milliseconds of work on a local disk. */
const FILES_PER_CHUNK = 200;

export interface PacerOptions {
  /** Once it is aborted, the next rest throws a `Stop`. */
  readonly signal?: AbortSignal | undefined;
  /** Called at every rest. */
  readonly onRest?: (() => void) | undefined;
}

/** Lets the event loop in between chunks of synchronous work, so that signals are seen. */
export class Pacer {
  readonly #signal: AbortSignal | undefined;
  readonly #onRest: (() => void) | undefined;
  #files = 0;

  constructor(options: PacerOptions = {}) {
    this.#signal = options.signal;
    this.#onRest = options.onRest;
  }

  /** Counts one file; what it returns, if anything, must be awaited. Not a promise each, because that costs. */
  step(): Promise<void> | undefined {
    this.#files += 1;
    return this.#files % FILES_PER_CHUNK === 0 ? this.rest() : undefined;
  }

  /** Lets the event loop turn once. Throws a `Stop` when the run was aborted. */
  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#onRest?.();
    this.stopIfAborted();
  }

  stopIfAborted(): void {
    if (this.#signal?.aborted === true) throw interrupted();
  }
}
