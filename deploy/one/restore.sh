#!/usr/bin/env bash
# Puts the database as it was at a moment beside the one in use, for looking at, or for renaming after the server has stopped.
#   restore.sh '2026-11-26 09:30:00' [DATABASE]     into DATABASE, tongxing_restored if not said; it must not exist
# Everything committed before that second is there, nothing of that second or later.
set -euo pipefail
moment=$1 database=${2:-tongxing_restored}
from=${PREFIX:-}/var/backups/tongxing
stamp=$(date -d "$moment" +%Y-%m-%dT%H%M%S)
full=$(find "$from/full" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort | awk -v until="$stamp" '$0 < until' | tail -1)
[ -n "$full" ] || { echo "There is no full copy from before $moment" >&2; exit 1; }
dump=$from/full/$full/tongxing.sql.gz
read -r log position < <(zcat "$dump" | grep -m1 -- "^-- CHANGE REPLICATION SOURCE" |
  sed -E "s/.*SOURCE_LOG_FILE='([^']+)', SOURCE_LOG_POS=([0-9]+).*/\1 \2/") || true
[ -n "$log" ] || { echo "The copy does not say where in the log it is" >&2; exit 1; }
mapfile -t logs < <(find "$from/binlog" -type f -name 'binlog.*' -printf '%p\n' | sort |
  awk -v first="$from/binlog/$log" '$0 >= first')
[ "${logs[0]:-}" = "$from/binlog/$log" ] || { echo "The binary log $log of the copy is missing" >&2; exit 1; }

mysql -e "CREATE DATABASE $database CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci"
zcat "$dump" | mysql "$database"
# Without GTIDs, or the server would take the changes for ones it knows; not written to the log again.
mysqlbinlog --start-position="$position" --stop-datetime="$moment" --skip-gtids --disable-log-bin \
  --database="$database" --rewrite-db="tongxing->$database" "${logs[@]}" | mysql --binary-mode
echo "$database is as tongxing was before $moment (full copy of $full)"
