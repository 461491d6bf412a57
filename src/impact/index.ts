export { impactOf } from './impact.js';
export * from './model.js';
