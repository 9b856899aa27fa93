// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/manifest.h"

#include "audit/hash.h"
#include "base/format.h"

namespace phaen::audit {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += base::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string list(const std::vector<ManifestEntry>& entries) {
  std::string text = "[";
  for (const ManifestEntry& entry : entries) {
    text += text.size() == 1 ? "\n" : ",\n";
    text += base::format("    {{\"name\": {}, \"role\": {}, \"size\": {}, \"sha256\": {}}}", quoted(entry.name),
                         quoted(entry.role), entry.size, quoted(entry.sha256));
  }
  return text + (entries.empty() ? "]" : "\n  ]");
}

}  // namespace

ManifestEntry describe(std::string_view name, std::string_view role, std::string_view bytes) {
  return {std::string(name), std::string(role), bytes.size(), sha256(bytes)};
}

std::string to_json(const Manifest& manifest) {
  return base::format(
      "{{\n  \"program\": {},\n  \"plan\": {},\n  \"date\": {},\n  \"inputs\": {},\n  \"outputs\": {}\n}}\n",
      quoted(manifest.program), quoted(manifest.plan), quoted(manifest.date), list(manifest.inputs),
      list(manifest.outputs));
}

}  // namespace phaen::audit
