#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: bench/loss.sh [quick|full] [PHAEN] [FAMILY ...]
# Which lines does each PDF reader fail to give back? Sets every hard string and every Thai text of samples/ as prose
# and in table cells, builds, reads the files with EXTRACTORS/lost.py (eight readers; run where KIT_WORK has its
# node_modules) and prints a Markdown table: lost exactly / with runs of spaces as one / with no white space counted.
# quick: Sarabun regular alone. ALIGNMENTS: some of ragged justified mixed distributed. EVERY=4: each style sets a fourth
# of the samples' texts, all four together all of them. Fonts other than Sarabun are those of Debian's
# fonts-thai-tlwg-ttf (GPL-2+ with font exception); italic is their slanted face where they have no other.
set -e
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/.." && pwd); work=${WORK:-$here/work/loss}
mode=${1:-quick}; phaen=${2:-$root/build/release/phaen}
[ $# -gt 2 ] && shift 2 || set -- Sarabun Garuda Norasi Waree
styles="regular bold italic bold-italic"
[ "$mode" = full ] || { styles=regular; set -- "$1"; }
[ -n "$EXTRACTORS" ] || { echo "EXTRACTORS must name the folder of lost.py" >&2; exit 2; }
rm -rf "$work"; mkdir -p "$work/templates"
python3 "$here/loss.py" templates "$work/templates" "${EVERY:-1}"
"$phaen" new "$work/plan.db" --sample upper-north-2 --share "$root" >/dev/null 2>&1

family_folder() {
  [ "$1" = Sarabun ] && { echo "$root/fonts/sarabun"; return; }
  mkdir -p "$work/fonts-$1"
  cp /usr/share/fonts/truetype/tlwg/"$1"*.ttf "$work/fonts-$1/"
  # Two slanted faces of one weight would be one too many.
  [ -f "$work/fonts-$1/$1-Italic.ttf" ] && rm -f "$work/fonts-$1/"*Oblique.ttf
  echo "$work/fonts-$1"
}

for family; do
  fonts=$(family_folder "$family")
  for kind in prose cells; do
    for align in ${ALIGNMENTS:-ragged justified mixed distributed}; do
      for style in $styles; do
        out=$work/$family-$kind-$align-$style
        set -- build "$work/plan.db" -t "$work/templates/$kind-$align-$style.xml" --fonts "$fonts" --family "$family" \
               --share "$root" --lang en
        "$phaen" "$@" -o "$out" >"$out.log" 2>&1 || { tail -3 "$out.log" >&2; exit 1; }
        "$phaen" "$@" --dump pages >"$out.dump" 2>/dev/null
        python3 "$here/loss.py" lines "$out.dump" "$out.txt"
        rm "$out.dump"
        (cd "${KIT_WORK:-$work}" && python3 "$EXTRACTORS/lost.py" --show 40 "$out/loss.pdf" "$out.txt") >"$out.lost" || true
        sed -n "s#^\([a-z-]*: [0-9/]* of [0-9]*\)\$#$family|$kind|$align|$style|\1#p" "$out.lost" >>"$work/results.txt"
      done
    done
  done
done
echo "# Lines lost by readers: lost exactly / runs of spaces as one / no white space counted"
echo
python3 "$here/loss.py" table "$work/results.txt"
