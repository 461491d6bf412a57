import { describe, expect, test } from 'vitest';
import { fixesOf, goodTopology, relatedOf } from '../testing.js';
import { far, found, timed } from './times.testing.js';

const target = '    sizing: { mode: target }\n';
const id = 'survival/timers-tight';
const only = (text: string): string[] => found(text).filter((each) => each.includes(`${id} `));

describe(id, () => {
  test('names a silence of few round trips', () => {
    const text = timed('evs.suspect_timeout=PT2S') + far('300ms');
    expect(only(text)).toEqual([
      `warning ${id} 33:32 evs.suspect_timeout of orders is 2 s, which is 6 round trips between fra and ams`,
    ]);
    expect(relatedOf(text)).toContainEqual(['34:37 10 of them are enough']);
    expect(fixesOf(text)).toContain(
      'remove it, as dbspan writes one that fits, or write evs.suspect_timeout=PT3S or more in config.wsrep_provider_options',
    );
    expect(only(timed('evs.suspect_timeout=PT3S') + far('300ms'))).toEqual([]);
    expect(only(timed('evs.suspect_timeout=PT2S') + far('200ms'))).toEqual([]);
  });

  test('names the other option that config sets, too', () => {
    const text = timed('evs.install_timeout=PT2S;evs.suspect_timeout=PT1S') + far('700ms');
    expect(only(text)).toEqual([
      `warning ${id} 33:57 evs.suspect_timeout of orders is 1 s, which is one round trip between fra and ams`,
    ]);
    expect(relatedOf(text)).toContainEqual([
      '34:37 10 of them are enough',
      '33:32 evs.install_timeout is short, too',
    ]);
  });

  test("names Galera's own where dbspan writes none", () => {
    const text = goodTopology + target + far('600ms');
    expect(only(text)).toEqual([
      `warning ${id} 25:5 evs.suspect_timeout of orders is 5 s, which is 8 round trips between fra and ams`,
    ]);
    expect(fixesOf(text)).toContain(
      'write evs.suspect_timeout=PT6S or more in config.wsrep_provider_options',
    );
    expect(only(goodTopology + target + far('500ms'))).toEqual([]);
  });

  test('a join is sent again no sooner than its answer can be there', () => {
    const options = 'evs.suspect_timeout=PT20S;evs.inactive_timeout=PT60S;evs.install_timeout=PT30S';
    const text = timed(options, target) + far('1200ms');
    expect(only(text)).toEqual([
      `warning ${id} 25:5 evs.join_retrans_period of orders is 1 s, which is less than a round trip between fra and ams`,
    ]);
    expect(fixesOf(text)).toContain(
      'write evs.join_retrans_period=PT3S or more in config.wsrep_provider_options',
    );
    expect(only(timed(`${options};evs.join_retrans_period=PT2S`, target) + far('1200ms'))).toEqual([]);
  });

  test.each(['7ms', '150ms', '500ms', '1s', '3s'])('is content with what dbspan writes for %s', (rtt) => {
    expect(only(goodTopology + far(rtt))).toEqual([]);
    expect(only(timed('gcs.fc_limit=64') + far(rtt))).toEqual([]);
  });
});
