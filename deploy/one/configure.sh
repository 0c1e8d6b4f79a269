#!/usr/bin/env bash
# Writes the configuration of one machine, and makes its secrets once. Repeated, it keeps secrets, server.env and certificate.
#
#   configure.sh DOMAIN WECHAT_APP_ID     below ${PREFIX:-} (the smoke test has one)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
domain=$1 app_id=$2
prefix=${PREFIX:-}
etc=$prefix/etc/tongxing

# Puts a file of this folder into its place, with what differs between installations filled in.
place() { # SOURCE DESTINATION MODE
  local text
  text=$(cat "$here/$1")
  text=${text//@DOMAIN@/$domain}
  text=${text//@WECHAT_APP_ID@/$app_id}
  text=${text//@REDIS_SHA256@/$(sha256 "$etc/secrets/spring.data.redis.password")}
  [ -z "$prefix" ] || text=$(sed -E "s#(^|[^A-Za-z0-9@/._])/(etc|var|opt|run)/#\1$prefix/\2/#g" <<< "$text")
  mkdir -p "$(dirname "$prefix$2")"
  install -m "$3" /dev/null "$prefix$2"
  printf '%s\n' "$text" > "$prefix$2"
}

sha256() { printf %s "$(cat "$1")" | sha256sum | cut -d' ' -f1; }

# A secret that is made once: made_once FILE BYTES
made_once() {
  [ -s "$1" ] && return
  install -m 0600 /dev/null "$1"
  openssl rand -hex "$2" > "$1"
}

install -d -m 0711 "$etc"
install -d -m 0700 "$etc/secrets"
made_once "$etc/secrets/spring.datasource.password" 24
made_once "$etc/secrets/spring.data.redis.password" 24
made_once "$etc/secrets/tongxing.keys.sealing" 16
made_once "$etc/secrets/tongxing.keys.digesting" 32
made_once "$etc/migration-password" 24
made_once "$etc/backup-password" 24
[ -e "$etc/secrets/tongxing.wechat.secret" ] || install -m 0600 /dev/null "$etc/secrets/tongxing.wechat.secret"
install -m 0600 /dev/null "$etc/backup.cnf"
printf '[client]\nuser=tongxing_backup\npassword=%s\n' "$(cat "$etc/backup-password")" > "$etc/backup.cnf"

if [ ! -e "$etc/tls/key.pem" ]; then
  install -d -m 0700 "$etc/tls"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$domain" -addext "subjectAltName=DNS:$domain" \
    -keyout "$etc/tls/key.pem" -out "$etc/tls/certificate.pem" 2> /dev/null
  chmod 0600 "$etc/tls/key.pem"
  echo "A certificate of our own stands in $etc/tls for 30 days: put a real one in its place."
fi

[ -e "$etc/server.env" ] || place server.env /etc/tongxing/server.env 0644
place mysql.cnf /etc/mysql/conf.d/tongxing.cnf 0644
place redis.conf /etc/redis/redis-tongxing.conf 0640
place redis.acl /etc/redis/tongxing.acl 0640
place nginx-http.conf /etc/nginx/conf.d/tongxing.conf 0644
place nginx-upstream.conf /etc/nginx/conf.d/tongxing-upstream.conf 0644
place nginx-proxy.conf /etc/nginx/snippets/tongxing-proxy.conf 0644
place nginx-site.conf /etc/nginx/sites-available/tongxing 0644
place journald.conf /etc/systemd/journald.conf.d/tongxing.conf 0644
for unit in tongxing.service tongxing-backup.service tongxing-backup.timer; do place $unit /etc/systemd/system/$unit 0644; done
mkdir -p "$prefix/etc/nginx/sites-enabled" "$prefix/var/log/nginx"
ln -sfn ../sites-available/tongxing "$prefix/etc/nginx/sites-enabled/tongxing"
install -d -m 0750 "$prefix/var/lib/redis/tongxing"
install -d -m 0700 "$prefix/var/backups/tongxing"
