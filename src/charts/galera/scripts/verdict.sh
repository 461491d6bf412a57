# shellcheck shell=bash disable=SC2034,SC2153  # names are shared between the files
# Sourced by start.sh: from what the members said to what this member does. No side effects: members that heard the same decide the same.

VERDICT='wait' # wait; human (waits too, until somebody acts); join; bootstrap
REASON=

conclude() { # verdict reason
  VERDICT=$1 REASON=$2
}

decide() {
  local member primary='' missing=''
  for ((member = 0; member < REPLICAS; member++)); do
    ((member == ORDINAL)) && continue
    [[ ${PHASE[member]} == serving && ${STATUS[member]} == Primary ]] && primary+=" $member"
    [[ ${PHASE[member]} == waiting ]] || missing+=" $member (${PHASE[member]})"
  done
  if [[ -n $primary ]]; then
    # shellcheck disable=SC2086  # a list of ordinals
    decide_to_join $primary
  elif [[ -n $missing ]]; then
    conclude wait "no member is Primary, and a bootstrap needs the word of all $REPLICAS; waiting for$missing"
  else
    elect
  fi
}

decide_to_join() { # ordinals of the Primary members
  local member uuid=${UUID[$1]} seqno=0
  for member; do
    [[ ${UUID[member]} == "$uuid" ]] ||
      { conclude human "SPLIT: members $1 and $member are Primary in different clusters, $uuid and ${UUID[member]}"; return; }
    is_greater "${SEQNO[member]}" "$seqno" && seqno=${SEQNO[member]}
  done
  case ${VOLUME[ORDINAL]} in
    seed)
      conclude human "UNCLUSTERED: this volume holds a database that is not of the running cluster $uuid; joining would erase it"
      return ;;
    data)
      if [[ ${UUID[ORDINAL]} != "$uuid" ]]; then
        conclude human "FOREIGN: this volume holds the history ${UUID[ORDINAL]}, the running cluster is $uuid; joining would erase it"
        return
      fi
      if is_greater "${SEQNO[ORDINAL]}" "$seqno"; then
        conclude human "AHEAD: this volume is at ${SEQNO[ORDINAL]}, the running cluster is behind it; joining would drop the difference"
        return
      fi ;;
  esac
  conclude join "member $1 is Primary in cluster $uuid at $seqno"
}

elect() { # all members wait, none is Primary
  local member seeds='' partials='' uuid='' best=''
  for ((member = 0; member < REPLICAS; member++)); do
    case ${VOLUME[member]} in
      data)
        : "${uuid:=${UUID[member]}}"
        [[ ${UUID[member]} == "$uuid" ]] ||
          { conclude human "DIVERGED: members $best and $member hold different histories, $uuid and ${UUID[member]}"; return; }
        [[ ${SEQNO[member]} != -1 ]] ||
          { conclude human "member $member does not know its position and may be the most advanced; its log says why"; return; }
        [[ -n $best ]] && ! is_better "$member" "$best" || best=$member ;;
      seed) seeds+=" $member" ;;
      partial) partials+=" $member" ;;
    esac
  done
  if [[ -n $best ]]; then
    elected "$best" "the most advanced, at ${SEQNO[best]} of $uuid"
  elif [[ $seeds =~ ^\ [0-9]+$ ]]; then
    elected "${seeds# }" "the only one with a database"
  elif [[ -n $seeds ]]; then
    conclude human "members$seeds all hold a database that never was in a cluster; which one shall it be?"
  elif [[ -n $partials ]]; then
    conclude human "no member holds a complete copy; interrupted state transfers on$partials"
  else
    elected 0 "the first of a new cluster: all volumes are empty"
  fi
}

elected() { # ordinal why
  if (($1 == ORDINAL)); then
    conclude bootstrap "all $REPLICAS members answered, none is Primary; this one is $2"
  else
    conclude wait "all $REPLICAS members answered, none is Primary; member $1 will bootstrap, being $2"
  fi
}

# Sequence numbers are compared as text: what a peer sent is never calculated with, and has up to 19 digits.
is_better() { # ordinal, lower ordinal: the highest seqno, then safe_to_bootstrap, then the lowest ordinal
  is_greater "${SEQNO[$1]}" "${SEQNO[$2]}" && return
  is_greater "${SEQNO[$2]}" "${SEQNO[$1]}" && return 1
  [[ ${SAFE[$1]} > ${SAFE[$2]} ]]
}

is_greater() { # seqno seqno
  local left right
  printf -v left '%19s' "${1/#-1/0}"
  printf -v right '%19s' "${2/#-1/0}"
  [[ ${left// /0} > ${right// /0} ]]
}
