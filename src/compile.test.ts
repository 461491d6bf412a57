import { expect, test } from 'vitest';
import { compile } from './compile.js';

test.each([[undefined], ['foo'], [[{ name: 'x' }]], [[null]], [[{ content: '' }]]])(
  'compile(%j) says what it takes',
  (inputs) => {
    expect(() => compile(inputs as never)).toThrow('compile takes a list of inputs');
  },
);
