#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: bench/run.sh [quick|full] [PHAEN]
# quick: medium size, phaen and the fast peers. full: all sizes and every peer that is installed. PHAEN: the program
# (default build/release/phaen). KIT and KIT_WORK name the peers' kit and its prepared work folder (bench/README.md);
# without them phaen is measured alone on a document of its own texts.
set -e
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/.." && pwd); work=$here/work
mode=${1:-quick}; phaen=${2:-$root/build/release/phaen}
[ -x "$phaen" ] || { cmake --preset release -S "$root" >/dev/null && ninja -C "$root/build/release" phaen; }
mkdir -p "$work"; cd "$work"

# The database of a size, made once.
database() {
  [ -f "$1.db" ] && [ "$1.db" -nt "$here/make_plan.py" ] && return
  rm -f "$1.db"
  python3 "$here/make_plan.py" "$2" "$3" "$work/$1"
  "$phaen" import "$work/$1" "$1.db" --lang en 2>import.log
}
# A document on one thread, as the floor; a worksheet with what an office gets by default.
build() {
  local threads=""
  [ "$2" = rows ] || threads="-j 1"
  echo "$phaen build $work/$1.db -t $here/$2.xml -o $work/out-$1$3 --share $root --lang en $threads"
}
stages() {
  echo "Stages of $1, in seconds:"
  echo '```'
  $(build "$1" "$2" -stages) --time 2>&1 | sed -n 's/^time  //p'
  echo '```'
}
peer() { echo "$1=$KIT_WORK/out/$2/$3.pdf=$KIT/peer.sh $KIT_WORK $4 $2"; }
installed() { command -v "$1" >/dev/null 2>&1; }

document() {  # SIZE RUNS
  size=$1 runs=$2
  database "$size" document "$KIT_WORK/in/$size/plan.json"
  set -- "phaen=$work/out-$size/peers.pdf=$(build "$size" peers '') --skip readback --no-attachments" \
         "phaen, attachments=$work/out-$size-attached/peers.pdf=$(build "$size" peers -attached) --skip readback" \
         "phaen, read back=$work/out-$size-checked/peers.pdf=$(build "$size" peers -checked)"
  [ -x "$KIT_WORK/floor_hb" ] && set -- "$@" "$(peer 'HarfBuzz floor' "$size" hb hb)"
  [ -x "$KIT_WORK/floor_pango" ] && set -- "$@" "$(peer 'Pango floor' "$size" pango pango)"
  [ -d "$KIT_WORK/node_modules/@myriaddreamin" ] && set -- "$@" "$(peer Typst "$size" typst typst)"
  installed chromium && set -- "$@" "$(peer Chromium "$size" chromium chromium)"
  if [ "$mode" = full ]; then
    installed soffice && [ -d "$KIT_WORK/lo" ] && set -- "$@" "$(peer LibreOffice "$size" lo lo)"
    [ "$size" != large ] && installed weasyprint && set -- "$@" "$(peer WeasyPrint "$size" weasy weasyprint)"
  fi
  echo; echo "## Document, $size"; echo
  python3 "$here/measure.py" --runs "$runs" "$@"
  echo; stages "$size" peers
}

worksheet() {
  database rows rows "$KIT_WORK/rows.tsv"
  echo; echo "## Worksheet of 100,000 rows"; echo
  python3 "$here/measure.py" --runs 3 --what rows \
    "libxlsxwriter floor=rows:100000=$KIT_WORK/xlsx_lib $KIT_WORK/rows.tsv $work/floor.xlsx" \
    "phaen=rows:100000=$(build rows rows '') --skip readback --no-attachments"
  echo; stages rows rows
}

alone() {
  for chapters in 2 20 200; do
    database "own-$chapters" own $chapters
    echo; echo "## phaen alone, $chapters chapters"; echo
    python3 "$here/measure.py" "phaen=$work/out-own-$chapters/peers.pdf=$(build own-$chapters peers '') --skip readback --no-attachments"
    echo; stages "own-$chapters" peers
  done
}

echo "# Benchmark: $(uname -sm), $(nproc) processors, $(date -u +%F)"
if [ -z "$KIT" ] || [ -z "$KIT_WORK" ]; then
  alone
elif [ "$mode" = full ]; then
  document small 5; document medium 5; document large 3; worksheet
else
  document medium 3; worksheet
fi
