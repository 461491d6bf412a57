import { expect, test } from 'vitest';
import { parseMarkdown } from './markdown.js';

test('takes a page apart', () => {
  const page = `# slice/x

<!-- Generated. -->

**error** · looks at [a topology](../x.md)
and more

- one, which
  goes on
- two
\`\`\`yaml
a: 1

b: 2
\`\`\`
## Why
end`;
  expect(parseMarkdown(page)).toEqual([
    { kind: 'heading', text: 'slice/x' },
    { kind: 'paragraph', text: 'error · looks at a topology and more' },
    { kind: 'list', items: ['one, which goes on', 'two'] },
    { kind: 'code', text: 'a: 1\n\nb: 2' },
    { kind: 'heading', text: 'Why' },
    { kind: 'paragraph', text: 'end' },
  ]);
});

test('takes what is left open to the end', () => {
  expect(parseMarkdown('```\na')).toEqual([{ kind: 'code', text: 'a' }]);
  expect(parseMarkdown('')).toEqual([]);
});
