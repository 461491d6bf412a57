import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const asked = (version: string, release: string): string =>
  change(
    change(
      goodTopology,
      'engine: mariadb\n    version: "11.8.5"',
      `engine: postgres\n    version: "${version}"`,
    ),
    'clusters:\n',
    `releases: { kubedb: ${release} }\nclusters:\n`,
  );

const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes('version-defect'));

test('the entry of the preview that names another image', () => {
  const text = asked('17.9', 'v2026.8.14-rc.0');
  expect(own(text)).toEqual([
    'warning kubedb/version-defect 25:14 Postgres 17.9 of KubeDB v2026.8.14-rc.0 runs the image of 17.9-percona, declared as alpine with user 70',
  ]);
  expect(fixesOf(text)).toContain('write "17.9-bookworm"');
});

test('is content with other entries and other releases', () => {
  expect(own(asked('17.9-bookworm', 'v2026.8.14-rc.0'))).toEqual([]);
  expect(own(asked('17.9', 'v2026.7.10'))).toEqual([]);
});
