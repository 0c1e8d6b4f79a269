#!/bin/sh
# How exact claiming is under load: 2,000 people on one wish, then 2,000 people on 10,000 wishes with two servers of which one
# is killed with SIGKILL in the middle, then the pace of both against a bare compare-and-set. Prints a table with a verdict.
#   bench/claim.sh [people] [wishes]
set -e
cd "$(dirname "$0")/.."
rm -f server/target/claim.md
failed=0
mvn -q -B -ntp -Dfrontend.skip -Dspotless.check.skip -pl server -am test -Dtest=ClaimRushTests \
  -Dsurefire.failIfNoSpecifiedTests=false -Dclaim.people="${1:-2000}" -Dclaim.wishes="${2:-10000}" -Dclaim.at-once=200 \
  -Dclaim.rounds=14 \
  > server/target/claim.log 2>&1 || failed=1
cat server/target/claim.md 2>/dev/null || true
if [ "$failed" = 0 ]; then echo; echo "exact: no wish with two claimers, nobody over the limit, nothing half done"
else echo; echo "NOT exact, or it did not run: see server/target/claim.log"; exit 1; fi
