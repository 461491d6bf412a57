import { expect, test } from 'vitest';
import { repositoryPath, uriOf } from './paths.js';

test.each([
  ['', 'spec/topology.yaml', 'spec/topology.yaml', 'spec/topology.yaml'],
  ['', './t.yaml', 't.yaml', 't.yaml'],
  ['infra/db', 't.yaml', 'infra/db/t.yaml', 'infra/db/t.yaml'],
  ['infra\\db', 'spec\\t.yaml', 'infra/db/spec/t.yaml', 'infra/db/spec/t.yaml'],
  ['infra', '../t.yaml', 't.yaml', 't.yaml'],
  ['', '../t.yaml', '../t.yaml', '../t.yaml'],
  ['infra', '/etc/a b.yaml', '/etc/a b.yaml', 'file:///etc/a%20b.yaml'],
  ['infra', 'C:\\a b\\t.yaml', 'C:/a b/t.yaml', 'file:///C:/a%20b/t.yaml'],
  ['', '\\\\server\\share\\t.yaml', '//server/share/t.yaml', 'file://server/share/t.yaml'],
  ['infra', '<stdin>', '<stdin>', '%3Cstdin%3E'],
  ['', 'a:b?c#d%20ü.yaml', 'a:b?c#d%20ü.yaml', 'a%3Ab%3Fc%23d%2520%C3%BC.yaml'],
  ['', "it's (1)!*.yaml", "it's (1)!*.yaml", 'it%27s%20%281%29%21%2A.yaml'],
  ['', 'half\ud800.yaml', 'half\ud800.yaml', 'half%EF%BF%BD.yaml'],
])('in %j: %j', (folder, path, inRepository, uri) => {
  expect(repositoryPath(folder, path)).toBe(inRepository);
  expect(uriOf(folder, path)).toBe(uri);
});
