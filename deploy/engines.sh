# To be sourced after packages.sh: a machine below a folder, on which unpacked programs run with the configuration of
# deploy/ as if they were installed. For the smoke test and the drills.

# machine FOLDER PACKAGES: programs by their names, in FOLDER/bin
machine() {
  local folder=$1 packages=$2 name libraries=$2/usr/lib/x86_64-linux-gnu
  mkdir -p "$folder/bin" "$folder/run" "$folder/tmp"
  for name in bin/mysql bin/mysqldump bin/mysqlbinlog bin/redis-cli bin/redis-server sbin/nginx; do
    cat > "$folder/bin/${name#*bin/}" << SH
#!/bin/sh
exec "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" "$packages/usr/$name" "\$@"
SH
  done
  # MySQL's programs are also told where the rest of MySQL is; Debian's package knows.
  cat > "$folder/bin/mysqld" << SH
#!/bin/sh
options="\$1"; shift
exec "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" "$packages/usr/sbin/mysqld" "\$options" \
  --user=$(id -un) --basedir="$packages/usr" --lc-messages-dir="$packages/usr/share/mysql" \
  --plugin-dir="$packages/usr/lib/mysql/plugin" "\$@"
SH
  cat > "$folder/bin/systemctl" << SH
#!/bin/sh
# start, stop, restart of units of this machine
unit="$folder/etc/systemd/system/\${2%.service}.service"
[ "\$1" = start ] || "$PWD/deploy/unit.sh" stop "\$unit" "$folder/run"
[ "\$1" = stop ] || exec "$PWD/deploy/unit.sh" start "\$unit" "$folder/run"
SH
  chmod +x "$folder"/bin/*
}

# launch FOLDER NAME COMMAND…: in the background; its process id in FOLDER/run/NAME.pid, what it says in FOLDER/run/NAME.log
launch() {
  local folder=$1 name=$2
  shift 2
  (setsid "$@" >> "$folder/run/$name.log" 2>&1 < /dev/null & echo $! > "$folder/run/$name.pid")
}

# finish FOLDER NAME [SIGNAL]
finish() {
  local pid
  pid=$(cat "$1/run/$2.pid" 2> /dev/null) || return 0
  kill "-${3:-TERM}" "$pid" 2> /dev/null || true
  until_true 60 eval "! kill -0 $pid 2> /dev/null" || kill -KILL "$pid"
  rm -f "$1/run/$2.pid"
}

# database FOLDER NAME CONFIGURATION PORT [OPTION…]: a MySQL server, made if it has no data yet
database() {
  local folder=$1 name=$2 configuration=$3 port=$4
  shift 4
  answers "$port" && { echo "Somebody listens on port $port already" >&2; return 1; }
  local options=("--defaults-file=$configuration" "--datadir=$folder/var/lib/$name" "--port=$port" "$@")
  if [ ! -d "$folder/var/lib/$name" ]; then
    mkdir -p "$folder/var/lib"
    "$folder/bin/mysqld" "${options[@]}" --initialize-insecure > "$folder/run/$name.log" 2>&1 ||
      { tail -5 "$folder/run/$name.log" >&2; return 1; }
  fi
  launch "$folder" "$name" "$folder/bin/mysqld" "${options[@]}" "--socket=$folder/run/$name.sock" \
    "--pid-file=$folder/run/$name.own.pid"
  until_true 60 answers "$port" || { tail -5 "$folder/run/$name.log" >&2; return 1; }
}

# nginx_up FOLDER PACKAGES: Debian's own main file, with its paths below the folder and no other user
nginx_up() {
  local folder=$1 packages=$2 kind temporary=""
  mkdir -p "$folder/etc/nginx" "$folder/var/lib/nginx" "$folder/var/log/nginx"
  for kind in client_body proxy fastcgi uwsgi scgi; do temporary+="${kind}_temp_path $folder/var/lib/nginx/$kind; "; done
  sed -E "s#^user .*#user $(id -un); pid $folder/run/nginx.own.pid;#; s#^pid /.*##; s#(/etc/nginx|/var/log/nginx)#$folder\1#;
    /modules-enabled/d; s#^http \{#http { $temporary#" "$packages/etc/nginx/nginx.conf" > "$folder/etc/nginx/nginx.conf"
  cp "$packages/etc/nginx/mime.types" "$folder/etc/nginx/"
  launch "$folder" nginx nginx -p "$folder" -e "$folder/var/log/nginx/error.log" -c "$folder/etc/nginx/nginx.conf" -g 'daemon off;'
}
