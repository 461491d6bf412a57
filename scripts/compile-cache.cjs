// Runs the program once on the default topology and keeps what V8 compiled on the way (see bin/load.js).
const { mkdtempSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('../bin/load.js');

const { program, cache, cacheFile } = load();
const scratch = mkdtempSync(join(tmpdir(), 'dbspan-build-'));

async function warmUp() {
  await program.main(['synth', 'spec/topology.yaml', '--output', join(scratch, 'dist'), '--format', 'json']);
  writeFileSync(`${cacheFile}.new`, cache());
  renameSync(`${cacheFile}.new`, cacheFile);
  rmSync(scratch, { recursive: true, force: true });
}

warmUp();
