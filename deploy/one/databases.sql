-- Who may do what in the database. Run by install.sh with the passwords filled in; repeated, it changes the passwords.
CREATE DATABASE IF NOT EXISTS tongxing CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
-- Changes tables, and is used for nothing else: migrate.sh.
CREATE USER IF NOT EXISTS tongxing_migration@'@HOSTS@';
ALTER USER tongxing_migration@'@HOSTS@' IDENTIFIED BY '@MIGRATION_PASSWORD@';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON tongxing.* TO tongxing_migration@'@HOSTS@';
-- The server: rows, table by table (migrate.sh); it can change no table, and no entry of the audit.
CREATE USER IF NOT EXISTS tongxing@'@HOSTS@';
ALTER USER tongxing@'@HOSTS@' IDENTIFIED BY '@APPLICATION_PASSWORD@';
-- Backups read everything and write nothing.
CREATE USER IF NOT EXISTS tongxing_backup@'@HOSTS@';
ALTER USER tongxing_backup@'@HOSTS@' IDENTIFIED BY '@BACKUP_PASSWORD@';
GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON tongxing.* TO tongxing_backup@'@HOSTS@';
GRANT RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO tongxing_backup@'@HOSTS@';
