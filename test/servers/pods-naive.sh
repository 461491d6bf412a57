#!/bin/bash
# A start that looks reasonable and loses data: pod 0 always founds a cluster, the others join it, and nobody looks at what is on
# the volumes. The suite runs it to see that its own scenarios tell.
# Arguments: the cluster's name, its addresses
[ -n "${POD_NAME:-}" ] || POD_NAME=$HOSTNAME
given=(
  --wsrep-cluster-name="$1" --wsrep-cluster-address="gcomm://$2"
  --wsrep-node-address="$(awk -v name="$POD_NAME" '$3 == name { print $1 }' /etc/hosts)"
)
if [ "${POD_NAME##*-}" = 0 ]; then
  sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' /var/lib/mysql/grastate.dat 2>/dev/null
  given+=(--wsrep-new-cluster)
else
  mkdir -p /var/lib/mysql/mysql
  sleep 5
fi
exec docker-entrypoint.sh mariadbd "${given[@]}"
