// Required into a run of dbspan: kills it right before or after the Nth renaming, as DBSPAN_KILL_AT=before:N or after:N says.
const fs = require('node:fs');

const [when, number] = process.env.DBSPAN_KILL_AT.split(':');
const { renameSync } = fs;
let count = 0;
fs.renameSync = (...given) => {
  count += 1;
  if (when === 'before' && count === Number(number)) process.kill(process.pid, 'SIGKILL');
  renameSync(...given);
  if (when === 'after' && count === Number(number)) process.kill(process.pid, 'SIGKILL');
};
