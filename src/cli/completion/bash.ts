import type { CommandOffer, Offer, Source } from './source.js';

/** Completion for bash, from 3.2 on, without the package bash-completion. */
export function bashScript({ commands, names }: Source): string {
  return `# Completion of dbspan for bash. Load it with: source <(dbspan completion bash)

_dbspan_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

# Takes the options of compgen. Names may hold spaces, so they come in a line each.
_dbspan_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$@" -- "$current")
}

_dbspan_names() {
  _dbspan_words '
${names.map(({ word }) => `    ${word}`).join('\n')}
  '
}

_dbspan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  # An option and its value may be joined by =, which bash takes for a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  if ((COMP_CWORD == 1)); then
    _dbspan_words '${[...commands.map(({ word }) => word), 'help', '--help', '--version'].join(' ')}'
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(caseOf).join('\n')}
    help) _dbspan_words '${commands.map(({ word }) => word).join(' ')}' ;;
  esac
}

complete -F _dbspan dbspan
`;
}

function caseOf({ word, options, argument }: CommandOffer): string {
  const values = options.flatMap(({ long, short, value }) => {
    if (!value) return [];
    return [`        ${short === undefined ? long : `${short} | ${long}`}) ${call(value.offer)}; return ;;`];
  });
  const offered = options.flatMap(({ long, short }) => (short === undefined ? [long] : [short, long]));
  return [
    `    ${word})`,
    ...(values.length > 0 ? ['      case "$previous" in', ...values, '      esac'] : []),
    `      if [[ $current == -* ]]; then _dbspan_words '${offered.join(' ')}'; else ${call(argument?.offer)}; fi`,
    '      ;;',
  ].join('\n');
}

function call(offer: Offer = { kind: 'nothing' }): string {
  switch (offer.kind) {
    case 'words':
      return `_dbspan_words '${offer.words.join(' ')}'`;
    case 'names':
      return '_dbspan_names';
    case 'directories':
      return '_dbspan_paths -d';
    case 'files':
      return '_dbspan_paths -f';
    case 'topologies':
      return "_dbspan_paths -d; _dbspan_paths -f -X '!*.yaml'; _dbspan_paths -f -X '!*.yml'";
    case 'nothing':
      return ':';
  }
}
