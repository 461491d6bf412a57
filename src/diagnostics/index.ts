export type { DiagnosticDefinition, MessageTemplates, OpenFinding, Report } from './define.js';
export { defineDiagnostic, Findings } from './define.js';
export type {
  ChangeClass,
  ChangeDetail,
  ChangedObject,
  Diagnostic,
  Edit,
  Label,
  Severity,
  WaivedDiagnostic,
} from './diagnostic.js';
export { hasErrors, locationOf, sortDiagnostics } from './diagnostic.js';
export { isHidden, withoutSecrets, withoutUserInfo } from './hidden.js';
export type { Position, SourceFile, Span } from './source.js';
export { lineStarts, lineText, positionAt } from './source.js';
