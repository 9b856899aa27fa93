#!/usr/bin/env bash
# Runs every test of build/dev and the checks on the documents that ./run made, against a PostgreSQL server of its own.
# The last line counts them.
set -u
cd "$(dirname "$0")/../.."
passed=0 failed=0
report() {  # NAME STATUS
  if [ "$2" = 0 ]; then passed=$((passed + 1)); echo "ok      $1"; else failed=$((failed + 1)); echo "FAILED  $1"; fi
}
logs=build/dev/logs
mkdir -p "$logs"
# shellcheck disable=SC1091
if [ -f tests/support/postgres.sh ]; then
  eval "$(tests/support/postgres.sh start)" || { echo "cannot start PostgreSQL"; exit 1; }
  trap 'tests/support/postgres.sh stop' EXIT
fi
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
for program in build/dev/test_*; do
  [ -x "$program" ] || continue
  name=$(basename "$program")
  "$program" >"$logs/$name.log" 2>&1
  status=$?
  # doctest's own counts: every test case counts, not every program.
  cases=$(sed -n 's/.*test cases: *[0-9]* | *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' "$logs/$name.log" | tail -1)
  if [ -n "$cases" ] && [ "$status" = 0 ]; then
    passed=$((passed + ${cases% *}))
    echo "ok      $name (${cases% *} cases)"
  elif [ -n "$cases" ] && [ "${cases#* }" != 0 ]; then
    passed=$((passed + ${cases% *})) failed=$((failed + ${cases#* }))
    echo "FAILED  $name"; tail -60 "$logs/$name.log"
  else
    failed=$((failed + 1))
    echo "FAILED  $name (status $status)"; tail -60 "$logs/$name.log"
  fi
done
for check in tests/checks/*.sh; do
  [ -f "$check" ] || continue
  bash "$check" >"$logs/$(basename "$check").log" 2>&1
  status=$?
  report "$(basename "$check")" "$status"
  [ "$status" = 0 ] || tail -40 "$logs/$(basename "$check").log"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
