import { describe, expect, test } from 'vitest';
import { database, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { far, found, timed } from './times.testing.js';

const target = '    sizing: { mode: target }\n';
const id = 'survival/timers';
const fast = 'evs.keepalive_period=PT0.05S;evs.inactive_check_period=PT0.05S;';
const only = (text: string): string[] => found(text).filter((each) => each.includes(`${id} `));

describe(id, () => {
  test('names a silence that is over before an answer can be there', () => {
    const text = timed(`${fast}evs.suspect_timeout=PT0.2S`) + far('250ms');
    expect(only(text)).toEqual([
      `error ${id} 33:95 evs.suspect_timeout of orders is 200 ms, and fra and ams are 250 ms apart`,
    ]);
    expect(found(text).filter((each) => each.includes('timers-tight'))).toEqual([]);
    expect(relatedOf(text)).toContainEqual(['34:37 the longest round trip']);
    expect(fixesOf(text)).toContain(
      'remove it, as dbspan writes one that fits, or write evs.suspect_timeout=PT3S or more in config.wsrep_provider_options',
    );
  });

  test('names several once, the shortest first', () => {
    const text =
      timed(
        `${fast}evs.suspect_timeout=PT0.3S;evs.inactive_timeout=PT0.5S;evs.install_timeout=PT0.1S`,
        target,
      ) + far('400ms');
    expect(only(text)).toEqual([
      `error ${id} 34:150 evs.install_timeout of orders is 100 ms, and fra and ams are 400 ms apart`,
    ]);
    expect(relatedOf(text)).toContainEqual([
      '35:37 the longest round trip',
      '34:95 evs.suspect_timeout is as short',
    ]);
    expect(fixesOf(text)).toContain(
      'write evs.suspect_timeout=PT4S, evs.inactive_timeout=PT4S and evs.install_timeout=PT4S or more in config.wsrep_provider_options',
    );
  });

  test('is content above a round trip, without links, within one cluster and with what dbspan writes', () => {
    expect(only(timed(`${fast}evs.suspect_timeout=PT0.3S`) + far('250ms'))).toEqual([]);
    expect(only(timed(`${fast}evs.suspect_timeout=PT0.2S`))).toEqual([]);
    expect(only(timed('gcs.fc_limit=64') + far('3s'))).toEqual([]);
    expect(only(goodTopology + far('3s'))).toEqual([]);
    const near = `${goodTopology}${database({ name: 'ledger', placement: '[{ cluster: fra, replicas: 3 }]' })}    config: { wsrep_provider_options: "${fast}evs.suspect_timeout=PT0.2S" }\n`;
    expect(only(near + far('250ms'))).toEqual([]);
  });
});
