# To be sourced: Debian's packages unpacked with all their libraries into a folder and run with their own loader, so that
# nothing on the system changes. For tests; a production server installs them properly (deploy/one/install.sh).
#
#   unpack FOLDER PACKAGE…     unpacks what is not there yet

# The unstable suite, because MySQL is in no stable one.
suite=${TONGXING_SUITE:-sid}

# The mirror this machine takes its own packages from.
mirror() {
  (cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2> /dev/null || true) | grep -E '^(URIs:|deb) ' |
    grep -oE 'https?://[^ ]+/debian/?( |$)' | sed -n '1{s/ //g;p}' | grep . ||
    { echo "No Debian mirror is named below /etc/apt" >&2; return 1; }
}

unpack() {
  local folder=$1 apt part mirror package
  shift
  [ "$(cat "$folder/.packages" 2> /dev/null)" = "$*" ] && return
  apt=$folder.apt part=$folder.part
  mirror=$(mirror)
  rm -rf "$apt" "$part"
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$part"
  touch "$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" > "$apt/sources.list"
  local options=(-qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$apt/lists"
    -o Dir::State::Status="$apt/status" -o Dir::Cache::Archives="$apt/archives" -o Dir::Cache::PkgCache=
    -o Dir::Cache::SrcPkgCache= -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  apt-get "${options[@]}" -y --no-install-recommends --download-only install "$@" > /dev/null
  for package in "$apt"/archives/*.deb; do dpkg-deb --extract "$package" "$part"; done
  echo "$*" > "$part/.packages"
  rm -rf "$apt" "$folder"
  # Renamed when complete: an interrupted run leaves no half folder behind.
  mv "$part" "$folder"
}

# Whether somebody listens on a port of this machine.
answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

# until_true SECONDS COMMAND…
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}
