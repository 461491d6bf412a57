/** Options of which every line counts, not only the last. */
const cumulative = /^(?:plugin_load_add|(?:replicate|binlog)_(?:do|ignore|wild|rewrite)_\w+)$/;

/** A value without the comment behind it. In quotes a # is a # as any other. */
function withoutComment(text: string): string {
  const [value = ''] =
    /^(?:'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|(?!\s+#)[^'"]|['"])*/.exec(` ${text}`) ?? [];
  return value.trim();
}

/**
 * The options of a text that reads as a server's option file (`[mariadb]`, `name = value`), by section and name; undefined for any other
 * text. Comments, blank lines and the order do not count; the last of several lines for one option does, as for the servers. Names are
 * the servers' own for either spelling: `-` and `_` are one.
 */
export function optionsOf(text: string): ReadonlyMap<string, string> | undefined {
  const options = new Map<string, string>();
  let section = '';
  let seen = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || /^[#;]/.test(trimmed)) continue;
    seen += 1;
    const heading = /^\[([\w.-]+)\]$/.exec(trimmed);
    if (heading) {
      section = `[${heading[1]}] `;
      continue;
    }
    const option = /^([A-Za-z][\w.-]*)\s*(?:=\s*(.*))?$/.exec(trimmed);
    if (!option || (section === '' && option[2] === undefined)) return undefined;
    const name = (option[1] ?? '').replaceAll('-', '_');
    const value = withoutComment(option[2] ?? '');
    const earlier = cumulative.test(name) ? options.get(section + name) : undefined;
    options.set(section + name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return seen === 0 ? undefined : options;
}
