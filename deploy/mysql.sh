#!/usr/bin/env bash
# A genuine MySQL on loopback, without installing it: Debian's packages of the unstable suite are unpacked with their
# libraries into a folder and run with their own loader, so that nothing on the system changes. For tests; a production
# server installs MySQL properly.
#
#   deploy/mysql.sh start [PORT [OPTION…]]   unpack it once (about 65 MB), make an empty server, print its address
#   deploy/mysql.sh stop                     stop it and delete its data
#
# Everything is kept in ${TONGXING_MYSQL:-.local/mysql}.
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/packages.sh
home=${TONGXING_MYSQL:-$PWD/.local/mysql}
server=$home/server
libraries=$server/usr/lib/x86_64-linux-gnu
data=$home/data

mysqld() {
  exec "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" "$server/usr/sbin/mysqld" --no-defaults \
    --user="$(id -un)" --basedir="$server/usr" --datadir="$data" --lc-messages-dir="$server/usr/share/mysql" \
    --plugin-dir="$server/usr/lib/mysql/plugin" --secure-file-priv=NULL --mysqlx=0 "$@"
}

start() {
  local port=${1:-3307}
  shift || true
  mkdir -p "$home"
  unpack "$server" mysql-server-core
  answers "$port" && { echo "Somebody listens on port $port already" >&2; exit 1; }
  [ -d "$data" ] || (mysqld --initialize-insecure > "$home/initialize.log" 2>&1) ||
    { tail -5 "$home/initialize.log" >&2; exit 1; }
  (setsid bash -c "$(declare -p libraries server data); $(declare -f mysqld); mysqld \"\$@\"" mysqld --port="$port" \
    --bind-address=127.0.0.1 --max-connections=1000 --socket="$home/socket" --default-time-zone=+08:00 "$@" > "$home/log" 2>&1 < /dev/null &
    )
  for _ in $(seq 120); do
    answers "$port" && { echo "jdbc:mysql://127.0.0.1:$port/?user=root"; return; }
    sleep 0.5
  done
  tail -5 "$home/log" >&2
  exit 1
}

stop() {
  pkill -f -- "--datadir=$data " || true
  for _ in $(seq 60); do pgrep -f -- "--datadir=$data " > /dev/null || break; sleep 0.5; done
  rm -rf "$data"
}

case ${1:-} in
  start) start "${@:2}" ;;
  stop) stop ;;
  *) sed -n '2,10p' "$0"; exit 2 ;;
esac
