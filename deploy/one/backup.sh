#!/usr/bin/env bash
# A full copy of database and files once a day, and the binary log every time, so that restore.sh can go back to any second.
#   backup.sh [full]     to ${PREFIX:-}/var/backups/tongxing; copies leave this machine only if you take them away
set -euo pipefail
umask 0077
prefix=${PREFIX:-}
to=$prefix/var/backups/tongxing
login="--defaults-extra-file=$prefix/etc/tongxing/backup.cnf"
address=$(sed -nE 's#^SPRING_DATASOURCE_URL=jdbc:mysql://([^/]+)/.*#\1#p' "$prefix/etc/tongxing/server.env")
first=${address%%,*}
at=(--host="${first%%:*}" --port="${first##*:}")
mkdir -p "$to/full" "$to/binlog"
exec 9> "$to/.lock"
flock 9

today=$(date +%Y-%m-%d)
if [ "${1:-}" = full ] || ! ls "$to"/full/"$today"T* > /dev/null 2>&1; then
  name=$(date +%Y-%m-%dT%H%M%S)
  part=$to/.part
  rm -rf "$part"
  mkdir "$part"
  # One moment of all tables; where in the binary log that was, stands in its head.
  mysqldump "$login" "${at[@]}" --single-transaction --source-data=2 --set-gtid-purged=OFF --hex-blob --no-tablespaces \
    --loose-skip-masking-policies tongxing | gzip > "$part/tongxing.sql.gz"
  gzip -t "$part/tongxing.sql.gz"
  zcat "$part/tongxing.sql.gz" | tail -1 | grep -q 'Dump completed' || { echo "The copy is not complete" >&2; exit 1; }
  media=$(sed -n 's/^TONGXING_MEDIA_DIRECTORY=//p' "$prefix/etc/tongxing/server.env")
  [ ! -d "$media" ] || tar -C "$media" -czf "$part/media.tar.gz" .
  # Whole or not at all.
  mv "$part" "$to/full/$name"
  find "$to/full" -mindepth 1 -maxdepth 1 -mtime +30 -exec rm -rf {} +
fi

# Closed logs are copied once; the one being written was closed a moment before.
mysql "$login" "${at[@]}" -e 'FLUSH BINARY LOGS'
mysql "$login" "${at[@]}" -N -e 'SHOW BINARY LOGS' | cut -f1 | sed '$d' | while read -r log; do
  [ -e "$to/binlog/$log" ] && continue
  mysqlbinlog "$login" "${at[@]}" --read-from-remote-server --raw --result-file="$to/binlog/.part-" "$log"
  mv "$to/binlog/.part-$log" "$to/binlog/$log"
done
find "$to/binlog" -type f -mtime +30 -delete
