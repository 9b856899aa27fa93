#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: bench/maps.sh [PHAEN [BOXES...]]
# KPI Maps of phaen (default build/release/phaen) against Graphviz's dot and elkjs in one run. What is not installed is
# said to have failed; nothing of it is part of phaen.
set -e
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/.." && pwd); work=$here/work
phaen=${1:-$root/build/release/phaen}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 97 301 891 1756 5176
[ -x "$phaen" ] || { cmake --preset release -S "$root" >/dev/null && ninja -C "$root/build/release" phaen; }
mkdir -p "$work"
[ -d "$work/node_modules/elkjs" ] || (cd "$work" && npm install --silent elkjs >/dev/null 2>&1) || true
NODE_PATH=$work/node_modules
export NODE_PATH
for boxes; do
  folder=$work/map-$boxes
  rm -rf "$folder"; mkdir "$folder"
  python3 "$here/make_map.py" "$boxes" "$folder"
  "$phaen" import "$folder/plan" "$folder/plan.db" --lang en >/dev/null
done
echo "# KPI Maps: $(uname -sm), $(nproc) processors, $(date -u +%F)"
echo
python3 "$here/maps.py" "$phaen" "$root" "$work" "$@"
