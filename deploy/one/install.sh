#!/usr/bin/env bash
# One machine, from Debian's packages, as root. May be repeated: what is there stays.
#   deploy/one/install.sh SERVER_JAR DOMAIN WECHAT_APP_ID
# MySQL is in Debian's unstable suite and in Ubuntu; on a stable Debian add the repository of MySQL's makers first.
set -euo pipefail
[ $# = 3 ] || { sed -n '2,4p' "$0"; exit 2; }
[ "$(id -u)" = 0 ] || { echo "As root" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "$1")
mysql=$(apt-cache search --names-only '^(mysql-server|mysql-community-server)$' | cut -d' ' -f1 | sort | tail -1)
[ -n "$mysql" ] || { echo "apt knows no MySQL: add its makers' repository (dev.mysql.com/doc/mysql-apt-repo-quick-guide)" >&2; exit 1; }

# Its settings first, so that MySQL makes its data with them and Redis never answers without a password.
"$here/configure.sh" "$2" "$3"
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
  openjdk-17-jre-headless fonts-noto-cjk nginx redis-server "$mysql" openssl curl unzip ||
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    default-jre-headless fonts-noto-cjk nginx redis-server "$mysql" openssl curl unzip
id tongxing > /dev/null 2>&1 || useradd --system --home-dir /var/lib/tongxing --shell /usr/sbin/nologin tongxing
chown redis:redis /etc/redis/redis-tongxing.conf /etc/redis/tongxing.acl /var/lib/redis/tongxing
rm -f /etc/nginx/sites-enabled/default
systemctl daemon-reload
systemctl disable --now redis-server.service
systemctl enable --now redis-server@tongxing.service
systemctl restart mysql.service nginx.service systemd-journald.service
"$here/databases.sh"
systemctl enable tongxing.service
cmp -s "$jar" /opt/tongxing/current/server.jar || "$here/upgrade.sh" "$jar"
systemctl enable --now tongxing-backup.timer
echo "Next, once: $here/first-account.sh USER_NAME DISPLAY_NAME DIVISION"
