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
    [ -f "out/$sample/$name.xlsx" ] || continue
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
pages=$(pdfinfo out/upper-north-2/cluster-plan.pdf | sed -n 's/^Pages: *//p')
[ "${pages:-0}" -gt 40 ] || say "the cluster plan has only $pages pages"
repeated=$(python3 - <<'P'
import csv, collections
texts = [row['text'] for row in csv.DictReader(open('samples/upper-north-2/narratives.csv', encoding='utf-8'))]
print(sum(n > 1 for n in collections.Counter(texts).values()))
P
)
[ "$repeated" = 0 ] || say "$repeated paragraphs repeat"
exit $wrong
