#!/usr/bin/env bash
# The generated documents are what phaen prints. To make them again: tests/checks/generated_docs.sh --write
set -u
cd "$(dirname "$0")/../.."
phaen=build/release/phaen
wrong=0
for pair in "docs/data-dictionary.md dictionary" "docs/fields.md fields" "docs/template-vocabulary.md vocabulary" "docs/template.rng schema"; do
  read -r file action <<<"$pair"
  printed=$(mktemp)
  if ! "$phaen" template "$action" >"$printed"; then
    echo "phaen template $action failed"
    wrong=1
  elif [ "${1:-}" = --write ]; then
    cat "$printed" >"$file"
  elif ! cmp -s "$printed" "$file"; then
    echo "$file differs from what 'phaen template $action' prints; make it again with: tests/checks/generated_docs.sh --write"
    diff "$file" "$printed" | head -10
    wrong=1
  fi
  rm -f "$printed"
done
exit $wrong
