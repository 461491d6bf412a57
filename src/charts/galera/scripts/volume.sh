# shellcheck shell=bash disable=SC2034,SC2153  # names are shared between the files
# Sourced by start.sh and probe.sh: what this member's volume holds.
#   empty    nothing, or a first initialisation that was never finished
#   partial  what an interrupted state transfer left: never worth a vote
#   seed     a database that never was in a cluster, or no longer says in which (no grastate.dat)
#   data     a database with its history (uuid) and its position in it (seqno)

FIRST_INITIALISATION=$KEEP_DIR/first-initialisation   # set before it, removed by probe.sh before the member is ready
INTERRUPTED_TRANSFER=$KEEP_DIR/interrupted-transfer   # set when found, removed likewise
RECOVERED_POSITION=

remove_leftovers() { # of a server that was killed: the next one would wait for a transfer that is no more
  if [[ -e $DATA_DIR/sst_in_progress ]]; then
    : >"$INTERRUPTED_TRANSFER" || log "cannot write to $KEEP_DIR"
  fi
  # gvwstate.dat would let Galera form a cluster by itself, or hang in the attempt: the census decides here
  [[ -e $INTERRUPTED_TRANSFER || ! -e $DATA_DIR/sst_in_progress ]] &&
    rm -rf "$DATA_DIR"/{sst_in_progress,wsrep_sst.pid,gvwstate.dat}
}

grastate() { # field pattern: prints the value in grastate.dat if it has that form
  local name value
  while read -r name value || [[ -n $name ]]; do
    value=${value%%[[:space:]]*}
    [[ $name == "$1:" && ${value,,} =~ ^($2)$ ]] && { echo "${value,,}"; return; }
  done < <(tr '\r' '\n' 2>/dev/null <"$DATA_DIR/grastate.dat")
  return 1
}

is_empty_folder() {
  [[ -z $(ls -A "$1" 2>/dev/null) ]]
}

inspect_volume() { # sets the own VOLUME, UUID, SEQNO and SAFE
  local uuid
  forget "$ORDINAL"
  uuid=$(grastate uuid "$UUID_PATTERN") && [[ $uuid != "$ZERO_UUID" ]] || uuid=
  if [[ -z $uuid && -e $FIRST_INITIALISATION ]]; then
    log "the first initialisation of this volume was not finished; it will be done again"
  elif [[ -e $INTERRUPTED_TRANSFER ]]; then
    VOLUME[ORDINAL]=partial
    log "a state transfer to this volume was interrupted; the copy is taken as incomplete ($INTERRUPTED_TRANSFER)"
  elif [[ ! -e $DATA_DIR/ibdata1 ]] && is_empty_folder "$DATA_DIR/mysql" && [[ -z $uuid && ! -e $DATA_DIR/grastate.dat ]]; then
    VOLUME[ORDINAL]=empty
  elif [[ ! -e $DATA_DIR/ibdata1 ]] || is_empty_folder "$DATA_DIR/mysql"; then
    VOLUME[ORDINAL]=partial
  elif [[ -n $uuid ]]; then
    VOLUME[ORDINAL]=data UUID[ORDINAL]=$uuid
    SEQNO[ORDINAL]=$(grastate seqno '0|[1-9][0-9]{0,18}') || SEQNO[ORDINAL]=-1
    SAFE[ORDINAL]=$(grastate safe_to_bootstrap '[01]') || SAFE[ORDINAL]=0
  elif [[ -e $DATA_DIR/grastate.dat ]]; then
    VOLUME[ORDINAL]=partial
  else
    VOLUME[ORDINAL]=seed
  fi
}

recover_position() { # a server that did not stop cleanly wrote its position into InnoDB only
  local output=${TMPDIR:-/tmp}/wsrep-recover.log position
  log "the server did not stop cleanly: reading its position from InnoDB (mariadbd --wsrep-recover)"
  publish recovering
  mariadbd "${GALERA_OPTIONS[@]}" --wsrep-recover --disable-log-error >"$output" 2>&1 &
  if ! wait $!; then
    tail -n 20 "$output" >&2
    log "POSITION UNKNOWN: mariadbd --wsrep-recover failed, its last words are above"
    return 1
  fi
  position=$(sed -n 's/.*WSREP: Recovered position: *//p' "$output" | tail -n 1)
  if [[ $position == "$ZERO_UUID:-1" && -e $FIRST_INITIALISATION ]]; then
    log "the server was stopped before the first write set; the first initialisation will be done again"
    forget "$ORDINAL"
    return
  fi
  if ! [[ $position =~ ^($UUID_PATTERN):(0|[1-9][0-9]{0,18})(,[0-9,-]+)?$ && ${BASH_REMATCH[1]} == "${UUID[ORDINAL]}" ]]; then
    log "POSITION UNKNOWN: InnoDB says '$position', grastate.dat says ${UUID[ORDINAL]}"
    return 1
  fi
  SEQNO[ORDINAL]=${BASH_REMATCH[3]}
  RECOVERED_POSITION=$position
}
