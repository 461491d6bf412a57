import type { Findings, Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import type { Value } from '../../yaml/read.js';
import type { Kind } from '../kind.js';

/** Evaluates the rules of CRDs. */
export class CelCheck {
  object(_value: Value, _kind: Kind, _root: Field, _findings: Findings): readonly Span[] {
    return [];
  }

  /** What could not be evaluated, once for each rule. */
  report(_findings: Findings): void {}
}
