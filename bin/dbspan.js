#!/usr/bin/env node
require('./load.js').load().program.main(process.argv.slice(2));
