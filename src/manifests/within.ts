import { Findings } from '../diagnostics/index.js';
import { readYamlDocuments } from '../yaml/read.js';
import { Field } from './field.js';

/**
 * The document that a field holds as text, such as the values of a HelmChartConfig; undefined when it is no single YAML
 * document. Its places are not those of the file: findings about it point at the field.
 */
export function documentWithin(field: Field): Field | undefined {
  if (field.text === undefined) return undefined;
  const findings = new Findings();
  const documents = readYamlDocuments({ name: field.span.file.name, text: field.text }, findings);
  const [document, ...others] = documents;
  const broken = findings.list().some(({ severity }) => severity === 'error');
  if (broken || others.length > 0 || typeof document !== 'object' || document === null) return undefined;
  return new Field(document, undefined, document);
}
