export { Field } from './field.js';
export { type Manifest, ManifestSet, manifestOf } from './manifest.js';
export { type ManifestInput, type ManifestReading, maximumManifestSize, readManifests } from './read.js';
export { documentWithin } from './within.js';
