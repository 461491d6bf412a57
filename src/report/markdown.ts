/** A piece of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

/** The part of Markdown that the pages of rules are written in, as blocks. Comments are dropped, emphasis loses its marks. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const stop = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') });
      at = stop + 1;
      continue;
    }
    const heading = /^#+ (.*)$/.exec(line);
    if (heading || line.trim() === '' || line.startsWith('<!--')) {
      if (heading) blocks.push({ kind: 'heading', text: heading[1] ?? '' });
      at++;
      continue;
    }
    const own: string[] = [];
    while (at < lines.length && isProse(lines[at] ?? '')) own.push(lines[at++] ?? '');
    blocks.push(blockOf(own));
  }
  return blocks;
}

function isProse(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('```') && !/^#+ /.test(line);
}

function blockOf(lines: readonly string[]): Block {
  if (!/^[-*] /.test(lines[0] ?? '')) return { kind: 'paragraph', text: plain(lines.join(' ')) };
  const items: string[] = [];
  for (const line of lines) {
    if (/^[-*] /.test(line)) items.push(line.slice(2));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return { kind: 'list', items: items.map(plain) };
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/ {2,}/g, ' ');
}
