// Loads the program. Half of a short run is V8 compiling the bundle, so the build leaves compiled code beside it. V8 itself
// looks only at its own version and the length of the source, so a digest of both stands in front of what it is given.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'lib', 'program', 'dbspan.cjs');
const cacheFile = `${bundle}.cache`;
const digestLength = 32;

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function digest(source, compiled) {
  return createHash('sha256').update(source).update(compiled).digest();
}

/** The compiled code of this very source; undefined when it is of another one, damaged or not there. */
function compiledCodeOf(source) {
  const cache = readIfThere(cacheFile);
  if (!cache) return undefined;
  const compiled = cache.subarray(digestLength);
  return digest(source, compiled).equals(cache.subarray(0, digestLength)) ? compiled : undefined;
}

function load() {
  const source = readIfThere(bundle);
  if (!source) {
    process.stderr.write('dbspan is not built: run npm ci (or npm run build) in its folder\n');
    process.exit(2);
  }
  // The bundle is ASCII: esbuild escapes the rest.
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.latin1Slice()}\n})`,
    {
      filename: bundle,
      cachedData: compiledCodeOf(source),
    },
  );
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  const cache = () => {
    const compiled = script.createCachedData();
    return Buffer.concat([digest(source, compiled), compiled]);
  };
  return { program: module.exports, cache, cacheFile };
}

module.exports = { load };
