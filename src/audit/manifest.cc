// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/manifest.h"

#include "audit/hash.h"
#include "base/format.h"
#include "base/json.h"

namespace phaen::audit {
namespace {

using base::json_quoted;

std::string list(const std::vector<ManifestEntry>& entries) {
  std::string text = "[";
  for (const ManifestEntry& entry : entries) {
    text += text.size() == 1 ? "\n" : ",\n";
    text += base::format("    {{\"name\": {}, \"role\": {}, \"size\": {}, \"sha256\": {}}}", json_quoted(entry.name),
                         json_quoted(entry.role), entry.size, json_quoted(entry.sha256));
  }
  return text + (entries.empty() ? "]" : "\n  ]");
}

}  // namespace

ManifestEntry describe(std::string_view name, std::string_view role, std::string_view bytes) {
  return {std::string(name), std::string(role), bytes.size(), sha256(bytes)};
}

ManifestEntry describe(std::string_view name, std::string_view role, const std::function<void(const Sink&)>& content) {
  Sha256 hash;
  std::size_t size = 0;
  content([&](std::string_view piece) {
    hash.add(piece);
    size += piece.size();
  });
  return {std::string(name), std::string(role), size, hash.hex()};
}

std::string to_json(const Manifest& manifest) {
  return base::format(
      "{{\n  \"program\": {},\n  \"plan\": {},\n  \"date\": {},\n  \"inputs\": {},\n  \"attachments\": {},\n  "
      "\"outputs\": {}\n}}\n",
      json_quoted(manifest.program), json_quoted(manifest.plan), json_quoted(manifest.date), list(manifest.inputs),
      list(manifest.attachments), list(manifest.outputs));
}

}  // namespace phaen::audit
