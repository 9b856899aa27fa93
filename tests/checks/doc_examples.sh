#!/usr/bin/env bash
# The examples of the template guides: the right ones pass the check and print, the wrong ones end with the code that
# the guides show.
set -u
cd "$(dirname "$0")/../.."
phaen=build/release/phaen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
say() { echo "$*"; wrong=1; }
"$phaen" template check --strict docs/examples/*.xml || say "an example of docs/examples does not pass"
"$phaen" new "$work/plan.db" --sample upper-north-1-2557 >/dev/null || say "cannot make the sample plan"
"$phaen" new "$work/charts.db" --sample upper-north-2 >/dev/null || say "cannot make the plan with money and results"
for file in docs/examples/*.xml; do
  plan=$work/plan.db
  [ "$file" = docs/examples/charts.xml ] && plan=$work/charts.db
  "$phaen" build "$plan" -t "$file" -o "$work/out" --strict >"$work/messages" 2>&1 ||
    { say "$file does not build"; head -5 "$work/messages"; }
done
pdftotext "$work/out/first.pdf" - 2>/dev/null | grep -q "I5-K1" || say "first.pdf does not list the KPI I5-K1"

# expect FILE CODE...: the check, or else the build, ends with 1 and names each code
expect() {
  local file=docs/examples/mistakes/$1 output code
  shift
  output=$("$phaen" template check "$file" 2>&1) && output=$("$phaen" build "$work/plan.db" -t "$file" -o "$work/none" 2>&1)
  [ $? = 1 ] || say "$file: expected exit code 1"
  for code in "$@"; do
    case $output in *" $code: "*) ;; *) say "$file: no $code in: $output" ;; esac
  done
}
expect ampersand.xml T001
expect element.xml T003
expect names.xml T022 T026 T028
expect missing-loop.xml T025 T021
expect table.xml T101
expect two-matches.xml T102
exit $wrong
