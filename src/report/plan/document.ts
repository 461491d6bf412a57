// A report as it is put together, before a form prints it. All texts are plain: each form escapes them.

/** A place in a file of the topologies. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A piece of a line: a sentence, in which nothing is markup, or something that must be told from the words around it. */
export type Inline =
  | string
  /** A name, a path or a value of a file, to the letter. */
  | { readonly code: string }
  | { readonly strong: string; readonly tone?: Tone }
  | { readonly place: FilePlace };

/** How bad something is. */
export type Tone = 'error' | 'warning' | 'info' | 'good';

export type Line = readonly Inline[];

/** A line with lines below it that say more of the same. */
export interface Item {
  readonly line: Line;
  readonly below: readonly Line[];
}

/** A part of a section. */
export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly numbered?: boolean }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** Commands ready to paste. */
  | { readonly kind: 'shell'; readonly lines: readonly string[] }
  /** What is seen on demand, where the form has a way for that. */
  | { readonly kind: 'folded'; readonly summary: Line; readonly blocks: readonly Block[] };

/** A part of a section that is shown as a whole or not at all. */
export interface Piece {
  readonly blocks: readonly Block[];
  /** The piece as one line, for want of room. */
  readonly brief?: Line;
  /** How many things it tells of: they are counted where it is left out. */
  readonly weight: number;
}

/** A part of the report. */
export interface Section {
  readonly title: string;
  /** What is always there. Short. */
  readonly intro: readonly Block[];
  readonly pieces: readonly Piece[];
  /** What is said in place of pieces that are left out. */
  rest(left: { readonly pieces: number; readonly weight: number }): Line;
  /** Where there is not room for all, sections of a lower rank get it first. */
  readonly rank: number;
  /** The most pieces that a terminal shows. */
  readonly most: number;
}

/** A whole report. */
export interface PlanDocument {
  /** The verdict. */
  readonly verdict: Line;
  /** What it is about, below the verdict. */
  readonly head: readonly Line[];
  /** In the order in which they are read. */
  readonly sections: readonly Section[];
}
