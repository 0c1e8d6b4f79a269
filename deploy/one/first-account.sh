#!/usr/bin/env bash
# Opens the first account of an installation that has none: a security administrator, who opens all others. The password is
# shown once and has to be changed at the first sign-in, where an authenticator app is set up too.
#   first-account.sh USER_NAME DISPLAY_NAME DIVISION     first-account.sh aq.jialing 安全管理员 511304
set -euo pipefail
file=${PREFIX:-}/etc/tongxing/first-account.env
port=$(sed -n 's/^SERVER_PORT=//p' "${PREFIX:-}/etc/tongxing/server.env")
password=$(openssl rand -hex 8)-Aa1
trap 'rm -f "$file"' EXIT
install -m 0600 /dev/null "$file"
cat > "$file" << ENV
TONGXING_ACCOUNTS_FIRST_0_USERNAME=$1
TONGXING_ACCOUNTS_FIRST_0_DISPLAYNAME=$2
TONGXING_ACCOUNTS_FIRST_0_PASSWORD=$password
TONGXING_ACCOUNTS_FIRST_0_ROLE=SECURITY_ADMIN
TONGXING_ACCOUNTS_FIRST_0_DIVISION=$3
ENV
systemctl restart tongxing.service
for _ in $(seq 120); do
  if curl -fsS -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness" 2> /dev/null; then
    echo "$1 $password"
    exit
  fi
  sleep 1
done
echo "The server does not answer: journalctl -u tongxing" >&2
exit 1
