export { coreRelease } from './core.js';
export { type VerifyOptions, verifyManifests } from './verify.js';
