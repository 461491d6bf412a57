// What servers say about their options while they start.

/** Words that only stand where an option is meant. */
const aboutOptions =
  /unknown (?:variable|option|suffix)|unrecognized|deprecated|obsolete|was removed|no longer supported|\bignor(?:ed|ing)\b|adjusted|\bchanged limits\b|out of range|invalid value|incorrect value|truncated|is set to/i;

const mariadbTrouble = /\[(?:Warning|ERROR)\]/;

/** The lines up to the moment at which the server takes connections. */
export function startOf(text) {
  const lines = text.split('\n');
  const last = lines.findIndex((line) => /ready (?:for|to accept) connections/.test(line));
  return last < 0 ? lines : lines.slice(0, last + 1);
}

/**
 * Splits the warnings and errors of MariaDB's start into those about an option and the others. `names` are the names of
 * the server's variables; those of one word are too common to tell anything.
 */
export function mariadbComplaints(text, names) {
  const known = new Set([...names].map(plain).filter((name) => name.includes('_')));
  const aboutOption = (line) =>
    aboutOptions.test(line) ||
    (line.match(/[A-Za-z][A-Za-z0-9_-]+/g) ?? []).some((word) => known.has(plain(word)));
  return split(
    startOf(text).filter((line) => mariadbTrouble.test(line)),
    aboutOption,
  );
}

function plain(name) {
  return name.toLowerCase().replaceAll('-', '_').replace(/^_+/, '');
}

const postgresTrouble = /\b(?:WARNING|ERROR|FATAL|PANIC):/;
const postgresHint =
  /\b(?:LOG|FATAL):.*(?:parameter|configuration file|unrecognized|invalid value|out(?:side| of) .*range)/;

/** The same for Postgres, which has some of its complaints in lines that are marked LOG. */
export function postgresComplaints(text, names) {
  const known = new Set([...names].filter((name) => name.includes('_')));
  const aboutOption = (line) =>
    aboutOptions.test(line) ||
    postgresHint.test(line) ||
    (line.match(/[a-z][a-z0-9_]+/g) ?? []).some((word) => known.has(word));
  return split(
    startOf(text).filter((line) => postgresTrouble.test(line) || postgresHint.test(line)),
    aboutOption,
  );
}

function split(lines, aboutOption) {
  return { options: lines.filter(aboutOption), others: lines.filter((line) => !aboutOption(line)) };
}
