import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

const harmful = [
  [/;/, 'a semicolon'],
  [/"/, 'a double quote'],
  [/[\r\n]/, 'a line break'],
] as const;

/** A value of `galera.providerOptions` can be joined with the others in one line, and leaves the address of the pod alone. */
export const providerOptions = defineRule({
  id: 'mariadb-operator/provider-options',
  severity: 'error',
  why: 'the operator joins the options by semicolons in one quoted line as they are, and a server whose line is broken does not start or drops the options behind it',
  source: 'mariadb-operator/mariadb-operator pkg/galera/config/config.go',
  messages: {
    reserved: (p: { option: string }) => `${p.option} is the operator's own, and its webhook refuses it`,
    character: (p: { option: string; character: string }) => `the value of ${p.option} holds ${p.character}`,
    empty: (p: { option: string }) => `${p.option} has no value`,
  },
  checkManifests(manifests, report) {
    for (const { spec, galera } of serversOf(manifests)) {
      if (!galera) continue;
      for (const [option, value] of spec.at('galera', 'providerOptions').entries()) {
        const { text } = value;
        if (option === 'ist.recv_addr') {
          report('reserved', { option }).at(value.keySpan).fix('remove it');
          continue;
        }
        if (text === undefined) continue;
        const [, character] = harmful.find(([pattern]) => pattern.test(text)) ?? [];
        if (character !== undefined) {
          report('character', { option, character })
            .at(value.span)
            .fix('write one option per line, and nothing but its value');
        } else if (text.trim() === '') {
          report('empty', { option }).at(value.span).fix('give it a value, or remove it');
        }
      }
    }
  },
});
