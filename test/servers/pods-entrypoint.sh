#!/bin/bash
# A stub in the place of the official image's entry point, for tests on machines that have no images. It imitates what a start
# of a Galera member depends on, and nothing else: a folder without system tables is initialised with a server that no one
# else can reach (root with MARIADB_ROOT_PASSWORD or a random one, the account mysql@localhost without a password, a database
# and a user, scripts); one that has them is left alone; then the command takes this process's place.
# Not imitated: being root, other commands than the server, upgrades, health-check accounts, time zones, hashed passwords.
set -euo pipefail

folder=/var/lib/mysql
socket=/run/mysqld/mysqld.sock

fail() {
  echo "[entry point, stub] $*" >&2
  exit 1
}

# from_file NAME: the variable, or the content of the file that NAME_FILE names
from_file() {
  local variable=$1 file=${1}_FILE
  if [ -n "${!variable:-}" ] && [ -n "${!file:-}" ]; then fail "both $variable and $file are set"; fi
  if [ -n "${!file:-}" ]; then
    [ -r "${!file}" ] || fail "${!file} cannot be read"
    printf '%s' "$(<"${!file}")"
  else
    printf '%s' "${!variable:-}"
  fi
}

quoted() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}

statements() {
  local root database user password host=${MARIADB_ROOT_HOST-%}
  root=$(from_file MARIADB_ROOT_PASSWORD)
  database=$(from_file MARIADB_DATABASE)
  user=$(from_file MARIADB_USER)
  password=$(from_file MARIADB_PASSWORD)
  [ -n "$root" ] || root=$(tr -dc '[:lower:]' </dev/urandom | head -c 32 || :)
  echo 'SET @@SESSION.SQL_LOG_BIN = 0;'
  if [ -n "$host" ] && [ "$host" != localhost ]; then
    echo "CREATE USER root@$(quoted "$host") IDENTIFIED BY $(quoted "$root");"
    echo "GRANT ALL ON *.* TO root@$(quoted "$host") WITH GRANT OPTION;"
  fi
  if [ -n "${MARIADB_MYSQL_LOCALHOST_USER:-}" ]; then
    echo 'CREATE USER mysql@localhost IDENTIFIED VIA unix_socket;'
    if [ -n "${MARIADB_MYSQL_LOCALHOST_GRANTS:-}" ]; then
      echo "GRANT $MARIADB_MYSQL_LOCALHOST_GRANTS ON *.* TO mysql@localhost;"
    fi
  fi
  if [ -n "$database" ]; then echo "CREATE DATABASE IF NOT EXISTS \`$database\`;"; fi
  if [ -n "$user" ] && [ -n "$password" ]; then
    echo "CREATE USER $(quoted "$user")@'%' IDENTIFIED BY $(quoted "$password");"
    if [ -n "$database" ]; then echo "GRANT ALL ON \`$database\`.* TO $(quoted "$user")@'%';"; fi
  fi
  echo "SET PASSWORD FOR root@localhost = PASSWORD($(quoted "$root"));"
  if [ -n "$database" ]; then echo "USE \`$database\`;"; fi
}

initialise() {
  local server i script
  # An option that the server does not know ends the start here.
  "$@" --verbose --help >/dev/null || fail 'the server refuses its options'
  mariadb-install-db --datadir="$folder" --rpm --auth-root-authentication-method=normal --skip-test-db \
    "${@:2}" >/dev/null
  "$@" --skip-networking --wsrep_on=OFF --loose-innodb_buffer_pool_load_at_startup=0 &
  server=$!
  for ((i = 0; i < 600; i++)); do
    mariadb --no-defaults -uroot --socket="$socket" -e 'SELECT 1' >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || fail 'the server has ended while it was initialised'
    sleep 0.1
  done
  {
    statements
    for script in /docker-entrypoint-initdb.d/*.sql; do
      if [ -r "$script" ]; then cat "$script"; fi
    done
  } | mariadb --no-defaults -uroot --socket="$socket" --binary-mode
  kill "$server"
  wait "$server" || fail "the server ended with $? after it was initialised"
}

[ "$(id -u)" != 0 ] || fail 'it cannot be root'
[[ "${1:-}" == -* ]] && set -- mariadbd "$@"
if [ "$1" = mariadbd ] && [ ! -d "$folder/mysql" ]; then
  if [ -z "${MARIADB_ROOT_PASSWORD:-}${MARIADB_ROOT_PASSWORD_FILE:-}${MARIADB_RANDOM_ROOT_PASSWORD:-}" ]; then
    fail 'the folder is empty and no password for root is given'
  fi
  initialise "$@"
fi
unset MARIADB_ROOT_PASSWORD MARIADB_PASSWORD
exec "$@"
