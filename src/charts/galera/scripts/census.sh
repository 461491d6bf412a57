#!/bin/bash
# census.sh serve    the second container: tells other members about this one, and watches for a deadlock
# census.sh answer   prints the line that it tells
# census.sh members  prints the lines of all members (for humans)
set -u
SCRIPTS=${BASH_SOURCE[0]%/*}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$SCRIPTS/common.sh"

WATCH_SECONDS=5

look_at_myself() { # what start.sh said last, corrected by what the server says and by the time since
  local limit=$BOOT_BUDGET
  read_published || { PHASE[ORDINAL]=silent; return; }
  case ${PHASE[ORDINAL]} in
    waiting) limit=$FRESH_SECONDS ;;
    joining | bootstrapping) look_at_server && return ;;
  esac
  ((SAID_AGO <= limit)) || PHASE[ORDINAL]=silent
}

look_at_server() { # fails if there is none yet, or only the one without Galera that initialises a new volume
  local uuid seqno
  if ! read_wsrep_status; then
    is_refusal "${WSREP[error]}" && PHASE[ORDINAL]=serving # and nobody knows whether it is Primary
    return
  fi
  uuid=${WSREP[wsrep_cluster_state_uuid]:-} seqno=${WSREP[wsrep_last_committed]:-}
  [[ $uuid =~ ^($UUID_PATTERN)$ ]] || return
  [[ $seqno =~ ^[0-9]{1,19}$ ]] || seqno=-1 # 2^64-1 where there is none
  PHASE[ORDINAL]=serving VOLUME[ORDINAL]=data UUID[ORDINAL]=$uuid SEQNO[ORDINAL]=$seqno SAFE[ORDINAL]=0 STATUS[ORDINAL]=non-Primary
  [[ ${WSREP[wsrep_cluster_status]} == Primary ]] || return 0
  STATUS[ORDINAL]=Primary
  [[ ${WSREP[wsrep_local_state]:-} == [24] ]] || PHASE[ORDINAL]=syncing # it still catches up
}

is_stuck() { # non-Primary, and only a restart into the census helps; sets STUCK to why
  local member
  [[ ${PHASE[ORDINAL]}/${STATUS[ORDINAL]} == serving/non-Primary ]] || return
  ask_others
  STUCK='every other one waits or is non-Primary'
  for ((member = 0; member < REPLICAS; member++)); do
    case ${PHASE[member]}/${STATUS[member]} in
      serving/Primary) STUCK="member $member, which can be reached, is Primary"; return 0 ;;
      waiting/* | serving/non-Primary) ;;
      *) STUCK= ;;
    esac
  done
  [[ -n $STUCK ]]
}

watch_server() {
  local since=''
  while sleep "$WATCH_SECONDS"; do
    look_at_myself
    if ! is_stuck; then
      since=''
      rm -f "$STATE_DIR/deadlock"
      continue
    fi
    : "${since:=$(uptime_seconds)}"
    if [[ ! -e $STATE_DIR/deadlock ]] && (($(uptime_seconds) - since >= DEADLOCK_SECONDS)); then
      log "DEADLOCK: this member is non-Primary, and $STUCK; its liveness probe now fails"
      echo "$STUCK" >"$STATE_DIR/deadlock"
    fi
  done
}

serve() {
  local listen=TCP4-LISTEN children
  [[ $POD_IP == *:* ]] && listen=TCP6-LISTEN
  watch_server &
  # -U: nothing that a peer sends is read
  socat -U "$listen:$CENSUS_PORT,fork,reuseaddr,max-children=32" "EXEC:$SCRIPTS/census.sh answer" &
  mapfile -t children < <(jobs -p)
  # shellcheck disable=SC2064  # the children of now
  trap "kill ${children[*]}; exit 0" TERM INT
  wait -n
  log "the responder or the watch has ended; starting both again"
  kill "${children[@]}" 2>/dev/null
  exit 1
}

members() {
  local member
  look_at_myself
  ask_others
  for ((member = 0; member < REPLICAS; member++)); do describe "$member"; done
}

main() {
  check_settings
  case ${1:-} in
    serve) serve ;;
    answer) look_at_myself && describe "$ORDINAL" ;;
    members) members ;;
    *) sed -n 's/^# census/census/p' "$0" >&2; exit 2 ;;
  esac
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then main "$@"; fi
