#!/usr/bin/env bash
# The MySQL group, on each machine of it as MySQL's administrator.
#   group.sh configure ID ADDRESS:PORT ADDRESS:PORT ADDRESS:PORT [ALLOWED]   writes the configuration of machine ID (1 to 3)
#   group.sh first      begins the group here: once, and again only when nobody of it is left
#   group.sh join       a machine that was not in it, with an empty database
#   group.sh primary    this machine takes the writes from now on; who is at something has five seconds to end it
#   group.sh members    who is in it and who takes writes
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-}
etc=$prefix/etc/tongxing

replication_account() {
  # Known to every machine before it joins, so it is no part of what is replicated.
  mysql << SQL
SET sql_log_bin = 0;
CREATE USER IF NOT EXISTS replica@'%';
ALTER USER replica@'%' IDENTIFIED BY '$(cat "$etc/replication-password")';
GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO replica@'%';
SET sql_log_bin = 1;
CHANGE REPLICATION SOURCE TO SOURCE_USER = 'replica', SOURCE_PASSWORD = '$(cat "$etc/replication-password")'
  FOR CHANNEL 'group_replication_recovery';
SQL
}

case ${1:-} in
  configure)
    id=$2 all=("$3" "$4" "$5") allowed=${6:-AUTOMATIC}
    own=${all[$((id - 1))]}
    # The group's own port lies 10000 above, 33061 if MySQL has its usual one.
    group_port() { local port=$(($1 + 10000)); [ "$1" != 3306 ] || port=33061; echo "$port"; }
    seeds=$(for one in "${all[@]}"; do echo "${one%:*}:$(group_port "${one#*:}")"; done | paste -sd,)
    sed -e "s/@ID@/$id/; s/@ADDRESS@/${own%:*}/; s/@PORT@/${own#*:}/; s/@GROUP_PORT@/$(group_port "${own#*:}")/" \
      -e "s/@SEEDS@/$seeds/; s#@ALLOWED@#$allowed#; s/@GROUP@/6f0f2c9e-7a4e-4d38-9b8e-20c14d6f51aa/" \
      "$here/mysql-group.cnf" > "$prefix/etc/mysql/conf.d/tongxing-group${PREFIX:+-$id}.cnf"
    if [ ! -e "$etc/replication-password" ]; then
      install -m 0600 /dev/null "$etc/replication-password"
      openssl rand -hex 16 > "$etc/replication-password"
      echo "Copy $etc/replication-password to the other machines of the group."
    fi
    ;;
  first)
    mysql -e 'STOP GROUP_REPLICATION; SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF'
    replication_account
    [ "$(mysql -N -e 'SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = "tongxing"')" = 1 ] ||
      mysql -e 'RESET BINARY LOGS AND GTIDS'
    mysql -e 'SET GLOBAL group_replication_bootstrap_group = ON; START GROUP_REPLICATION;
      SET GLOBAL group_replication_bootstrap_group = OFF'
    ;;
  join)
    mysql -e 'STOP GROUP_REPLICATION; SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF'
    replication_account
    mysql -e 'RESET BINARY LOGS AND GTIDS; START GROUP_REPLICATION'
    ;;
  primary)
    # Without the limit everybody waits with it for what is under way; with it they are refused at once.
    mysql -N -e "SELECT group_replication_set_as_primary(@@server_uuid, 5)"
    ;;
  members)
    mysql -N -e 'SELECT member_host, member_port, member_state, member_role FROM performance_schema.replication_group_members
      ORDER BY member_port'
    ;;
  *) sed -n '2,8p' "$0"; exit 2 ;;
esac
