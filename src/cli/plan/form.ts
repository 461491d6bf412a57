import { extname } from 'node:path';
import { isMachineFormat, type MachineFormat } from '../../report/formats.js';
import type { Arguments } from '../command.js';

/** Forms that a plan as a whole is printed in. The others are those of findings alone. */
export type PlanForm = 'text' | 'markdown' | 'json';

const byEnding: Readonly<Record<string, PlanForm>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
  '.txt': 'text',
};

/** The form that is asked for: by its name, else by the ending of the file, else text. */
export function formOf({ format, output }: Arguments['options']): PlanForm | MachineFormat {
  if (format === 'markdown' || format === 'text' || isMachineFormat(format)) return format;
  return (typeof output === 'string' && byEnding[extname(output).toLowerCase()]) || 'text';
}
