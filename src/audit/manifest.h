// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace phaen::audit {

/// One file a build read or wrote.
struct ManifestEntry {
  std::string name;  ///< file name, never a path of the machine
  std::string role;  ///< `plan`, `template`, `font`, `data`, `document`, `workbook`
  std::size_t size = 0;
  std::string sha256;
  bool operator==(const ManifestEntry&) const = default;
};

struct Manifest {
  std::string program;  ///< `phaen 0.1.0`
  std::string plan;     ///< code of the plan
  std::string date;     ///< ISO, the date the documents bear
  std::vector<ManifestEntry> inputs;
  std::vector<ManifestEntry> attachments;  ///< carried by every PDF among the outputs, beside its own workbook
  std::vector<ManifestEntry> outputs;
};

ManifestEntry describe(std::string_view name, std::string_view role, std::string_view bytes);
/// The same of content that is too large to hold: `content` hands its pieces to the sink it is given.
using Sink = std::function<void(std::string_view piece)>;
ManifestEntry describe(std::string_view name, std::string_view role, const std::function<void(const Sink&)>& content);
/// The manifest as JSON, entries in the order given, UTF-8, ends with a newline.
std::string to_json(const Manifest& manifest);

}  // namespace phaen::audit
