/** A zone of a server block, and the port when it says one. */
export interface ServedZone {
  readonly zone: string;
  readonly port: number | undefined;
}

/** One server block of a Corefile. */
export interface ServerBlock {
  readonly zones: readonly ServedZone[];
  readonly body: string;
}

/** What stands at the top of a Corefile: its server blocks, and what it imports outside of them. */
export interface Corefile {
  readonly blocks: readonly ServerBlock[];
  readonly imports: readonly string[];
}

/** Takes a Corefile apart as far as it can be read; never throws. Snippets are left out. */
export function readCorefile(text: string): Corefile {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#.*$/, ''));
  const blocks: ServerBlock[] = [];
  const imports: string[] = [];
  let head = '';
  let body: string[] | undefined;
  let depth = 0;
  for (const line of lines) {
    const opens = count(line, /(?:^|\s)\{(?=\s|$)|\{$/g);
    const closes = count(line, /^\s*\}/g);
    if (body === undefined) {
      const imported = /^\s*import\s+(\S+)/.exec(line)?.[1];
      if (imported !== undefined) imports.push(imported);
      else head += ` ${line}`;
      if (opens === 0) continue;
      head = head.slice(0, head.lastIndexOf('{'));
      body = [];
      depth = opens;
      continue;
    }
    depth += opens - closes;
    if (depth > 0) {
      body.push(line);
      continue;
    }
    const zones = zonesOf(head);
    if (zones.length > 0) blocks.push({ zones, body: body.join('\n') });
    head = '';
    body = undefined;
  }
  return { blocks, imports };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A name in parentheses is a snippet; another protocol than DNS is another server. */
function zonesOf(head: string): ServedZone[] {
  const zones: ServedZone[] = [];
  for (const word of head.split(/[\s,]+/)) {
    const [, zone, port] = /^(?:dns:\/\/)?([^\s:/()]+?)(?::(\d+))?$/.exec(word) ?? [];
    if (zone === undefined) continue;
    const name = zone === '.' ? zone : zone.toLowerCase().replace(/\.$/, '');
    zones.push({ zone: name, port: port === undefined ? undefined : Number(port) });
  }
  return zones;
}

/** Where a server block forwards to: the targets of its `forward` lines. */
export function forwardTargets({ body }: ServerBlock): string[] {
  return [...body.matchAll(/^\s*forward\s+\S+\s+([^{\n]+)/gm)].flatMap(([, targets = '']) =>
    targets.trim().split(/\s+/),
  );
}

/** The blocks of a zone. */
export function blocksOf({ blocks }: Corefile, zone: string): ServerBlock[] {
  return blocks.filter(({ zones }) => zones.some((served) => served.zone === zone));
}
