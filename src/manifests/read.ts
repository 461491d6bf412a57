import { type Diagnostic, Findings } from '../diagnostics/index.js';
import { decode, reportForbiddenCharacter } from '../yaml/decode.js';
import { readYamlDocuments } from '../yaml/read.js';
import { type Manifest, manifestOf } from './manifest.js';

/** A file of manifests. */
export interface ManifestInput {
  /** Name that findings print. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** What reading one file gave. */
export interface ManifestReading {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the objects of one file, all documents of it. Never throws for what the file holds. */
export function readManifests(input: ManifestInput): ManifestReading {
  const findings = new Findings();
  const file =
    typeof input.content === 'string'
      ? { name: input.name, text: input.content.replace(/^\ufeff/, '') }
      : decode(input.name, input.content, findings);
  if (!file || reportForbiddenCharacter(file, findings))
    return { manifests: [], diagnostics: findings.list() };
  const documents = readYamlDocuments(file, findings);
  const manifests = documents.flatMap((value) => manifestOf(value) ?? []);
  return { manifests, diagnostics: findings.list() };
}
