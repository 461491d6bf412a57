// A client that stays connected: what it asks takes no start of a program, and an answer that does not come is seen as such.
import { converse } from './processes.mjs';

/** Every server answers this, whatever has become of its cluster. */
const last = "SHOW GLOBAL VARIABLES LIKE 'protocol_version';\n";
const lastAnswer = /^protocol_version\t\d+$/;

export function openSession(programs, socket) {
  const waiting = [];
  let lines = [];
  let rest = '';
  const talk = converse(
    programs.mariadb,
    ['--no-defaults', '-uroot', `--socket=${socket}`, '-N', '-B', '--raw', '--force', '--unbuffered'],
    (text) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop();
      for (const line of parts) {
        if (!lastAnswer.test(line)) {
          lines.push(line);
          continue;
        }
        waiting.shift()?.(lines);
        lines = [];
      }
    },
  );
  talk.ended.then(() => {
    for (const answer of waiting.splice(0)) answer(undefined);
  });
  return {
    /** The lines of an answer, errors among them; undefined when the server is gone. */
    ask: (sql) =>
      new Promise((resolve) => {
        if (talk.over) return resolve(undefined);
        waiting.push(resolve);
        talk.say(`${sql};\n${last}`);
      }),
    close: () => talk.close(),
  };
}
