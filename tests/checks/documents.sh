#!/usr/bin/env bash
# The documents ./run made: the same job gives the same bytes, exports give the samples back, every PDF is sound and
# carries its data and workbook, from which the same plan and the same PDF come again, and the plan is as long as it
# should be.
set -u
cd "$(dirname "$0")/../.."
phaen=build/release/phaen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
say() { echo "$*"; wrong=1; }
for folder in samples/*/; do
  sample=$(basename "$folder")
  [ -f "$folder/plans.csv" ] || continue
  $phaen new "$work/$sample/plan.db" --sample "$sample" >/dev/null 2>&1 || { mkdir -p "$work/$sample"; $phaen new "$work/$sample/plan.db" --sample "$sample" >/dev/null || say "$sample: new failed"; }
  $phaen build "$work/$sample/plan.db" -o "$work/$sample" -j 2 >/dev/null || say "$sample: build failed"
  for file in "$work/$sample"/*.pdf "$work/$sample"/*.xlsx "$work/$sample"/manifest.json; do
    [ -f "$file" ] || continue
    cmp -s "$file" "out/$sample/$(basename "$file")" || say "$sample: $(basename "$file") differs between two builds"
  done
  $phaen export "$work/$sample/plan.db" --to "$work/$sample-csv" >/dev/null || say "$sample: export failed"
  for file in "$folder"*.csv; do
    cmp -s "$file" "$work/$sample-csv/$(basename "$file")" || say "$sample: export differs from $file"
  done
  # What a PDF carries: out of it, into a database, out of that again; and the same PDF from it.
  for file in out/"$sample"/*.pdf; do
    name=$(basename "$file" .pdf)
    taken=$work/$sample-taken/$name
    mkdir -p "$taken"
    pdfdetach -saveall -o "$taken" "$file" >/dev/null 2>&1 || say "$file: pdfdetach"
    [ -f "$work/$sample-taken/plan-data.zip" ] || cp "$taken/plan-data.zip" "$work/$sample-taken/"
    qpdf --show-attachment=plan-data.zip "$file" | cmp -s - "$taken/plan-data.zip" || say "$file: qpdf and Poppler differ"
    sum=$(sha256sum "$taken/plan-data.zip" | cut -d' ' -f1)
    grep -q "\"plan-data.zip\", \"role\": \"data\".*$sum" "out/$sample/manifest.json" || say "$file: not the manifest's data"
    # The workbook of the same template; a map's workbook is a file of its own.
    grep -q "\"$name.xlsx\", \"role\": \"workbook\"" "out/$sample/manifest.json" || continue
    cmp -s "$taken/$name.xlsx" "out/$sample/$name.xlsx" || say "$file: carries another workbook"
  done
  mkdir "$work/$sample-unpacked"
  unzip -q "$work/$sample-taken/plan-data.zip" -d "$work/$sample-unpacked" || say "$sample: unzip"
  for file in "$folder"*.csv; do
    cmp -s "$file" "$work/$sample-unpacked/$(basename "$file")" || say "$sample: what a PDF carries differs from $file"
  done
  mkdir "$work/$sample-again"
  $phaen import "$work/$sample-unpacked" "$work/$sample-again/plan.db" >/dev/null || say "$sample: import of what a PDF carries"
  $phaen build "$work/$sample-again/plan.db" -o "$work/$sample-again" >/dev/null || say "$sample: build from what a PDF carries"
  for file in "$work/$sample-again"/*.pdf; do
    cmp -s "$file" "out/$sample/$(basename "$file")" || say "$sample: another $(basename "$file") from what a PDF carries"
  done
done
for file in out/*/*.pdf; do
  qpdf --check "$file" >"$work/qpdf.txt" 2>&1 || { say "$file: qpdf --check"; head -5 "$work/qpdf.txt"; }
  pdffonts "$file" | tail -n +3 | grep -vq "yes yes yes" && say "$file: a font is not embedded, subset and mapped"
done
# Every rule of PDF/A-3a and PDF/UA-1 that docs/pdf.md lists.
build/dev/check_pdf out/*/*.pdf || wrong=1
# Independent readers find the metadata: Thai title, Thai letters as page labels, an outline, one identifier for one content.
plan=out/upper-north-2/cluster-plan.pdf
pdfinfo "$plan" | grep -q "^Title: *แผนพัฒนากลุ่มจังหวัดภาคเหนือตอนบน 2$" || say "pdfinfo finds another title"
pdfinfo -meta "$plan" | xmllint --noout - || say "the XMP packet is no XML"
pdfinfo -meta "$plan" | grep -q '<dc:title>.*xml:lang="th-TH">แผนพัฒนากลุ่มจังหวัดภาคเหนือตอนบน 2<' || say "XMP has another title"
mutool show "$plan" outline | grep -q '"ส่วนที่ 1 ข้อมูลเพื่อการพัฒนา"' || say "mutool finds no chapter 1 in the outline"
qpdf --json "$plan" >"$work/plan.json"
python3 - "$work/plan.json" <<'P' || say "page labels are not ก ข ค …, then 1 2 3 …"
import json, sys
def text(label):
    number = str(label['/St']) if label.get('/S') == '/D' else ''
    return label.get('/P', '').removeprefix('u:') + number
labels = [text(page['label']) for page in json.load(open(sys.argv[1], encoding='utf-8'))['pages']]
front = labels.index('1')
letters = [c for c in map(chr, range(0x0E01, 0x0E2F)) if c not in 'ฃฅฆฤฦ']
assert labels[0] == '' and labels[1:front] == letters[:front - 1] and front > 3, labels[:front]
assert labels[front:] == [str(n) for n in range(1, len(labels) - front + 1)], labels[front:]
P
qpdf --show-object=trailer "$plan" | grep -Eq '/ID \[ <([0-9a-f]{32})> <\1> \]' || say "no file identifier"
pages=$(pdfinfo out/upper-north-2/cluster-plan.pdf | sed -n 's/^Pages: *//p')
[ "${pages:-0}" -gt 40 ] || say "the cluster plan has only $pages pages"
repeated=$(python3 - <<'P'
import csv, collections
texts = [row['text'] for row in csv.DictReader(open('samples/upper-north-2/narratives.csv', encoding='utf-8'))]
print(sum(n > 1 for n in collections.Counter(texts).values()))
P
)
[ "$repeated" = 0 ] || say "$repeated paragraphs repeat"
# Thai digits are wider: the figures still stand in their columns, on paper and in the file as Thai digits.
for template in kj1 annual-plan spending-plan; do
  $phaen build "$work/upper-north-2/plan.db" -t "$template" --digits thai -o "$work/thai" >/dev/null 2>"$work/thai.txt" || say "$template: Thai digits"
  grep -Eq "L002|Y002" "$work/thai.txt" && { say "$template: Thai digits do not fit"; head -4 "$work/thai.txt"; }
done
pdftotext "$work/thai/kj1.pdf" - | grep -q "พ.ศ. ๒๕๖๖" || say "kj1: no Thai digits"
exit $wrong
