import { expect, test } from 'vitest';
import { blocksOf, forwardTargets, readCorefile } from './server-blocks.js';

const text = `(snippet) {
    errors
}
slice.local.:53, Example.org { # both
    errors
    forward . 10.43.0.9 dns://10.43.0.10:53 {
        max_concurrent 100
    }
}
.:53 {
    import /etc/coredns/custom/*.override
    template IN A {
        answer "{{ .Name }} 60 IN A 10.0.0.1"
    }
    forward . /etc/resolv.conf
}
# import /nothing
import /etc/coredns/custom/*.server
`;

test('finds the server blocks, their zones and ports', () => {
  expect(readCorefile(text).blocks.map(({ zones }) => zones)).toEqual([
    [
      { zone: 'slice.local', port: 53 },
      { zone: 'example.org', port: undefined },
    ],
    [{ zone: '.', port: 53 }],
  ]);
});

test('finds where a block forwards to, and what is imported outside of the blocks', () => {
  const corefile = readCorefile(text);
  expect(blocksOf(corefile, 'slice.local').map(forwardTargets)).toEqual([
    ['10.43.0.9', 'dns://10.43.0.10:53'],
  ]);
  expect(corefile.imports).toEqual(['/etc/coredns/custom/*.server']);
});

test.each(['', 'nonsense', 'slice.local {', '}', '{\n}\n'])('reads %j without complaint', (broken) => {
  expect(readCorefile(broken).blocks).toEqual([]);
});
