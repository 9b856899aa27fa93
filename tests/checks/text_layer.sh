#!/usr/bin/env bash
# What documents say can be read, searched and copied out of them: the plan of a sample, and every hard Thai string with
# every text of the samples (bench/loss.py) distributed, in Poppler, MuPDF and Ghostscript.
set -u
cd "$(dirname "$0")/../.."
phaen=build/release/phaen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
$phaen new "$work/plan.db" --sample upper-north-2 >/dev/null 2>&1 || exit 1
python3 bench/loss.py templates "$work" || exit 1
check() {  # NAME TEMPLATE [OPTION]: builds, dumps, compares
  $phaen build "$work/plan.db" -t "$2" -o "$work/$1" >"$work/log" 2>&1 || { cat "$work/log"; wrong=1; return; }
  $phaen build "$work/plan.db" -t "$2" --dump pages >"$work/$1.txt" 2>/dev/null
  python3 tests/checks/text_layer.py "$work/$1"/*.pdf "$work/$1.txt" samples/upper-north-2/{nodes,kpis,agencies,areas,projects}.csv ${3:-} || wrong=1
}
check plan cluster-plan
check prose "$work/prose-distributed-regular.xml" --exact
check bold "$work/prose-mixed-bold-italic.xml" --exact
check cells "$work/cells-justified-italic.xml"
exit $wrong
