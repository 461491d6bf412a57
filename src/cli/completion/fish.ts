import type { CommandOffer, Offer, Source, Word } from './source.js';

/** Completion for fish, from 3.0 on. */
export function fishScript({ commands, names }: Source): string {
  return `# Completion of dbspan for fish. Write it to ~/.config/fish/completions/dbspan.fish

function __dbspan_names
  printf '%s\\t%s\\n' \\
${names.map(({ word, summary }) => `    ${quoted(word)} ${quoted(summary)}`).join(' \\\n')}
end

# Whether the next word is the command.
function __dbspan_at_command
  test (count (commandline -opc)) -eq 1
end

# Whether the command is the one given.
function __dbspan_in
  set -l words (commandline -opc)
  test (count $words) -gt 1; and test $words[2] = $argv[1]
end

complete -c dbspan -f
complete -c dbspan -n __dbspan_at_command -s h -l help -d 'print the help'
complete -c dbspan -n __dbspan_at_command -l version -d 'print the version'
${[...commands, { word: 'help', summary: 'print the help of a command' }].map(commandLine).join('\n')}
complete -c dbspan -n '__dbspan_in help' -a ${quoted(commands.map(({ word }) => word).join(' '))}
${commands.flatMap(linesOf).join('\n')}
`;
}

function commandLine({ word, summary }: Word): string {
  return `complete -c dbspan -n __dbspan_at_command -a ${word} -d ${quoted(summary)}`;
}

function linesOf({ word, options, argument }: CommandOffer): string[] {
  const start = `complete -c dbspan -n '__dbspan_in ${word}'`;
  const lines = options.map(({ long, short, summary, value }) => {
    const names = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
    return `${start}${names}${value ? ` -r${offered(value.offer)}` : ''} -d ${quoted(summary)}`;
  });
  return argument ? [...lines, `${start}${offered(argument.offer)}`] : lines;
}

function offered(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return ` -f -a ${quoted(offer.words.join(' '))}`;
    case 'names':
      return " -a '(__dbspan_names)'";
    case 'directories':
      return " -f -a '(__fish_complete_directories (commandline -ct))'";
    case 'files':
    case 'topologies':
      return ' -F';
    case 'nothing':
      return ' -f';
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
