#!/bin/bash
# PID 1 of the database container. At every start: look at the volume, ask the other members, and then join them, wait, or bootstrap.
# Nothing is decided by DNS, nothing is remembered from an earlier decision, and a bootstrap needs the word of all members.
set -u
SCRIPTS=${BASH_SOURCE[0]%/*}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$SCRIPTS/common.sh"
# shellcheck source-path=SCRIPTDIR source=volume.sh
. "$SCRIPTS/volume.sh"
# shellcheck source-path=SCRIPTDIR source=verdict.sh
. "$SCRIPTS/verdict.sh"

FORCE_AFTER=30                       # seconds that the census gets before a forced bootstrap
REMIND_AFTER=60                      # seconds after which a wait is logged again
USED_TOKENS=$KEEP_DIR/force-bootstrap-used

stop() { # PID 1 is not stopped by a signal that it does not handle
  local children
  mapfile -t children < <(jobs -p)
  ((${#children[@]})) && kill "${children[@]}" 2>/dev/null
  wait
  log "stopped before the server was started"
  exit 143
}

node_address() {
  if [[ $POD_IP == *:* ]]; then echo "[$POD_IP]"; else echo "$POD_IP"; fi
}

launch() { # option...: becomes the server
  trap - TERM INT
  log "exec docker-entrypoint.sh mariadbd ${GALERA_OPTIONS[*]} $*"
  exec docker-entrypoint.sh mariadbd "${GALERA_OPTIONS[@]}" "$@"
}

donors() { # the members that the census saw in step, so that Galera prefers them to one that itself has just caught up and cannot give all
  local member names=''
  for ((member = 0; member < REPLICAS; member++)); do
    [[ ${PHASE[member]}/${STATUS[member]} == serving/Primary ]] && names+=,${POD_NAME%-*}-$member
  done
  echo "${names#,}" # no comma at its end: when all of them are gone, nobody else gives a full copy, the server ends, and the census starts anew
}

launch_joiner() {
  publish joining || return
  case ${VOLUME[ORDINAL]} in
    empty) clear_unfinished_initialisation || return ;;
    partial) # no position in it is true: without one, the server asks for all of the data
      { : >"$INTERRUPTED_TRANSFER" && rm -f "$DATA_DIR/grastate.dat"; } || return ;;
  esac
  mkdir -p "$DATA_DIR/mysql" || return # the image initialises a volume without it, only for a state transfer to replace that
  rm -f "$FIRST_INITIALISATION"
  launch --wsrep-sst-donor="$(donors)" ${RECOVERED_POSITION:+--wsrep-start-position="$RECOVERED_POSITION"}
}

launch_bootstrap() {
  if [[ ${VOLUME[ORDINAL]} == empty ]]; then
    prepare_first_initialisation || { log "cannot prepare $DATA_DIR and $KEEP_DIR for the first initialisation"; return; }
  elif [[ -e $DATA_DIR/grastate.dat ]]; then
    sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$DATA_DIR/grastate.dat" || return
  fi
  # without the position, a server that did not stop cleanly would begin a new history
  launch --wsrep-new-cluster ${RECOVERED_POSITION:+--wsrep-start-position="$RECOVERED_POSITION"}
}

prepare_first_initialisation() {
  clear_unfinished_initialisation || return
  if [[ -d $DATA_DIR/mysql ]]; then
    rmdir "$DATA_DIR/mysql" || return # left by a start as joiner; the image would take it for a database
  fi
  : >"$FIRST_INITIALISATION" && sync "$FIRST_INITIALISATION"
}

clear_unfinished_initialisation() {
  [[ ! -e $FIRST_INITIALISATION ]] || find "$DATA_DIR" -mindepth 1 -delete
}

is_forced() { # a token is good for one bootstrap of one member
  [[ $FORCE_BOOTSTRAP == "$ORDINAL":?* ]] && ! grep -Fxq -- "$FORCE_BOOTSTRAP" "$USED_TOKENS" 2>/dev/null
}

others_bootstrap() { # or did, or may have
  local member
  for ((member = 0; member < REPLICAS; member++)); do
    ((member == ORDINAL)) && continue
    case ${PHASE[member]}/${STATUS[member]} in
      bootstrapping/* | */Primary | serving/none) return 0 ;;
    esac
  done
  return 1
}

