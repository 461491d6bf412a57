import { type ConfigOption, readMariadbFile } from '../../server-options/index.js';
import { placesIn } from '../file-places.js';
import type { Server } from './operator-objects.js';

/** The options that a database has in its myCnf. */
export function serverOptions({ spec }: Server): readonly ConfigOption[] {
  const field = spec.at('myCnf');
  return field.text === undefined ? [] : readMariadbFile(field.text, placesIn(field)).options;
}
