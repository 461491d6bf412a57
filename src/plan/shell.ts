/** A text as one word of a shell command, quoted only where the shell would read something else. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@%+,-]+$/.test(text)) return text;
  if (text.includes("'") && /^[\u0020-\u007e]+$/.test(text) && !/["$`\\!]/.test(text)) return `"${text}"`;
  if (!/[\u0000-\u001f\u007f]/.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replace(/[\u0000-\u001f\u007f'\\]/g, (character) =>
    character === "'" || character === '\\'
      ? `\\${character}`
      : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `$'${escaped}'`;
}
