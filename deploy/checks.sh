# To be sourced: what a smoke test looks at, said line by line, and its verdict.

failed=0

check() { # WHAT COMMAND…
  local what=$1 said
  shift
  if said=$("$@" 2>&1); then echo "  ok  $what"; else
    echo "  NO  $what"
    head -5 <<< "$said" | sed 's/^/        /'
    failed=$((failed + 1))
  fi
}

not() { ! "$@"; }

# verdict WHAT EVIDENCE
verdict() {
  echo
  [ "$failed" = 0 ] && { echo "$1 works."; return; }
  echo "$failed things do not work; see $2"
  return 1
}
