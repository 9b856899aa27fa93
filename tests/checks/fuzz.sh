#!/usr/bin/env bash
# Builds the fuzzers of the three parsers and runs each for a while, seeded with what the repository ships.
# The bound is a number of inputs; the seconds only stop a machine that is far too slow.
set -eu
cd "$(dirname "$0")/../.."
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_csv fuzz_template fuzz_path -- --quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/csv" "$work/template" "$work/path"
cp samples/upper-north-1-2557/{plans,nodes,kpis,targets}.csv "$work/csv"
find templates docs/examples -name '*.xml' -size -12k -exec cp --backup=numbered {} "$work/template" \;
grep -oh '{[^}<]*}' templates/parts/*.xml | sort -u | head -200 | tr -d '{}' |
  while read -r path; do printf '%s' "$path" >"$work/path/$(printf '%s' "$path" | cksum | cut -d' ' -f1)"; done
# Leaks are looked for by the other tests; here they would be counted at each input.
for name in csv template path; do
  ASAN_OPTIONS=detect_leaks=0 "build/fuzz/fuzz_$name" -runs=20000 -max_total_time=60 -max_len=8192 -print_final_stats=0 \
    -artifact_prefix="$work/" "$work/$name" 2>"$work/$name.log" || { tail -30 "$work/$name.log"; exit 1; }
done
