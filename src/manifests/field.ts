import type { Span } from '../diagnostics/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { headSpan, keySpan, valueSpan } from '../yaml/spans.js';

/**
 * A place in a manifest, whether or not something stands there. A manifest comes from anywhere, so nothing can be assumed
 * about its shape: what is not there, or of another type, reads as undefined or as empty.
 */
export class Field {
  /** What stands there; undefined when nothing does. */
  readonly value: Value | undefined;
  readonly #container: object;
  readonly #key: string | number | undefined;

  constructor(container: object, key: string | number | undefined, value: Value | undefined) {
    this.#container = container;
    this.#key = key;
    this.value = value;
  }

  /** True when something stands there; `null` counts as nothing, as the API server drops it. */
  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  get flag(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  /** A field below this one, by the names on the way. */
  at(...path: readonly (string | number)[]): Field {
    let place: Field = this;
    for (const key of path) place = place.#step(key);
    return place;
  }

  /** The items of a list; none when it is no list. */
  items(): Field[] {
    const list = this.value;
    return Array.isArray(list) ? list.map((item, index) => new Field(list, index, item)) : [];
  }

  /** The entries of a mapping; none when it is no mapping. */
  entries(): [name: string, field: Field][] {
    const map = this.value;
    if (!isMapping(map)) return [];
    return Object.keys(map).map((name) => [name, new Field(map, name, map[name])]);
  }

  /** Where the value stands; where nothing stands, the first field of the innermost mapping on the way that does. */
  get span(): Span {
    if (this.#key === undefined) return headSpan(this.#container);
    return valueSpan(this.#container as never, this.#key as never);
  }

  /** Where the name of the field stands, or what `span` says for one that is not there. */
  get keySpan(): Span {
    if (this.#key === undefined) return headSpan(this.#container);
    return keySpan(this.#container as never, this.#key as never);
  }

  #step(key: string | number): Field {
    const here = this.value;
    if (typeof key === 'number' && Array.isArray(here)) return new Field(here, key, here[key]);
    if (typeof key === 'string' && isMapping(here)) return new Field(here, key, here[key]);
    return new Field(this.#container, this.#key, undefined);
  }
}
