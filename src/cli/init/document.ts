import type { Choices } from './answers.js';
import { kubedbParts, namesProject } from './document-kubedb.js';
import { siteParts } from './document-site.js';
import { scalar } from './scalar.js';

/**
 * The topology file, with comments that say what is still to be filled in.
 *
 * @param schema where the YAML language server finds the schema, as the modeline names it
 */
export function renderDocument(choices: Choices, schema: string): string {
  const parts = choices.provider === 'kubedb' ? kubedbParts(choices) : siteParts(choices);
  return `${[head(choices, schema), ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(choices: Choices, schema: string): string[] {
  const kubedb = choices.provider === 'kubedb';
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# Written by dbspan init.${kubedb ? ' FILL IN marks what is missing, or only guessed.' : ''}`,
    '# Every field is explained by your editor, through the line above, and by: dbspan explain FIELD',
    'apiVersion: dbspan/v1alpha1',
    'kind: Topology',
    'metadata:',
    `  name: ${scalar(choices.name)}${kubedb && namesProject(choices) ? ' # also the name of the KubeSlice project' : ''}`,
  ];
}
