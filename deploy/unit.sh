#!/usr/bin/env bash
# Starts and stops what a systemd unit says, with its environment and its secrets, where there is no systemd: for tests.
# Hardening and limits are not applied; `systemd-analyze` looks at those.
#   unit.sh start|stop|kill UNIT_FILE RUN_DIRECTORY      run directory: process id, log, secrets
set -euo pipefail
verb=$1 unit=$2 run=$3
name=$(basename "$unit" .service)
pid=$run/$name.pid

values() { sed -n "s/^$1=//p" "$unit"; }

alive() { kill -0 "$(cat "$pid")" 2> /dev/null; }

end() { # SIGNAL
  [ -e "$pid" ] || return 0
  kill "-$1" "$(cat "$pid")" 2> /dev/null || true
  for _ in $(seq "$(values TimeoutStopSec)0"); do alive || break; sleep 0.1; done
  if alive; then echo "$name did not stop in time" >&2; kill -KILL "$(cat "$pid")"; fi
  rm -f "$pid"
}

start() {
  mkdir -p "$run"
  local credentials=$run/$name.credentials file pair environment=()
  rm -rf "$credentials"
  mkdir -m 0700 "$credentials"
  while read -r pair; do cp "${pair#*:}" "$credentials/${pair%%:*}"; done < <(values LoadCredential)
  while read -r file; do
    if [[ "$file" == -* ]]; then file=${file#-}; [ -e "$file" ] || continue; fi
    while read -r pair; do environment+=("$pair"); done < <(grep -E '^[A-Z0-9_]+=' "$file")
  done < <(values EnvironmentFile)
  while read -r pair; do environment+=("${pair//%d/$credentials}"); done < <(values Environment)
  read -ra command < <(values ExecStart)
  (cd "$run"; setsid env -i PATH="$PATH" LANG=C.UTF-8 "${environment[@]}" "${command[@]}" \
    >> "$run/$name.log" 2>&1 < /dev/null & echo $! > "$pid")
}

case $verb in
  start) start ;;
  stop) end TERM ;;
  kill) end KILL ;;
  *) sed -n '2,5p' "$0"; exit 2 ;;
esac
