#!/usr/bin/env bash
# Several machines, of which one is killed under load: two servers behind nginx, three databases in a group, Redis with
# Sentinels, on this machine with the configuration of deploy/. Ends with a verdict per drill, a line in bench/drills.json,
# and the evidence below bench/target/drills/NAME.
#   bench/drill-several.sh [--times N] [--jar JAR] [nginx] [sentinel] [group] [switch] [restore]     all, if none is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source deploy/packages.sh
source deploy/engines.sh
source deploy/several/cluster.sh

times=3 jar=""
while [[ "${1:-}" == --* ]]; do
  case $1 in
    --times) times=$2 ;;
    --jar) jar=$2 ;;
    *) sed -n '2,6p' "$0"; exit 2 ;;
  esac
  shift 2
done
[ $# -gt 0 ] || set -- nginx sentinel group switch restore
if [ -z "$jar" ]; then
  mvn -q -B -ntp -Dmaven.test.skip=true -Dfrontend.check.skip -Dspotless.check.skip -pl server -am package
  jar=$(ls -t server/target/server-*-exec.jar | head -1)
fi
packages=${TONGXING_PACKAGES:-$PWD/.local/packages}
unpack "$packages" mysql-server-core mysql-client-core nginx redis-server redis-sentinel redis-tools
rm -rf "$PWD/.local/several"
trap cluster_down EXIT
echo "Three databases, three Redis, two servers and nginx are brought up…"
cluster "$PWD/.local/several" "$packages" "$jar"
export NODE_EXTRA_CA_CERTS=$home/etc/tongxing/tls/certificate.pem
origin=https://localhost:$https
node bench/several/load.mjs people "$origin" "$sms" "$(cat "$home/run/first-password")" \
  sandbox/src/main/resources/sample/roster-jinbao.xlsx "$home/run/people.json"

now() { date +%s%3N; }
# Somewhere between two seconds and five.
a_while() { sleep "$((RANDOM % 3 + 2)).$((RANDOM % 10))"; }

begin() { # NAME
  evidence=$PWD/bench/target/drills/$1
  rm -rf "$evidence"
  mkdir -p "$evidence/rows"
  : > "$evidence/faults"
  : > "$evidence/gone"
  : > "$evidence/history.jsonl"
  node bench/several/load.mjs work "$origin" "$home/run/people.json" "$evidence/history.jsonl" 2> "$evidence/load.log" &
  load=$!
  until_true 60 works_again 0
}

# Whether a deed begun after this moment was acknowledged.
works_again() {
  tail -200 "$evidence/history.jsonl" | node -e '
    const since = Number(process.argv[1]);
    const lines = require("fs").readFileSync(0, "utf8").split("\n").slice(0, -1).map((line) => { try { return JSON.parse(line); } catch { return {}; } });
    process.exit(lines.some((one) => one.kind === "receipt" && one.at > since && one.status === 204) ? 0 : 1);' "$1"
}

killed() { now >> "$evidence/faults"; }

# Whether everything that follows from deeds has followed.
heard() { [ "$(on "$(primary)" mysql -uroot -N tongxing -e 'SELECT COUNT(*) FROM EVENT_PUBLICATION' 2> /dev/null)" = 0 ]; }

# The rows of the deeds, and whatever contradicts itself, as the database that takes writes has them. What follows from a
# deed a server died over is taken up by the other within minutes.
verdict() { # NAME
  kill -TERM "$load"
  wait "$load" || true
  local stopped
  stopped=$(now)
  until_true 300 heard || true
  echo "$(($(now) - stopped))" > "$evidence/heard_in_ms"
  on "$(primary)" mysql -uroot -N tongxing > "$evidence/rows/deeds.tsv" << 'SQL'
SELECT 'contact', idempotency_key FROM contact
UNION ALL SELECT 'receipt', source FROM goods_entry
UNION ALL SELECT 'pairing', CONCAT(child_id, ':', family_id) FROM pairing WHERE status = 'ACTIVE';
SQL
  on "$(primary)" mysql -uroot -N tongxing > "$evidence/rows/half.tsv" << 'SQL'
SELECT 'stock is no sum', i.id, i.stock, SUM(e.quantity) FROM goods_item i JOIN goods_entry e ON e.item_id = i.id
  GROUP BY i.id, i.stock, i.entries HAVING i.stock <> SUM(e.quantity) OR i.entries <> COUNT(*) OR MAX(e.nth) <> COUNT(*)
UNION ALL SELECT 'two families', child_id, COUNT(*), '' FROM pairing WHERE status = 'ACTIVE' GROUP BY child_id HAVING COUNT(*) > 1
UNION ALL SELECT 'event not handled', listener_id, COUNT(*), status FROM EVENT_PUBLICATION GROUP BY listener_id, status;
SQL
  node --input-type=module - "$origin" "$home/run/people.json" >> "$evidence/rows/half.tsv" << 'JS'
import { readFileSync } from 'node:fs';
const { Client, ok } = await import(`${process.cwd()}/deploy/client.mjs`);
const [origin, state] = process.argv.slice(2);
const clerk = Client.from(origin, JSON.parse(readFileSync(state)).clerk);
const figures = ok(await clerk.get('/api/admin/coverage?division=511304114'));
for (const [figure, which] of [['eligible', 'ELIGIBLE'], ['covered', 'COVERED'], ['uncovered', 'NOBODY']]) {
  const { total } = ok(await clerk.get(`/api/admin/children?division=511304114&size=1&which=${which}`));
  if (total !== figures[figure]) console.log(`figure is not the children behind it\t${which}\t${figures[figure]}\t${total}`);
}
JS
  cp "$home"/run/tongxing-*.log "$evidence"
  node bench/several/verdict.mjs "$1" "$evidence" "$(git rev-parse --short HEAD)" || failed=1
}

nginx_drill() {
  local round n
  begin nginx
  for round in $(seq "$times"); do
    a_while
    n=$((round % 2 + 1))
    killed
    kill -KILL "$(cat "$home/run/tongxing-$n.pid")"
    # A process that is killed takes a moment to go, and what was sent to it meanwhile was under way.
    until_true 10 eval "! answers ${servers[$((n - 1))]}"
    now >> "$evidence/gone"
    until_true 60 works_again "$(tail -1 "$evidence/faults")"
    a_while
    systemctl start "tongxing-$n"
    until_true 300 serves "$n"
  done
  a_while
  verdict nginx
}

sentinel_drill() {
  local before n
  begin sentinel
  for _ in $(seq "$times"); do
    a_while
    before=$(master)
    for n in 0 1 2; do [ "${redis[$n]}" != "$before" ] || break; done
    killed
    finish "$home" "redis-$n" KILL
    until_true 60 eval "[ \"\$(master)\" != $before ]"
    until_true 90 works_again "$(tail -1 "$evidence/faults")"
    a_while
    redis_start "$n"
    sleep 3
  done
  verdict sentinel
}

group_drill() {
  local n
  begin group
  for _ in $(seq "$times"); do
    a_while
    n=$(primary)
    killed
    finish "$home" "mysql-$n" KILL
    until_true 120 works_again "$(($(tail -1 "$evidence/faults") + 500))"
    a_while
    database_start "$n"
    until_true 180 all_online
  done
  a_while
  verdict group
}

switch_drill() {
  local n other
  begin switch
  for _ in $(seq "$times"); do
    a_while
    n=$(primary)
    other=$((n % 3 + 1))
    killed
    on "$other" deploy/several/group.sh primary > /dev/null
    until_true 120 works_again "$(($(tail -1 "$evidence/faults") + 500))"
  done
  a_while
  verdict switch
}

# All rows of all tables of a database, in the order of their keys.
rows() { # FILE MYSQLDUMP_ARGUMENT…
  local file=$1
  shift
  mysqldump -uroot --skip-extended-insert --order-by-primary --no-tablespaces --skip-comments --hex-blob --set-gtid-purged=OFF \
    --skip-masking-policies "$@" | grep '^INSERT' | sort > "$file"
}

restore_drill() {
  local moment n from to
  begin restore
  a_while
  n=$(primary)
  sed -i "s#mysql://[^/]*/#mysql://${databases[$((n - 1))]}/#" "$home/etc/tongxing/server.env"
  deploy/one/backup.sh full
  a_while
  # Everything before this moment was acknowledged; nobody acts for three seconds, so that the rows can be written down.
  kill -STOP "$load"
  sleep 2
  to=$(now)
  on "$n" rows "$evidence/rows/expected" tongxing
  sleep 1
  moment=$(date -d "@$((to / 1000 + 1))" '+%Y-%m-%d %H:%M:%S')
  sleep 1
  killed
  kill -CONT "$load"
  until_true 60 works_again "$(($(tail -1 "$evidence/faults") + 100))"
  a_while
  deploy/one/backup.sh
  # Beside: a database server of its own, which knows nothing of the group.
  printf '!include %s\n' "$home/etc/mysql/conf.d/tongxing.cnf" > "$home/etc/mysql/mysql-beside.cnf"
  database "$home" mysql-beside "$home/etc/mysql/mysql-beside.cnf" "$((https + 16000))"
  until_true 60 on beside mysql -uroot -e 'SELECT 1' > /dev/null 2>&1
  from=$(now)
  on beside deploy/one/restore.sh "$moment" tongxing_restored
  echo "$(($(now) - from))" > "$evidence/restored_in_ms"
  on beside rows "$evidence/rows/restored" tongxing_restored
  finish "$home" mysql-beside
  diff "$evidence/rows/expected" "$evidence/rows/restored" > "$evidence/difference" || true
  verdict restore
}

failed=0
for drill in "$@"; do "${drill}_drill"; done
[ "$failed" = 0 ] && echo "All of it holds." || { echo "Not all of it holds, see bench/target/drills"; exit 1; }
