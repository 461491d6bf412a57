# shellcheck shell=bash disable=SC2034,SC2153  # names are shared between the files
# Sourced by start.sh, census.sh and probe.sh: settings, the log, and the census line in which a member describes itself.

: "${DATA_DIR:=/var/lib/mysql}"             # the database; a state transfer empties it
: "${KEEP_DIR:=/keep}"                      # another folder of the same volume; no state transfer touches it
: "${STATE_DIR:=/state}"                    # lives as long as the pod; both containers see it
: "${SOCKET:=/run/mysqld/mysqld.sock}"      # both containers see it
: "${CENSUS_PORT:=4569}"
: "${BOOT_BUDGET:=600}"                     # seconds that a start or a recovery may stay silent
: "${DEADLOCK_SECONDS:=30}"
: "${AVAILABLE_WHEN_DONOR:=1}"
: "${FORCE_BOOTSTRAP:=}"                    # ordinal:token

ORDINAL=${POD_NAME##*-}
IFS=, read -ra PEER_NAMES <<<"${PEERS:-}"
: "${REPLICAS:=${#PEER_NAMES[@]}}"          # PEERS may name more members than there are

ZERO_UUID=00000000-0000-0000-0000-000000000000
UUID_PATTERN='[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
FRESH_SECONDS=10                            # "waiting" counts only while start.sh keeps saying it
ASK_SECONDS=4

# What is known of the members, by ordinal; this member is one of them.
PHASE=()   # starting recovering waiting joining bootstrapping: said by start.sh; syncing serving silent: found by census.sh
           # no-answer; garbled: one that is no census line of that member of this cluster
VOLUME=()  # empty, partial, seed, data: see volume.sh
UUID=()    # history of the data (the cluster state UUID)
SEQNO=()   # last write set in the data; -1: not known
SAFE=()    # safe_to_bootstrap
STATUS=()  # Primary, non-Primary; none: no server answers

log() {
  printf '%(%F %T)T [%s] %s\n' -1 "${0##*/}" "$*" >&2
}

uptime_seconds() { # no wall clock: it may jump
  local seconds
  IFS='. ' read -r seconds _ </proc/uptime
  echo "$seconds"
}

check_settings() {
  local name
  for name in POD_NAME PEERS CLUSTER_NAME; do
    [[ -n ${!name:-} ]] || { log "$name is not set"; exit 1; }
  done
  for name in ORDINAL REPLICAS CENSUS_PORT BOOT_BUDGET DEADLOCK_SECONDS; do
    [[ ${!name} =~ ^(0|[1-9][0-9]{0,8})$ ]] || { log "$name is no number: ${!name}"; exit 1; }
  done
  [[ $AVAILABLE_WHEN_DONOR == [01] ]] || { log "AVAILABLE_WHEN_DONOR is neither 0 nor 1: $AVAILABLE_WHEN_DONOR"; exit 1; }
  [[ -z $FORCE_BOOTSTRAP || $FORCE_BOOTSTRAP =~ ^(0|[1-9][0-9]*):.+$ ]] ||
    { log "FORCE_BOOTSTRAP is no ordinal:token: $FORCE_BOOTSTRAP"; exit 1; }
  ((REPLICAS >= 1 && REPLICAS <= ${#PEER_NAMES[@]} && ORDINAL < ${#PEER_NAMES[@]})) ||
    { log "PEERS names ${#PEER_NAMES[@]} members, REPLICAS is $REPLICAS, this is member $ORDINAL"; exit 1; }
}

# --- the census line

LINE_PATTERN='^galera/1 member=([0-9]{1,4}) phase=([a-z]{1,16}) volume=(empty|partial|seed|data)'
LINE_PATTERN+=" uuid=($UUID_PATTERN) seqno=(-1|0|[1-9][0-9]{0,18}) safe=([01])"
LINE_PATTERN+=' status=(none|Primary|non-Primary) cluster=(.*)$'

describe() { # ordinal: prints the line of a member
  printf 'galera/1 member=%s phase=%s volume=%s uuid=%s seqno=%s safe=%s status=%s cluster=%s\n' "$1" \
    "${PHASE[$1]}" "${VOLUME[$1]}" "${UUID[$1]}" "${SEQNO[$1]}" "${SAFE[$1]}" "${STATUS[$1]}" "$CLUSTER_NAME"
}

forget() { # ordinal
  PHASE[$1]=no-answer VOLUME[$1]=empty UUID[$1]=$ZERO_UUID SEQNO[$1]=-1 SAFE[$1]=0 STATUS[$1]=none
}

hear() { # ordinal line: believes a line only if every character is expected, and if it is of that member of this cluster
  local LC_ALL=C
  forget "$1"
  [[ $2 =~ $LINE_PATTERN ]] || return 1
  [[ ${BASH_REMATCH[1]} == "$1" && ${BASH_REMATCH[9]} == "$CLUSTER_NAME" ]] || return 1
  PHASE[$1]=${BASH_REMATCH[2]} VOLUME[$1]=${BASH_REMATCH[3]} UUID[$1]=${BASH_REMATCH[4]}
  SEQNO[$1]=${BASH_REMATCH[6]} SAFE[$1]=${BASH_REMATCH[7]} STATUS[$1]=${BASH_REMATCH[8]}
}

ask() { # ordinal: prints the ordinal and the line that its member sends, if it sends one in time
  # shellcheck disable=SC2016  # the inner shell expands it
  timeout "$ASK_SECONDS" "$BASH" -c \
    'exec {peer}<>"/dev/tcp/$2/$3" && read -r -n 400 line <&"$peer" && printf "%s %s\n" "$1" "$line"' \
    ask "$1" "${PEER_NAMES[$1]}" "$CENSUS_PORT" 2>/dev/null
}

ask_others() { # asks all other members at once
  local member line
  for ((member = 0; member < REPLICAS; member++)); do
    ((member == ORDINAL)) || forget "$member"
  done
  while read -r member line; do
    hear "$member" "$line" || PHASE[member]=garbled
  done < <(
    for ((member = 0; member < REPLICAS; member++)); do
      ((member == ORDINAL)) || ask "$member" &
    done
    wait
  )
}

# --- this member's own line, handed from start.sh to census.sh and probe.sh in a file: seconds of uptime, then the line

publish() { # phase: a phase that could not be published has not begun
  PHASE[ORDINAL]=$1
  {
    printf '%s %s\n' "$(uptime_seconds)" "$(describe "$ORDINAL")" >"$STATE_DIR/member.new" &&
      mv -f "$STATE_DIR/member.new" "$STATE_DIR/member"
  } 2>/dev/null && return
  log "cannot write to $STATE_DIR: the other members do not see that this one is $1"
  return 1
}

read_published() { # sets the own entries, and SAID_AGO: the seconds since then
  local said line
  forget "$ORDINAL"
  SAID_AGO=0
  { read -r said line <"$STATE_DIR/member"; } 2>/dev/null || return 1
  [[ $said =~ ^[0-9]{1,12}$ ]] && hear "$ORDINAL" "$line" || return 1
  SAID_AGO=$(($(uptime_seconds) - said))
  ((SAID_AGO >= 0)) # else it was said before the node was restarted
}

# --- the server in this pod

query() { # statement: as mysql@localhost, whom the server knows by the user of the process
  timeout 2 mariadb --no-defaults --user=mysql --socket="$SOCKET" --connect-timeout=2 \
    --batch --skip-column-names --execute="$1"
}

is_refusal() { # output of query: a server is there, though it says no, as in "Too many connections"
  [[ $1 =~ ERROR\ ([0-9]{4}) && ${BASH_REMATCH[1]} != 2* ]] # 2000 to 2999 are the client's own: nobody answered
}

declare -A WSREP=()

read_wsrep_status() { # fills WSREP with the server's own words
  local name value rows
  WSREP=()
  rows=$(query "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_status', 'wsrep_local_state', 'wsrep_ready',
    'wsrep_cluster_state_uuid', 'wsrep_last_committed')" 2>&1) || { WSREP[error]=${rows:-no answer in time}; return 1; }
  while IFS=$'\t' read -r name value; do
    [[ -n $name ]] && WSREP[${name,,}]=$value
  done <<<"$rows"
}
