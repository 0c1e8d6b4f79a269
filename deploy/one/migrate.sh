#!/usr/bin/env bash
# Brings the tables up to the version of a server, as the one who may, and says to the server what it may do with them.
# On one machine only, before the servers start; they refuse to start on tables older than they are.
#   migrate.sh [SERVER_JAR] [HOSTS]
set -euo pipefail
prefix=${PREFIX:-}
jar=${1:-$prefix/opt/tongxing/current/server.jar} hosts=${2:-127.0.0.1}
FLYWAY_URL=$(sed -n 's/^SPRING_DATASOURCE_URL=//p' "$prefix/etc/tongxing/server.env")
FLYWAY_USER=tongxing_migration
FLYWAY_PASSWORD=$(cat "$prefix/etc/tongxing/migration-password")
export FLYWAY_URL FLYWAY_USER FLYWAY_PASSWORD
java -Xmx256m -Dloader.main=org.tongxing.Migration -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher
# Rows, table by table: what is only ever added to (the audit, the ledger of goods) the server can only add to.
mysql -N << SQL | mysql
SELECT CONCAT('GRANT SELECT', CASE
         WHEN table_name = 'flyway_schema_history' THEN ''
         WHEN table_name IN ('audit_entry', 'audit_child', 'goods_entry') THEN ', INSERT'
         ELSE ', INSERT, UPDATE, DELETE' END, ' ON tongxing.\`', table_name, '\` TO tongxing@''$hosts'';')
FROM information_schema.tables WHERE table_schema = 'tongxing' AND table_type = 'BASE TABLE';
SQL
