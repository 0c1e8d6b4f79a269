#!/usr/bin/env bash
# deploy/one/install.sh on a Debian of its own whose systemd runs, in a container, as root: packages, units, hardening, timer,
# and what is there again after a crash and after the power was cut. Ends with a verdict; takes the ports of a real machine.
#   deploy/smoke-installed.sh [JAR]     builds the jar if none is given
# Limits of memory hold only where this machine has the unified hierarchy of cgroups.
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/packages.sh
source deploy/checks.sh
[ "$(id -u)" = 0 ] || { echo "As root" >&2; exit 1; }
for port in 80 443 3306 6380 8080; do
  not answers $port || { echo "Somebody listens on port $port already" >&2; exit 1; }
done

jar=${1:-}
if [ -z "$jar" ]; then
  mvn -q -B -ntp -Dmaven.test.skip=true -Dfrontend.check.skip -Dspotless.check.skip -pl server -am package
  jar=$(ls -t server/target/server-*-exec.jar | head -1)
fi
home=$PWD/.local/installed tools=$PWD/.local/container-tools debian=$PWD/.local/debian archives=$PWD/.local/debian-archives
mkdir -p "$home" "$archives/partial"
rm -rf "$home"/*
cp "$jar" "$home/server.jar"

if [ ! -d "$tools" ]; then
  # Of this machine's own suite: newer ones know the unified hierarchy only.
  mkdir -p "$tools.part"
  (cd "$tools.part" && apt-get -qq -o APT::Sandbox::User=root download debootstrap systemd-container libsystemd-shared libarchive13 &&
    for package in *.deb; do dpkg-deb --extract "$package" .; done)
  mv "$tools.part" "$tools"
fi
export LD_LIBRARY_PATH=$tools/usr/lib/x86_64-linux-gnu/systemd:$tools/usr/lib/x86_64-linux-gnu
if [ ! -d "$debian" ]; then
  rm -rf "$debian.part"
  DEBOOTSTRAP_DIR=$tools/usr/share/debootstrap "$tools/usr/sbin/debootstrap" --variant=minbase \
    --include=systemd,systemd-sysv,dbus,ca-certificates,iproute2 "$suite" "$debian.part" "$(mirror)" > "$home/debootstrap.log"
  mv "$debian.part" "$debian"
fi
cp -a "$debian" "$home/machine"

first_process() { pgrep -P "$(cat "$home/container.pid")" | head -1; }
power_on() {
  (SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 exec setsid "$tools/usr/bin/systemd-nspawn" --quiet --directory="$home/machine" --boot \
    --register=no --keep-unit --hostname=tongxing --bind-ro="$PWD/deploy:/src/deploy" --bind-ro="$home/server.jar:/src/server.jar" \
    --bind="$archives:/var/cache/apt/archives" >> "$home/console.log" 2>&1 < /dev/null & echo $! > "$home/container.pid")
  until_true 60 eval "inside systemctl is-active multi-user.target"
}
power_off() {
  kill -KILL "$(first_process)"
  until_true 30 eval "not answers 8080 && not answers 3306 && not answers 6380"
}
inside() {
  nsenter --target "$(first_process)" --mount --pid --uts --ipc --cgroup \
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@" 2>&1
}
serves() { curl -fsS -o /dev/null http://127.0.0.1:8080/actuator/health/readiness; }
rows() { inside mysql -N -e "SELECT COUNT(*) FROM $1.child"; }
trap 'power_off > /dev/null 2>&1' EXIT
power_on > /dev/null

echo "installation"
inside /src/deploy/one/install.sh /src/server.jar localhost wx0123456789abcdef > "$home/install.log" ||
  { tail -20 "$home/install.log"; exit 1; }
secrets() { inside sh -c 'cat /etc/tongxing/secrets/* /etc/tongxing/*-password | sha256sum'; }
before=$(secrets)
check "repeated, it changes nothing and does not stop the server" eval \
  "pid=\$(inside systemctl show -P MainPID tongxing); inside /src/deploy/one/install.sh /src/server.jar localhost wx0123456789abcdef &&
   [ \$pid = \$(inside systemctl show -P MainPID tongxing) ] && [ '$before' = \"\$(secrets)\" ]"
for unit in mysql redis-server@tongxing nginx tongxing tongxing-backup.timer; do
  check "$unit is up, and will be at the next start" inside sh -c "systemctl is-active $unit && systemctl is-enabled $unit"
done
check "Redis as Debian brings it does not run" not inside systemctl is-active redis-server
check "nothing failed" eval "[ -z \"\$(inside systemctl --failed --plain --no-legend)\" ]"

echo "server, as systemd runs it"
of_server() { inside sh -c "cat /proc/\$(systemctl show -P MainPID tongxing)/$1" | tr '\0' '\n'; }
check "it is nobody of importance, and may become nobody else" eval \
  "of_server status | grep -P '^CapEff:\t0+\$' && of_server status | grep -P '^NoNewPrivs:\t1' && of_server status | grep -P '^Seccomp:\t2'"
check "no secret stands in its environment" eval \
  "of_server environ | grep -q ^SPRING_CONFIG_IMPORT && not eval 'of_server environ | grep -F \"\$(inside cat /etc/tongxing/secrets/spring.datasource.password)\"'"
check "it writes only where its files are" eval \
  "of_server mountinfo | awk '\$5 == \"/\" && \$6 ~ /^ro/ { ro = 1 } \$5 == \"/var/lib/tongxing\" && \$6 ~ /^rw/ { rw = 1 } END { exit !(ro && rw) }'"
check "other people of the machine read no secret" inside setpriv --reuid=nobody --clear-groups sh -c \
  'cat /etc/tongxing/server.env && ! cat /etc/tongxing/secrets/tongxing.keys.sealing && ! cat /etc/tongxing/backup.cnf'

echo "use"
# Beside the configuration, not in it: systemd takes what stands here last.
inside sh -c 'mkdir -p /etc/systemd/system/tongxing.service.d
  printf "[Service]\nEnvironment=TONGXING_SMS_URL=http://127.0.0.1:8099/\n" > /etc/systemd/system/tongxing.service.d/sms.conf
  systemctl daemon-reload'
first=$(inside /src/deploy/one/first-account.sh aq.jialing 安全管理员 511304)
read -r admin password <<< "$first"
check "the first password stays nowhere" not inside ls /etc/tongxing/first-account.env
cp "$home/machine/etc/tongxing/tls/certificate.pem" "$home/certificate.pem"
NODE_EXTRA_CA_CERTS=$home/certificate.pem node deploy/smoke.mjs 443 80 8080 8099 "$admin" "$password" \
  sandbox/src/main/resources/sample/roster-jinbao.xlsx || failed=$((failed + 1))
check "the journal has no name of the roster" not eval "inside journalctl --no-pager | grep -E '孟国安|曹丽华|孟[^○]*国'"
children=$(rows tongxing)

echo "upkeep"
check "the backup works with what it may do" inside systemctl start tongxing-backup
check "the timer is waiting for the hour" eval "inside systemctl list-timers --no-pager | grep -E 'tongxing-backup.timer'"
sleep 1
moment=$(inside date -u '+%F %T')
sleep 1
check "a backup of what was added lies beside it" inside systemctl start tongxing-backup
check "the way back to a moment has the same children" eval \
  "inside /opt/tongxing/current/deploy/one/restore.sh '$moment' && [ \"\$(rows tongxing_restored)\" = '$children' ]"
check "an upgrade serves, and so does the way back" eval \
  "inside /src/deploy/one/upgrade.sh /src/server.jar && inside /opt/tongxing/current/deploy/one/upgrade.sh back && serves"

echo "without hands"
check "killed, the server is there again" eval "inside systemctl kill --signal=KILL tongxing && sleep 2 && until_true 120 serves"
check "killed, the database is there again" eval \
  "inside systemctl kill --signal=KILL mysql && until_true 120 eval \"[ \\\"\\\$(rows tongxing)\\\" = '$children' ]\" && until_true 120 serves"
check "killed, Redis is there again" eval \
  "inside systemctl kill --signal=KILL redis-server@tongxing && until_true 60 answers 6380 && until_true 120 serves"
power_off
power_on > /dev/null
check "after the power was cut all is there again" eval "until_true 180 serves && [ \"\$(rows tongxing)\" = '$children' ]"
check "and nothing failed" eval "[ -z \"\$(inside systemctl --failed --plain --no-legend)\" ]"

verdict "A machine as install.sh makes it" "$home"
