import { describe, expect, test } from 'vitest';
import { addServerBlock, forwardedTo, hasDefaultServer, serverBlock } from './corefile.js';

const plain = '.:53 {\n    forward . /etc/resolv.conf\n}\n';

describe('forwardedTo', () => {
  test('finds nothing in a Corefile without the zone', () => {
    expect(forwardedTo(plain)).toBeUndefined();
    expect(forwardedTo(`# slice.local:53 {\n${plain}`)).toBeUndefined();
    expect(forwardedTo('myslice.local:53 {\n forward . 1.1.1.1\n}\n')).toBeUndefined();
  });

  test.each([
    ['as dbspan writes it', serverBlock('10.43.0.5')],
    ['without a port', 'slice.local {\n  forward . 10.43.0.5\n}'],
    ['with a scheme and a trailing dot', 'dns://slice.local.:53 {\n  forward slice.local 10.43.0.5:53\n}'],
    [
      'beside another zone',
      'a.example slice.local:53 {\n  errors\n  forward . 10.43.0.5 {\n    prefer_udp\n  }\n}',
    ],
  ])('finds the address %s', (_, block) => {
    expect(forwardedTo(plain + block)).toBe('10.43.0.5');
  });

  test('knows a block that does not forward', () => {
    expect(forwardedTo('slice.local:53 {\n  errors\n}\n')).toBe('');
  });
});

test('addServerBlock puts the block in front and keeps the rest', () => {
  expect(addServerBlock(plain.replaceAll('\n', '\r\n'), '10.43.0.5')).toBe(serverBlock('10.43.0.5') + plain);
});

test.each([
  ['as kubeadm writes it', plain, true],
  ['with a scheme', 'dns://.:53 {\n}\n', true],
  ['beside another zone', 'example.org:53 .:53 {\n}\n', true],
  ['empty', '', false],
  ['with the server in a comment', '# .:53 {\n# }\n', false],
  ['with only the slice', serverBlock('10.43.0.5'), false],
])('hasDefaultServer: a Corefile %s', (_, corefile, expected) => {
  expect(hasDefaultServer(corefile)).toBe(expected);
});
