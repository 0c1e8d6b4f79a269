# To be sourced after packages.sh and engines.sh: three databases in a group, three Redis with three Sentinels, two servers and
# nginx, on this machine, with the files of deploy/. For the drills.

# cluster FOLDER PACKAGES JAR: brings it up below a folder that is not there yet
cluster() {
  home=$1 packages=$2 jar=$3
  base=$((20000 + (RANDOM % 1500) * 10))
  databases=("127.0.0.1:$base" "127.0.0.1:$((base + 1))" "127.0.0.1:$((base + 2))")
  redis=($((base + 3)) $((base + 4)) $((base + 5)))
  sentinels=($((base + 15000)) $((base + 15001)) $((base + 15002)))
  servers=($((base + 6)) $((base + 7))) https=$((base + 8)) sms=$((base + 9))
  machine "$home" "$packages"
  export PREFIX=$home PATH=$home/bin:$PATH
  deploy/one/configure.sh localhost wx0123456789abcdef > /dev/null
  databases_up
  redis_up
  servers_up
}

# on N COMMAND…: as the administrator of database N
on() {
  local n=$1
  shift
  MYSQL_UNIX_PORT=$home/run/mysql-$n.sock "$@"
}

database_start() { # N
  database "$home" "mysql-$1" "$home/etc/mysql/mysql-$1.cnf" "${databases[$(($1 - 1))]#*:}"
}

databases_up() {
  local n
  for n in 1 2 3; do
    deploy/several/group.sh configure "$n" "${databases[@]}" 127.0.0.1/8 > /dev/null
    # The data are made before there is a group; three buffers share this machine.
    printf '!include %s\n[mysqld]\ninnodb-buffer-pool-size = 256M\n' "$home/etc/mysql/conf.d/tongxing.cnf" > "$home/etc/mysql/mysql-$n.cnf"
    mkdir -p "$home/var/lib"
    mysqld "--defaults-file=$home/etc/mysql/mysql-$n.cnf" "--datadir=$home/var/lib/mysql-$n" --initialize-insecure \
      > "$home/run/mysql-$n.log" 2>&1
    sed -i "1a !include $home/etc/mysql/conf.d/tongxing-group-$n.cnf" "$home/etc/mysql/mysql-$n.cnf"
    database_start "$n"
    until_true 60 on "$n" mysql -uroot -e 'SELECT 1' > /dev/null 2>&1
    on "$n" deploy/several/group.sh "$([ "$n" = 1 ] && echo first || echo join)" 2>> "$home/run/group.log"
  done
  until_true 120 all_online || { on 1 deploy/several/group.sh members >&2; return 1; }
}

all_online() {
  local n
  for n in 1 2 3; do
    [ "$(on "$n" deploy/several/group.sh members 2> /dev/null | grep -c ONLINE)" = 3 ] && return
  done
  return 1
}

# The number of the database that takes writes, as any that is up says; nothing while nobody does.
primary() {
  local n port
  for n in 1 2 3; do
    port=$(on "$n" deploy/several/group.sh members 2> /dev/null | awk '$3 == "ONLINE" && $4 == "PRIMARY" { print $2 }') || true
    [ -z "$port" ] || { echo $((port - base + 1)); return; }
  done
}

redis_start() { launch "$home" "redis-$1" redis-server "$home/etc/redis/redis-$1.conf"; }

redis_up() {
  local n secrets=$home/etc/tongxing/secrets replica sentinel
  replica=$(openssl rand -hex 16) sentinel=$(openssl rand -hex 16)
  install -m 0600 /dev/null "$secrets/spring.data.redis.sentinel.password"
  echo "$sentinel" > "$secrets/spring.data.redis.sentinel.password"
  hash() { printf %s "$1" | sha256sum | cut -d' ' -f1; }
  sed "s/@REPLICA_SHA256@/$(hash "$replica")/; s/@SENTINEL_SHA256@/$(hash "$sentinel")/" deploy/several/redis-replica.acl \
    >> "$home/etc/redis/tongxing.acl"
  for n in 0 1 2; do
    mkdir -p "$home/var/lib/redis/$n" "$home/var/lib/sentinel/$n"
    { sed -E "s/^port .*/port ${redis[$n]}/; s#^dir .*#dir $home/var/lib/redis/$n#; /^bind/d" "$home/etc/redis/redis-tongxing.conf"
      sed "s/@ADDRESS@/127.0.0.1/; s/@REPLICA_PASSWORD@/$replica/" deploy/several/redis-replica.conf
      [ "$n" = 0 ] || echo "replicaof 127.0.0.1 ${redis[0]}"; } > "$home/etc/redis/redis-$n.conf"
    sed "s/@ADDRESS@/127.0.0.1/; s/26379/${sentinels[$n]}/; s#@DIRECTORY@#$home/var/lib/sentinel/$n#;
      s/@MASTER@/127.0.0.1 ${redis[0]}/; s/@SENTINEL_PASSWORD@/$sentinel/" deploy/several/sentinel.conf > "$home/etc/redis/sentinel-$n.conf"
    redis_start "$n"
  done
  for n in 0 1 2; do until_true 20 answers "${redis[$n]}"; done
  for n in 0 1 2; do launch "$home" "sentinel-$n" redis-server "$home/etc/redis/sentinel-$n.conf" --sentinel; done
  for n in 0 1 2; do until_true 20 answers "${sentinels[$n]}"; done
}

