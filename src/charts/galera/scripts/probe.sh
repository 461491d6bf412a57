#!/bin/bash
# probe.sh startup|live|ready: the probes of the database container. What they print stands in the events of the pod.
set -u
SCRIPTS=${BASH_SOURCE[0]%/*}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$SCRIPTS/common.sh"
# shellcheck source-path=SCRIPTDIR source=volume.sh
. "$SCRIPTS/volume.sh"

WAIT_LIMIT=30 # seconds without a word of start.sh after which it no longer waits but hangs

answers() {
  local output
  output=$(query 'SELECT 1' 2>&1) || is_refusal "$output"
}

within() { # limit what
  ((SAID_AGO <= $1)) && return
  echo "$2 for $SAID_AGO s, more than $1 s"
  return 1
}

is_alive() { # never asks whether the cluster is well: a restart would not mend that
  read_published || { echo "start.sh has not said anything yet"; return 1; }
  case ${PHASE[ORDINAL]} in
    waiting) within "$WAIT_LIMIT" "no word of start.sh, which waits for the other members," ;;
    starting | recovering) within "$BOOT_BUDGET" "${PHASE[ORDINAL]}" ;;
    *) answers || [[ -e $DATA_DIR/sst_in_progress ]] || within "$BOOT_BUDGET" "started, and no answer on $SOCKET," ;;
  esac
}

is_stuck() { # as census.sh found, and still
  [[ -e $STATE_DIR/deadlock && ! -e $DATA_DIR/sst_in_progress ]] || return
  read_wsrep_status && [[ ${WSREP[wsrep_cluster_status]:-} == Primary ]] && return 1
  echo "deadlock: this member is non-Primary, and $(<"$STATE_DIR/deadlock"); restarting into the census"
}

forget_beginnings() { # this copy is whole; before anybody counts on the member, so that a stop right after that costs no other one
  local mark
  for mark in "$FIRST_INITIALISATION" "$INTERRUPTED_TRANSFER"; do
    [[ ! -e $mark ]] || rm -f "$mark" || { echo "cannot remove $mark"; return 1; }
  done
}

is_ready() {
  local state
  read_wsrep_status || { echo "${WSREP[error]}"; return 1; }
  state=${WSREP[wsrep_local_state]:-0}
  if [[ ${WSREP[wsrep_cluster_status]:-}/${WSREP[wsrep_ready]:-}/$state == Primary/ON/[24] ]]; then
    forget_beginnings || return
    ((state == 4 || AVAILABLE_WHEN_DONOR)) && return
  fi
  echo "wsrep_cluster_status=${WSREP[wsrep_cluster_status]:-} wsrep_ready=${WSREP[wsrep_ready]:-} wsrep_local_state=${WSREP[wsrep_local_state]:-}"
  return 1
}

main() {
  check_settings
  case ${1:-} in
    startup) is_alive ;;
    live) is_alive && ! is_stuck ;;
    ready) is_ready ;;
    *) echo "usage: probe.sh startup|live|ready" >&2; exit 2 ;;
  esac
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then main "$@"; fi
