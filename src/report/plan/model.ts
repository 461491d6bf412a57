import type { ChangeSubject } from '../../changes/index.js';
import type { Diagnostic, WaivedDiagnostic } from '../../diagnostics/index.js';
import type { Impact } from '../../impact/index.js';
import type { CommitPlan } from '../../steps/index.js';

/** What the new output is held against. */
export type Against =
  /** The output directory as it lies there: `dist`. */
  | { readonly kind: 'output'; readonly path: string }
  /** Another directory. */
  | { readonly kind: 'directory'; readonly path: string }
  /** The output directory in a revision of Git. */
  | {
      readonly kind: 'revision';
      /** As it was asked for: `main`, `HEAD~1`. */
      readonly revision: string;
      /** The commit that it means, in full. */
      readonly commit: string;
      readonly path: string;
    };

/** A file that a commit writes or takes away. */
export interface CommitFile {
  /** Below the output directory, with forward slashes. */
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** SHA-256 of what is written; undefined for a file that goes. */
  readonly sha256: string | undefined;
}

/** What the whole output is after one commit. */
export interface CommitOutput {
  /** `outputDigest` of all files after it. The last one is that of the new output. */
  readonly output: string;
  /** What it changes of the output before it, by path: `filesBetween` finds it. */
  readonly files: readonly CommitFile[];
}

/** All that `dbspan plan` knows about a change: what every form prints. */
export interface PlanReport {
  readonly against: Against;
  /** Names of the topology files, as findings print them. */
  readonly files: readonly string[];
  /** Path from the root of the repository to where the program stands, where that is known; else empty. */
  readonly folder: string;
  /** Where the files of the repository can be read, with a slash at its end: links of Markdown begin with it. Without it they are relative. */
  readonly blobs?: string | undefined;
  readonly change: ChangeSubject;
  /** What the rules about changes say, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the other rules say about the new topologies, sorted by place. */
  readonly findings: readonly Diagnostic[];
  /** Warnings of either kind that a waiver accepts. They are in neither list. */
  readonly waived: readonly WaivedDiagnostic[];
  /** What it does to survival, sizes and traffic; undefined where nobody has worked it out. */
  readonly impact: Impact | undefined;
  readonly commits: CommitPlan;
  /** The errors among the findings that no order of commits mends; undefined where nobody looked, and then by their class. */
  readonly refused?: readonly Diagnostic[];
  /** Of each of the commits, in their order. */
  readonly outputs: readonly CommitOutput[];
  /** `outputDigest` of the old output. */
  readonly outputBefore: string;
  /** `outputDigest` of the new one. */
  readonly outputAfter: string;
  /** What dbspan wrote the old output, and what wrote the new one. Undefined before for a directory that dbspan did not write, or an empty one. */
  readonly versions: { readonly before: string | undefined; readonly after: string };
  /** The commit of several that the old output is: where its index says so. */
  readonly stepBefore?: { readonly number: number; readonly of: number } | undefined;
  /** The command that gives this report again, as one types it. */
  readonly command: string;
}
