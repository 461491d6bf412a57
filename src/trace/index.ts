export { placeOfSource, placesOfSource } from './source.js';