# The port of the Redis that takes writes, as a Sentinel says.
master() {
  redis-cli -p "${sentinels[1]}" --pass "$(cat "$home/etc/tongxing/secrets/spring.data.redis.sentinel.password")" --no-auth-warning \
    SENTINEL get-master-addr-by-name tongxing | sed -n 2p
}

servers_up() {
  local n env=$home/etc/tongxing
  sed "s/@ADDRESS@/127.0.0.1/; s/@PROXIES@/127[.]0[.]0[.]1/; s/@DATABASES@/$(IFS=,; echo "${databases[*]}")/;
    s/@SENTINELS@/$(printf '127.0.0.1:%s,' "${sentinels[@]}" | sed 's/,$//')/" deploy/several/server.env > "$env/several.env"
  # Later lines win, as they do for systemd.
  { grep -vE '^(SPRING_DATASOURCE_URL|SPRING_DATA_REDIS_(HOST|PORT)|SERVER_ADDRESS|SERVER_TOMCAT)' "$env/server.env"
    cat "$env/several.env"; echo "TONGXING_SMS_URL=http://127.0.0.1:$sms/"
    # Two of them share this machine and are started again and again.
    echo "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"; } > "$env/merged" && mv "$env/merged" "$env/server.env"
  on "$(primary)" deploy/one/databases.sh
  on "$(primary)" deploy/one/migrate.sh "$jar" > "$home/run/migrate.log" 2>&1
  mkdir -p "$home/opt/tongxing/current"
  cp --reflink=auto "$jar" "$home/opt/tongxing/current/server.jar"
  for n in 1 2; do
    sed "s/^SERVER_PORT=.*/SERVER_PORT=${servers[$((n - 1))]}/" "$env/server.env" > "$env/server-$n.env"
    sed -e "s#/server.env#/server-$n.env#" \
      -e "/^LoadCredential=spring.data.redis.password/a LoadCredential=spring.data.redis.sentinel.password:$env/secrets/spring.data.redis.sentinel.password" \
      "$home/etc/systemd/system/tongxing.service" > "$home/etc/systemd/system/tongxing-$n.service"
  done
  # One of them opens the first account, so only one is told of it.
  sed -i '/first-account/d' "$home/etc/systemd/system/tongxing-2.service"
  systemctl start tongxing-2
  first_account
  until_true 300 serves 2
  sed "s/@SERVER_1@/127.0.0.1:${servers[0]}/; s/@SERVER_2@/127.0.0.1:${servers[1]}/" deploy/several/nginx-upstream.conf \
    > "$home/etc/nginx/conf.d/tongxing-upstream.conf"
  sed -i "s/listen 443/listen 127.0.0.1:$https/; /listen 80;/,/^}/s/listen 80;/listen 127.0.0.1:$((https + 15000));/" "$home/etc/nginx/sites-available/tongxing"
  nginx_up "$home" "$packages"
  until_true 20 answers "$https"
}

serves() { curl -fsS -m 5 -o /dev/null "http://127.0.0.1:${servers[$(($1 - 1))]}/actuator/health/readiness" 2> /dev/null; }

# As first-account.sh does, for a unit of another name.
first_account() {
  local file=$home/etc/tongxing/first-account.env password
  password=$(openssl rand -hex 8)-Aa1
  printf 'TONGXING_ACCOUNTS_FIRST_0_%s\n' USERNAME=aq.jialing DISPLAYNAME=安全 "PASSWORD=$password" ROLE=SECURITY_ADMIN DIVISION=511304 > "$file"
  systemctl start tongxing-1
  until_true 300 serves 1
  rm "$file"
  echo "$password" > "$home/run/first-password"
}

cluster_down() {
  local one
  for one in nginx; do finish "$home" "$one"; done
  for one in 1 2; do [ ! -e "$home/run/tongxing-$one.pid" ] || systemctl stop "tongxing-$one"; done
  for one in 0 1 2; do finish "$home" "sentinel-$one"; finish "$home" "redis-$one"; done
  for one in 3 2 1; do finish "$home" "mysql-$one"; done
}
