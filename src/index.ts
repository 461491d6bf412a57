/**
 * dbspan as a library: the compiler as functions (text in, diagnostics and objects out, no file system), and its charts
 * as constructs for other cdk8s apps.
 */
export * from './charts/index.js';
export { type Compilation, type CompileOptions, compile } from './compile.js';
export {
  type Diagnostic,
  type Edit,
  hasErrors,
  type Label,
  locationOf,
  type Position,
  positionAt,
  type Severity,
  type SourceFile,
  type Span,
  type WaivedDiagnostic,
} from './diagnostics/index.js';
export { type Fixed, fixAll } from './fix.js';
export * as imports from './imports/index.js';
export type {
  ClusterPlan,
  CommittedOrdinals,
  DatabasePlan,
  DnsPlan,
  FileContent,
  KubedbDatabasePlan,
  PlacementPlan,
  Plan,
  SlicePlan,
  Wave,
} from './plan/index.js';
export { databasesOf, waves } from './plan/index.js';
export { diagnosticToJson, type JsonDiagnostic } from './report/json.js';
export { renderText } from './report/plain.js';
export { type Synthesis, type SynthesizedObject, synthesize, synthesizeObjects } from './synthesize.js';
export type { Input, Topology } from './topology/index.js';
export { version } from './version.js';
export { printYaml } from './yaml/print.js';
