export { committedOrdinals } from './ordinals.js';
