/** A fact about a system the output is for, and what keeps a program from running into it. */
export interface Fact {
  /** The system the fact is about. */
  readonly sheet: 'kubeslice' | 'ocm' | 'kubedb' | 'mariadb-operator' | 'galera' | 'sizing' | 'survival';
  /** Its name, which begins with the mark of its section: `M6`, `C4`, `§2 SliceConfig 3`, `§4 length 2`. */
  readonly id: string;
  /** In a clause. */
  readonly fact: string;
  /** Ids of the rules that check it, or a clause why it needs none: impossible by construction, a state of the live system, … */
  readonly covered: readonly [string, ...string[]] | string;
}
