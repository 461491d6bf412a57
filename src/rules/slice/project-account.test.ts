import { expect, test } from 'vitest';
import { foundBy, foundIn, hubObject, topologyWith } from './testing.js';

const found = (accounts: string) =>
  foundBy(
    'slice/project-account',
    hubObject('Project', `{ serviceAccount: ${accounts} }`, 'shop', 'kubeslice-controller'),
  );

test.each(['a', '-admin', 'admin-', 'ad min', 'ad_min', '.ab', 'a'.repeat(65)])(
  '%j is refused',
  (account) => {
    expect(found(`{ readWrite: [${account}] }`)).toEqual([`error 4:39 ${account} is no account name`]);
  },
);

test('an empty one is refused, in both lists', () => {
  expect(found('{ readOnly: [""], readWrite: ["", ok] }')).toEqual([
    'error 4:38 an empty text is no account name',
    'error 4:55 an empty text is no account name',
  ]);
});

test.each(['ab', 'Admin', 'a.b', 'ci-bot', 'a'.repeat(64), '1-2'])('%s is right', (account) => {
  expect(found(`{ readOnly: ["${account}"] }`)).toEqual([]);
});

test.each(['a..b', 'a.-b', 'a-.b'])('%s gets no ServiceAccount, whoever names it', (account) => {
  expect(found(`{ readOnly: [${account}] }`)).toEqual([
    `error 4:38 no ServiceAccount can be made for the account ${account}`,
  ]);
  const text = topologyWith({ slice: `  serviceAccounts: { readWrite: [admin, ${account}] }\n` });
  expect(foundIn('slice/project-account', text)).toEqual([
    `error 19:41 no ServiceAccount can be made for the account ${account}`,
  ]);
});

test('what is no text is left to the schema', () => {
  expect(found('{ readOnly: [7, null], readWrite: admin }')).toEqual([]);
});
