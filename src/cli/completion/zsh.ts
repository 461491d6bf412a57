import type { CommandOffer, Offer, OptionOffer, Source, Word } from './source.js';

/** Completion for zsh: as a file _dbspan on the fpath, or read by source. */
export function zshScript({ commands, names }: Source): string {
  return `#compdef dbspan
# Completion of dbspan for zsh. Load it after compinit with: source <(dbspan completion zsh)
# or write it as _dbspan into a folder of $fpath.

_dbspan_names() {
  local -a names=(
${names.map(described).join('\n')}
  )
  _describe -t names 'field or finding' names
}

_dbspan_commands() {
  local -a commands=(
${[...commands, { word: 'help', summary: 'print the help of a command' }].map(described).join('\n')}
  )
  _describe -t commands command commands
}

_dbspan() {
  if ((CURRENT == 2)); then
    if [[ $PREFIX == -* ]]; then
      compadd -- --help --version
    else
      _dbspan_commands
    fi
    return
  fi
  shift words
  ((CURRENT--))
  local curcontext="\${curcontext%:*:*}:dbspan-$words[1]:"
  case $words[1] in
${commands.map(caseOf).join('\n')}
    help)
      ((CURRENT == 2)) && _dbspan_commands
      ;;
  esac
}

if [[ $funcstack[1] == _dbspan ]]; then
  _dbspan "$@"
else
  compdef _dbspan dbspan
fi
`;
}

function described({ word, summary }: Word): string {
  return `    ${quoted(`${word}:${summary}`)}`;
}

function caseOf({ word, options, argument }: CommandOffer): string {
  const specs = options.map(specOf);
  if (argument) {
    specs.push(quoted(`${argument.many ? '*' : '1'}:${escaped(argument.name)}:${action(argument.offer)}`));
  }
  return `    ${word})
      _arguments -s -S \\
${specs.map((spec) => `        ${spec}`).join(' \\\n')}
      ;;`;
}

/** `'(-o --output)'{-o+,--output=}'[where to write]:DIR:_files -/'` */
function specOf({ long, short, summary, multiple, value }: OptionOffer): string {
  const rest = `[${escaped(summary)}]${value ? `:${escaped(value.name)}:${action(value.offer)}` : ''}`;
  const name = value ? `${long}=` : long;
  if (short === undefined) return quoted((multiple ? '*' : '') + name + rest);
  const before = multiple ? '*' : `(${short} ${long})`;
  return `${quoted(before)}{${value ? `${short}+` : short},${name}}${quoted(rest)}`;
}

function action(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `(${offer.words.join(' ')})`;
    case 'names':
      return '_dbspan_names';
    case 'directories':
      return '_files -/';
    case 'files':
      return '_files';
    case 'topologies':
      return '_files -g "*.(yaml|yml)"';
    case 'nothing':
      return ' ';
  }
}

/** A text inside a specification, where colons and brackets have a meaning. */
function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
