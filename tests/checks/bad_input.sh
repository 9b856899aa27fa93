#!/usr/bin/env bash
# Every kind of bad input ends in a clear message, the right exit code, and nothing half-written.
set -u
cd "$(dirname "$0")/../.."
phaen=$PWD/build/release/phaen
work=$(mktemp -d)
trap 'umount "$work/tiny" 2>/dev/null; rm -rf "$work"' EXIT
wrong=0
# expect NAME EXIT CODE... -- COMMAND...: the exit status, and each word in the messages
expect() {
  local name=$1 status=$2 words=() output got
  shift 2
  while [ "$1" != -- ]; do words+=("$1"); shift; done
  shift
  output=$("$@" 2>&1); got=$?
  [ "$got" = "$status" ] || { echo "$name: exit $got, expected $status"; echo "$output" | head -5; wrong=1; }
  for word in "${words[@]}"; do
    case $output in *"$word"*) ;; *) echo "$name: no «$word» in:"; echo "$output" | head -5; wrong=1 ;; esac
  done
}
nothing_in() { [ -z "$(ls -A "$1" 2>/dev/null)" ] || { echo "left behind in $1: $(ls "$1")"; wrong=1; }; }

small=$work/small.db
"$phaen" new "$small" --sample upper-north-1-2557 >/dev/null || { echo "cannot make the small plan"; exit 1; }

expect "no command" 2 -- "$phaen"
expect "wrong option" 2 -- "$phaen" build "$small" --nonsense
expect "unknown sample" 1 A002 "did you mean \`upper-north-2\`" -- "$phaen" new "$work/x.db" --sample upper-nort-2 --lang en
expect "existing database" 1 A008 -- "$phaen" new "$small" --sample upper-north-2
expect "no such database" 1 "error" -- "$phaen" build "$work/none.db" -o "$work/out" --lang en
printf 'this is no database, it is a letter of some length, long enough for a header\n' >"$work/letter.db"
expect "not a database" 1 "letter.db" -- "$phaen" build "$work/letter.db" -o "$work/out"
python3 - "$work" "$small" <<'P'
import shutil, sqlite3, sys
work, small = sys.argv[1:]
other = sqlite3.connect(work + '/other.db'); other.execute('create table t(x)'); other.commit(); other.close()
shutil.copy(small, work + '/newer.db')
newer = sqlite3.connect(work + '/newer.db'); newer.execute('pragma user_version=9999'); newer.commit(); newer.close()
shutil.copy(small, work + '/glyph.db')
glyph = sqlite3.connect(work + '/glyph.db'); glyph.execute("update narratives set text = text || char(77824)"); glyph.commit(); glyph.close()
shutil.copy(small, work + '/damaged.db')
bytes_ = bytearray(open(work + '/damaged.db', 'rb').read())
for i in range(4096, len(bytes_), 7): bytes_[i] = 0xA5
open(work + '/damaged.db', 'wb').write(bytes_)
P
expect "another program's database" 1 "other.db" -- "$phaen" build "$work/other.db" -o "$work/out"
expect "newer schema" 1 "newer.db" 9999 -- "$phaen" build "$work/newer.db" -o "$work/out"
expect "damaged database" 1 "damaged.db" -- "$phaen" build "$work/damaged.db" -o "$work/out"
expect "a folder for a database" 1 "error" -- "$phaen" build "$work" -o "$work/out" --lang en
expect "a glyph no font has" 1 L003 U+13000 -- "$phaen" build "$work/glyph.db" -o "$work/out" --lang en
expect "unknown template" 1 A003 -- "$phaen" build "$small" -t target-2557 -o "$work/out"
expect "unknown font family" 1 A007 "Sarabun" -- "$phaen" build "$small" --family Sarabunn -o "$work/out"
mkdir "$work/fonts"; printf 'no font' >"$work/fonts/broken.ttf"
expect "a broken font" 1 F001 "broken.ttf" -- "$phaen" build "$small" --fonts "$work/fonts" -o "$work/out"
expect "no folder of fonts" 1 A006 -- "$phaen" build "$small" --fonts "$work/none" -o "$work/out"
cat >"$work/bad.xml" <<'X'
<document id="bad" title="x">
  <section><p>{plan.titel}</p></section>
  <section><for each="k" in="kpis"><p>{k.taget | quantity}</p><p style="bodi">{k.name | bath}</p></for></section>
