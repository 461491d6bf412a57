import { Findings } from '../diagnostics/index.js';
import { readYamlDocuments } from '../yaml/read.js';
import { Field } from './field.js';

/**
 * The mapping that a field holds as text, such as the values of a HelmChartConfig; undefined when it is no single YAML
 * document, or none with a mapping. Its places are not those of the file: findings about it point at the field.
 */
export function documentWithin(field: Field): Field | undefined {
  if (field.text === undefined) return undefined;
  const findings = new Findings();
  const file = { name: field.span.file.name, text: field.text };
  const [first, ...others] = readYamlDocuments(file, findings, { maximumDepth: 64, mergeKeys: true });
  const document = first?.value;
  const broken = findings.list().some(({ severity }) => severity === 'error');
  const mapping = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (broken || others.length > 0 || !mapping) return undefined;
  return new Field(document, undefined, document);
}
