// Runs the program once on the default topology and keeps what V8 compiled on the way (see bin/load.js).
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('../bin/load.js');

const { program, compiledCode, cacheFile } = load();
const scratch = mkdtempSync(join(tmpdir(), 'dbspan-build-'));

async function warmUp() {
  await program.main(['synth', 'spec/topology.yaml', '--output', join(scratch, 'dist'), '--format', 'json']);
  writeFileSync(cacheFile, compiledCode());
  rmSync(scratch, { recursive: true, force: true });
}

warmUp();
