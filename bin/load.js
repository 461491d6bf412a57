// Loads the program. Half of a short run is V8 compiling the bundle, so the build leaves compiled code beside it; V8 takes
// that only for its own version and the very same source, and compiles as usual otherwise.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'lib', 'program', 'dbspan.cjs');

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function load() {
  const source = readIfThere(bundle);
  if (!source) {
    process.stderr.write('dbspan is not built: run npm ci (or npm run build) in its folder\n');
    process.exit(2);
  }
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData: readIfThere(`${bundle}.cache`),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return {
    program: module.exports,
    compiledCode: () => script.createCachedData(),
    cacheFile: `${bundle}.cache`,
  };
}

module.exports = { load };
