#!/usr/bin/env bash
# Makes the database and the three who use it, as the administrator of MySQL on this machine. May be repeated.
#   databases.sh [HOSTS]     from where they come, % for anywhere; 127.0.0.1 if not said
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
etc=${PREFIX:-}/etc/tongxing
sql=$(cat "$here/databases.sql")
sql=${sql//@HOSTS@/${1:-127.0.0.1}}
sql=${sql//@MIGRATION_PASSWORD@/$(cat "$etc/migration-password")}
sql=${sql//@APPLICATION_PASSWORD@/$(cat "$etc/secrets/spring.datasource.password")}
sql=${sql//@BACKUP_PASSWORD@/$(cat "$etc/backup-password")}
# Through the pipe: a password on a command line is seen by everybody.
mysql <<< "$sql"
