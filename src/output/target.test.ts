import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locate } from './target.js';
import { put, temporaryDirectory } from './testing.js';

test('a directory, there or not, with its parents or without', () => {
  const parent = temporaryDirectory();
  const path = join(parent, 'a', 'dist');
  expect(locate(nodeFs, path)).toEqual({ named: path, path, parent: join(parent, 'a'), base: 'dist' });
  expect(locate(nodeFs, 'no/such/../dist/')).toMatchObject({
    path: join(process.cwd(), 'no/dist'),
    base: 'dist',
  });
});

test('links are resolved, those of the parents too, and a dangling one at the end', () => {
  const parent = temporaryDirectory();
  put(parent, {
    'real/dist/': '',
    link: '-> real',
    'real/again': '-> ../link/dist',
    'real/dangling': '-> ../later/dist',
  });
  expect(locate(nodeFs, join(parent, 'link', 'again'))).toMatchObject({ path: join(parent, 'real/dist') });
  expect(locate(nodeFs, join(parent, 'link', 'dangling'))).toMatchObject({
    path: join(parent, 'later/dist'),
  });
});

test('the home directory is recognised behind a link', () => {
  const parent = temporaryDirectory();
  put(parent, { home: '-> /' });
  expect(() => locate(nodeFs, join(parent, 'home'))).toThrow(/is the root directory/);
});
