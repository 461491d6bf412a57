import { describe, expect, test } from 'vitest';
import { isHidden, withoutSecrets, withoutUserInfo } from './hidden.js';

function shown(text: string): string {
  const { text: result } = withoutSecrets({ name: 't', text });
  expect(result).toHaveLength(text.length);
  return result.replace(/ +$/gm, '');
}

const head = 'kind: Secret\n';

describe('what a Secret holds is hidden', () => {
  test.each([
    ['stringData:\n  a: hunter2\n  b: x\ntype: Opaque\n', 'stringData:\n  a: ***\n  b: *\ntype: Opaque\n'],
    ['data: { a: hunter2 }\ntype: Opaque\n', 'data: { ** ******* }\ntype: Opaque\n'],
    [
      'data:\n  a: |\n    hunter2\n\n    b: hunter2\n  c: "hunter2\n    hunter2"\n',
      'data:\n  a: *\n    ***\n\n    ***\n  c: ***\n    ***\n',
    ],
    ['data:\n  "a: b": hunter2\n  hunter2\n', 'data:\n  "a: b": ***\n  ***\n'],
    ['data:\n  a: [hunter2\n', 'data:\n  a: ***\n'],
    ['data: {a: hunter2\nb: c\n', 'data: {** *******\n** *\n'],
    ['data: hunter2\n', 'data: ***\n'],
    ['data:\r\n  a: hunter2\r\nb: c\r\n', 'data:\r\n  a: ***\r\nb: c\r\n'],
  ])('%j', (text, expected) => {
    expect(shown(head + text)).toBe(head + expected);
    expect(shown(`apiVersion: v1\n${text}${head}`)).not.toContain('hunter2');
  });

  test('in a list, in JSON, in an annotation, and in each document that is one', () => {
    expect(shown('items:\n- kind: Secret\n  data:\n    a: hunter2\n- b: c\n')).toBe(
      'items:\n- kind: Secret\n  data:\n    a: ***\n- b: c\n',
    );
    const json = '{"kind":"Secret","data":{"a":"hunter2}","b":"c"},"type":"Opaque"}';
    expect(shown(json)).toBe(`{"kind":"Secret","data":{${'*'.repeat(22)}},"type":"Opaque"}`);
    expect(shown(json)).not.toContain('hunter2');
    expect(shown(JSON.stringify({ kind: 'Secret', annotations: { last: json } }))).not.toContain('hunter2');
    expect(shown('kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\ndata:\n  a: b\n')).toBe(
      'kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\ndata:\n  a: *\n',
    );
  });

  test('and nothing of a file without one', () => {
    const file = { name: 't', text: 'kind: SecretStore\ndata:\n  a: b\n' };
    expect(withoutSecrets(file)).toBe(file);
  });

  test('in time that grows with the text alone', () => {
    const text = `${head}data:\n${'  a: {b: "\n'.repeat(200_000)}${'data: {"'.repeat(200_000)}`;
    // What grows with its square takes minutes, and the runner ends the test.
    expect(shown(text)).not.toContain('b: "');
  });
});

test('names and passwords of addresses are hidden', () => {
  expect(shown('a: https://me:hunter2@host/x?a@b\nb: http://host/@c\n')).toBe(
    'a: https://**********@host/x?a@b\nb: http://host/@c\n',
  );
  expect(withoutUserInfo('not https://me:hunter2@host')).toBe('not https://***@host');
});

test('isHidden tells a value from its name', () => {
  const file = { name: 't', text: `${head}data:\n  a: hunter2\n` };
  const place = (part: string) => {
    const start = file.text.indexOf(part);
    return { file, start, end: start + part.length };
  };
  expect(isHidden(place('hunter2'))).toBe(true);
  expect(isHidden(place('data'))).toBe(false);
});
