import { type Diagnostic, type Label, positionAt } from '../diagnostics/index.js';

/** A place in a file. Lines and columns count from 1; columns count Unicode code points; the end is exclusive. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly label?: string;
}

/** A finding as `--format json` prints it. */
export interface JsonDiagnostic {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
  readonly place: JsonPlace;
  readonly related: readonly JsonPlace[];
  readonly why: string;
  readonly fix?: string;
}

function placeOf({ span, text }: Label): JsonPlace {
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, span.end);
  return {
    file: span.file.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(text === '' ? {} : { label: text }),
  };
}

/** A finding as plain data. */
export function diagnosticToJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { id, severity, message, why, fix } = diagnostic;
  return {
    id,
    severity,
    message,
    place: placeOf(diagnostic.primary),
    related: diagnostic.related.map(placeOf),
    why,
    ...(fix === undefined ? {} : { fix }),
  };
}
