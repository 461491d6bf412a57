import type { ChangeClass, ChangedObject, Diagnostic, Edit, Label, Severity } from './diagnostic.js';
import { withoutUserInfo } from './hidden.js';
import type { Span } from './source.js';

/** Templates of a kind of finding, by name; each takes one object of typed parameters, or nothing. */
export type MessageTemplates = Readonly<Record<string, (parameters: never) => string>>;

/** A kind of finding: everything about it but the place. */
export interface DiagnosticDefinition<T extends MessageTemplates = MessageTemplates> {
  readonly id: `${string}/${string}`;
  readonly severity: Severity;
  /** One sentence: what happens if it stays. */
  readonly why: string;
  /** Where the fact behind it was read: a file of an upstream project, a standard, or a measurement. */
  readonly source?: string;
  /** Of a finding about a change from one output to the next. */
  readonly changeClass?: ChangeClass;
  readonly messages: T;
}

type ParametersOf<T extends MessageTemplates, K extends keyof T> = Parameters<T[K]>;

/** A finding under construction. It is complete once `at` was called. */
export interface OpenFinding {
  /** Where it is. */
  at(span: Span, label?: string): OpenFinding;
  /** Which object of the output a finding about a change is about; several calls name several, the first is the example. */
  about(object: ChangedObject): OpenFinding;
  /** Another place that explains it. */
  related(span: Span, label: string): OpenFinding;
  /** What to do now. */
  fix(text: string): OpenFinding;
  /**
   * Makes the fix a certain one: `--fix` puts the text in place of the span, together with all other edits of the finding.
   * Only for a change that has one right form and loses nothing the file says.
   */
  edit(span: Span, text: string): OpenFinding;
}

/** Reports findings of one kind. An unknown template or a missing parameter does not compile. */
export type Report<T extends MessageTemplates> = <K extends keyof T & string>(
  message: K,
  ...parameters: ParametersOf<T, K>
) => OpenFinding;

/** Declares a kind of finding. */
export function defineDiagnostic<const T extends MessageTemplates>(
  definition: DiagnosticDefinition<T>,
): DiagnosticDefinition<T> {
  return definition;
}

/** Collects findings. */
export class Findings {
  readonly #open: (() => Diagnostic)[] = [];

  /** The reporting function for one kind of finding. */
  reporterOf<T extends MessageTemplates>(definition: DiagnosticDefinition<T>): Report<T> {
    return (message, ...parameters) => this.report(definition, message, ...parameters);
  }

  /** Reports one finding; where it is and what to do follow by the methods of the result. */
  report<T extends MessageTemplates, K extends keyof T & string>(
    definition: DiagnosticDefinition<T>,
    message: K,
    ...parameters: ParametersOf<T, K>
  ): OpenFinding {
    const template = definition.messages[message] as (...parameters: ParametersOf<T, K>) => string;
    const text = withoutUserInfo(template(...parameters));
    const related: Label[] = [];
    const edits: Edit[] = [];
    const objects: ChangedObject[] = [];
    let primary: Label | undefined;
    let fix: string | undefined;
    const open: OpenFinding = {
      at(span, label = '') {
        primary = { span, text: label };
        return open;
      },
      about(object) {
        objects.push(object);
        return open;
      },
      related(span, label) {
        related.push({ span, text: withoutUserInfo(label) });
        return open;
      },
      fix(remedy) {
        fix = withoutUserInfo(remedy);
        return open;
      },
      edit(span, replacement) {
        edits.push({ span, text: replacement });
        return open;
      },
    };
    this.#open.push(() => {
      if (!primary) throw new Error(`${definition.id} was reported without a place`);
      const { id, severity, why, changeClass } = definition;
      const change = changeClass === undefined ? {} : { change: { class: changeClass, objects } };
      return { id, severity, message: text, primary, related, why, fix, edits, ...change };
    });
    return open;
  }

  get count(): number {
    return this.#open.length;
  }

  /** The findings so far, in the order of their report. */
  list(): Diagnostic[] {
    return this.#open.map((finish) => finish());
  }
}