</document>
X
expect "a template with four mistakes" 1 "bad.xml:2" "titel" "did you mean \`title\`" "bad.xml:3" "taget" "bodi" "bath" "^" -- "$phaen" template check "$work/bad.xml" --lang en
expect "building with it" 1 "bad.xml:2" "bad.xml:3" -- "$phaen" build "$small" -t "$work/bad.xml" -o "$work/out"
printf '<document id="x" title="x">\n<section><para>y</para></section></document>' >"$work/word.xml"
expect "an element that is not of the language" 1 "word.xml:2" "para" -- "$phaen" template check "$work/word.xml"
printf '<document id="x" title="x"><section><p>open' >"$work/open.xml"
expect "XML that does not end" 1 "open.xml:1" -- "$phaen" template check "$work/open.xml"
nothing_in "$work/out"

mkdir "$work/csv"; cp samples/upper-north-1-2557/*.csv "$work/csv"
python3 - "$work/csv/targets.csv" <<'P'
import sys
path = sys.argv[1]
lines = open(path, encoding='utf-8').read().split('\n')
lines[1] = lines[1].replace('2557', '๒๕๕7x', 1)
lines[2] = lines[2].replace('approved', 'aproved', 1)
lines[3] = lines[3].replace('I1-K1', 'I99-K1', 1)
open(path, 'w', encoding='utf-8').write('\n'.join(lines))
P
expect "a CSV folder with three bad cells" 1 "targets.csv:2" "targets.csv:3" "targets.csv:4" "approved" "I99-K1" -- "$phaen" import "$work/csv" "$work/imported.db" --lang en
[ ! -e "$work/imported.db" ] || { echo "a half-imported database was left"; wrong=1; }
expect "strict warnings" 0 -- "$phaen" check "$small"

# KPI Maps: what cannot be drawn is refused or left out, each time with a message, and no half file stays.
python3 - "$work" <<'P'
import csv, os, shutil, sys
work = sys.argv[1]
def plan(name, edits):
    folder = os.path.join(work, 'map-' + name)
    shutil.copytree('samples/reference', folder)
    shutil.copytree('samples/phetchabun-2571', folder, dirs_exist_ok=True)
    for table, edit in edits.items():
        path = os.path.join(folder, table + '.csv')
        with open(path, encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        columns = list(rows[0])
        rows = edit(rows)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, columns, lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
def change(rows, codes, **values):
    return [dict(row, **values) if codes(row) else row for row in rows]
plan('circle', {'nodes': lambda rows: change(rows, lambda row: row['code'] == 'I1-D1', parent='I1-P1-J01')})
plan('peers', {'kpi_links': lambda rows: rows + [dict(rows[0], child='I1-K1', parent='I1-K2'),
                                                 dict(rows[0], child='I1-K2', parent='I1-K1')]})
plan('missing', {'kpi_links': lambda rows: rows + [dict(rows[0], parent='I9-K9')]})
plan('twice', {'nodes': lambda rows: rows + [dict(rows[-1], level='activity')]})
plan('skip', {'nodes': lambda rows: [dict(row, parent=row['code'][:2]) if row['level'] == 'project' else row
                                     for row in rows]})
long_name = ('โครงการพัฒนาคุณภาพชีวิต' * 30)[:500]
plan('long', {table: lambda rows: change(rows, lambda row: True, name=long_name, short_name='')
              for table in ('nodes', 'kpis')})
plan('fan', {'nodes': lambda rows: rows + [dict(next(r for r in rows if r['code'] == 'I1-P1-J01'), code='F%04d' % i,
                                                ordinal=str(10 + i)) for i in range(2000)],
             'node_kpis': lambda rows: rows + [dict(rows[0], node='F%04d' % i, kpi='I1-K1', rank='primary')
                                               for i in range(2000)]})
P
for name in circle peers skip long fan; do
  "$phaen" import "$work/map-$name" "$work/map-$name.db" >/dev/null 2>&1 || { echo "cannot make the plan map-$name"; wrong=1; }
done
expect "a link to an indicator that is not there" 1 S016 "I9-K9" -- "$phaen" import "$work/map-missing" "$work/map-missing.db" --lang en
expect "a node on two levels" 1 S015 -- "$phaen" import "$work/map-twice" "$work/map-twice.db" --lang en
mkdir "$work/maps"
map() { timeout 120 "$phaen" map "$@"; }
for kind in cascade tree linkage matrix xyz value-chain dimensions; do
  expect "$kind: nodes in a circle" 1 V006 "I1-D1" "mend" -- map "$work/map-circle.db" --kind $kind -o "$work/maps/x.pdf" --lang en
  expect "$kind: nodes in a circle, in Thai" 1 V006 "เป็นวง" -- map "$work/map-circle.db" --kind $kind -o "$work/maps/x.pdf"
  "$phaen" new "$work/map-empty.db" >/dev/null 2>&1
  expect "$kind: an empty plan" 1 A005 -- map "$work/map-empty.db" --kind $kind -o "$work/maps/x.pdf"
done
python3 - "$work/map-fan.db" "$work/map-lost.db" <<'P'
import shutil, sqlite3, sys
shutil.copy(*sys.argv[1:])
lost = sqlite3.connect(sys.argv[2]); lost.execute('pragma foreign_keys=off')
lost.execute("delete from nodes where code='I1-P1-J02'"); lost.commit(); lost.close()
P
base=$work/map-peers.db
expect "a map of no such kind" 2 "--kind" "did you mean \`cascade\`" -- map "$base" --kind cascde -o "$work/maps/x.pdf" --lang en
expect "a focus on no such code" 1 V001 "did you mean \`I1-P1-J01\`" -- map "$base" --focus I1-P1-J0 -o "$work/maps/x.pdf" --lang en
expect "an issue that is not there" 1 V002 "I7" -- map "$base" --issue I7 -o "$work/maps/x.pdf"
expect "a level that is not there" 1 V005 "did you mean \`project\`" -- map "$base" --levels issue,projekt -o "$work/maps/x.pdf" --lang en
expect "too many levels for the paper" 1 G009 -- map "$base" --levels goal,issue,guideline,programme,flagship,project,activity --paper A4 --orientation portrait -o "$work/maps/x.pdf"
expect "an ending that is none" 1 V004 -- map "$base" -o "$work/maps/x.txt"
expect "a folder that is not there" 1 B002 -- map "$base" -o "$work/none/x.pdf"
nothing_in "$work/maps"
mkdir "$work/maps/x-2.svg"
expect "a page's file that cannot be written" 1 B002 "x-2.svg" -- map "$base" -o "$work/maps/x.svg"
[ "$(ls "$work/maps")" = x-2.svg ] || { echo "some pages of a map were left: $(ls "$work/maps")"; wrong=1; }
rmdir "$work/maps/x-2.svg"
expect "indicators in a circle" 0 G003 "I1-K2" -- map "$base" -o "$work/maps/peers.pdf"
expect "a level that is skipped" 0 -- map "$work/map-skip.db" --levels goal,issue,guideline,project -o "$work/maps/skip.pdf"
expect "links to a deleted node" 0 G002 "I1-P1-J02" -- map "$work/map-lost.db" -o "$work/maps/lost.pdf" --skip readback
for kind in cascade tree linkage matrix xyz dimensions; do
  expect "$kind: names of 500 characters" 0 -- map "$work/map-long.db" --kind $kind -o "$work/maps/long-$kind.pdf"
  expect "$kind: 2,000 projects on one indicator" 0 -- map "$work/map-fan.db" --kind $kind -o "$work/maps/fan-$kind.pdf" --skip readback
done
expect "names of 500 characters are told" 0 G006 -- map "$work/map-long.db" -o "$work/maps/long.pdf"

mkdir "$work/tiny"
if mount -t tmpfs -o size=16k tmpfs "$work/tiny" 2>/dev/null; then
  expect "a full disk" 1 B002 -- "$phaen" build "$small" -o "$work/tiny"
  [ -z "$(find "$work/tiny" -name '*.partial')" ] || { echo "partial files on the full disk"; wrong=1; }
  expect "a database on a full disk" 1 "error" -- "$phaen" new "$work/tiny/plan.db" --sample upper-north-2 --lang en
  [ ! -e "$work/tiny/plan.db" ] || { echo "a half-made database on the full disk"; wrong=1; }
else
  echo "no mount here: the full disk was not tried"
fi
exit $wrong