bootstrap_elected() { # announced first and confirmed then: of two members that try at once, at least one sees the other
  publish bootstrapping || return
  ask_others
  decide
  [[ $VERDICT == bootstrap ]] || { log "bootstrap given up: $REASON"; return; }
  log "BOOTSTRAP: announced, asked again, and still so"
  launch_bootstrap
}

bootstrap_forced() {
  case ${VOLUME[ORDINAL]} in
    data | seed) ;;
    *) log "FORCE_BOOTSTRAP=$FORCE_BOOTSTRAP refused: this volume is ${VOLUME[ORDINAL]}"; FORCE_BOOTSTRAP=; return ;;
  esac
  publish bootstrapping || return
  ask_others
  others_bootstrap && { log "FORCE_BOOTSTRAP=$FORCE_BOOTSTRAP put off: another member is Primary or bootstraps"; return; }
  { echo "$FORCE_BOOTSTRAP" >>"$USED_TOKENS" && sync "$USED_TOKENS"; } ||
    { log "FORCE_BOOTSTRAP=$FORCE_BOOTSTRAP refused: cannot record it in $USED_TOKENS"; FORCE_BOOTSTRAP=; return; }
  log "BOOTSTRAP: forced by FORCE_BOOTSTRAP=$FORCE_BOOTSTRAP, without the word of all members"
  # a new history: members that come back with more data are FOREIGN to it, instead of being overwritten
  rm -f "$DATA_DIR/grastate.dat" || return
  RECOVERED_POSITION=
  launch_bootstrap
}

overview() {
  local member text=''
  for ((member = 0; member < REPLICAS; member++)); do
    text+="; $member ${PHASE[member]}"
    [[ ${PHASE[member]} =~ ^(no-answer|garbled|silent)$ ]] && continue
    text+=" ${VOLUME[member]}"
    [[ ${VOLUME[member]} == data ]] && text+=" ${UUID[member]}:${SEQNO[member]}"
    [[ ${STATUS[member]} == none ]] || text+=" ${STATUS[member]}"
  done
  echo "${text#; }"
}

report() { # once, and again when it lasts
  local now
  now=$(uptime_seconds)
  [[ $REASON == "${REPORTED:-}" ]] && ((now - REPORTED_AT < REMIND_AFTER)) && return
  REPORTED=$REASON REPORTED_AT=$now
  log "members: $(overview)"
  if [[ $VERDICT == human ]]; then log "NEEDS A HUMAN: $REASON"; else log "$VERDICT: $REASON"; fi
}

take_census() { # until the server can be started
  local began
  began=$(uptime_seconds)
  while :; do
    if publish waiting; then
      ask_others
      decide
      report
      case $VERDICT in
        join) launch_joiner ;;
        bootstrap) bootstrap_elected ;;
        *) if is_forced && ! others_bootstrap && (($(uptime_seconds) - began >= FORCE_AFTER)); then bootstrap_forced; fi ;;
      esac
    fi
    sleep "1.$((RANDOM % 10))" &
    wait $!
  done
}

main() {
  check_settings
  trap stop TERM INT
  GALERA_OPTIONS=(
    --wsrep-cluster-name="$CLUSTER_NAME"
    --wsrep-cluster-address="gcomm://$PEERS"
    --wsrep-node-name="$POD_NAME"
    --wsrep-node-address="$(node_address)"
  )
  forget "$ORDINAL"
  publish starting || exit 1
  rm -f "$STATE_DIR/deadlock"
  remove_leftovers || { log "cannot remove what a killed server left in $DATA_DIR"; exit 1; }
  inspect_volume
  [[ ${VOLUME[ORDINAL]} == data && ${SEQNO[ORDINAL]} == -1 ]] && recover_position
  log "member $ORDINAL of $REPLICAS in $CLUSTER_NAME; volume: ${VOLUME[ORDINAL]} ${UUID[ORDINAL]}:${SEQNO[ORDINAL]} safe_to_bootstrap=${SAFE[ORDINAL]}"
  take_census
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then main; fi
