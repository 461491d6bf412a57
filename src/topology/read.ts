import { type Diagnostic, Findings, hasErrors, type SourceFile } from '../diagnostics/index.js';
import { decode, reportForbiddenCharacter } from '../yaml/decode.js';
import { readYaml } from '../yaml/read.js';
import type { Topology } from './generated/types.js';
import { validate } from './generated/validate.js';
import { reportSchemaErrors } from './schema-findings.js';

/** One file given to the compiler. */
export interface Input {
  /** Name that findings print, and from which relative paths in the file are resolved. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** What reading one file gave. */
export interface Reading {
  /** The text; undefined when it was not even text. */
  readonly file: SourceFile | undefined;
  /** The topology, valid by its schema; undefined when a finding is an error. */
  readonly topology: Topology | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one topology file. Never throws for what the file holds. */
export function readTopology(input: Input): Reading {
  const findings = new Findings();
  const file =
    typeof input.content === 'string'
      ? { name: input.name, text: input.content.replace(/^\ufeff/, '') }
      : decode(input.name, input.content, findings);
  const topology = file && topologyOf(file, findings);
  const diagnostics = findings.list();
  return { file, topology: hasErrors(diagnostics) ? undefined : topology, diagnostics };
}

function topologyOf(file: SourceFile, findings: Findings): Topology | undefined {
  if (reportForbiddenCharacter(file, findings)) return undefined;
  const read = readYaml(file, findings);
  if (!read) return undefined;
  if (!validate(read.value)) {
    reportSchemaErrors(read.value, { file, start: 0, end: 0 }, validate.errors ?? [], findings);
    return undefined;
  }
  return read.value as unknown as Topology;
}
