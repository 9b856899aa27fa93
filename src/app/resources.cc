// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resources.h"

#include <algorithm>
#include <filesystem>

#include "app/diagnostics.h"
#include "base/file.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

bool is_share_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "templates", ignored) && fs::is_directory(folder / "fonts", ignored);
}

}  // namespace

base::Result<std::string> find_share_folder(const std::string& asked) {
  if (!asked.empty()) {
    if (is_share_folder(asked)) return asked;
    return base::Failure(diagnostics::no_share_folder(asked));
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  for (const fs::path& candidate : {folder / "../..", folder / "../share/phaen", folder})
    if (is_share_folder(candidate)) return candidate.lexically_normal().string();
  return base::Failure(diagnostics::no_share_folder(folder.string()));
}

std::vector<std::string> sample_names(const std::string& share) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::path(share) / "samples", error)) {
    std::error_code ignored;
    if (fs::exists(entry.path() / "plans.csv", ignored)) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> files_below(const std::string& folder, const std::string& ending) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error), end;
  for (; !error && at != end; at.increment(error))
    if (at->is_regular_file() && at->path().string().ends_with(ending)) paths.push_back(at->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<text::FontFile> load_fonts(const std::string& share, const std::string& extra,
                                       base::Diagnostics& diagnostics) {
  std::vector<std::string> paths = files_below((fs::path(share) / "fonts").string(), ".ttf");
  if (!extra.empty()) {
    std::error_code error;
    if (!fs::is_directory(extra, error)) diagnostics.add(diagnostics::bad_folder(extra, error.message()));
    for (const char* ending : {".ttf", ".TTF", ".otf", ".OTF"}) {
      const std::vector<std::string> more = files_below(extra, ending);
      paths.insert(paths.end(), more.begin(), more.end());
    }
  }
  std::vector<text::FontFile> fonts;
  for (const std::string& path : paths) {
    base::Result<std::string> bytes = base::read_file(path);
    if (bytes)
      fonts.push_back({path, std::make_shared<const std::string>(std::move(*bytes))});
    else
      diagnostics.add(bytes.error());
  }
  return fonts;
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

base::Result<void> make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error || !fs::is_directory(folder))
    return base::Failure(diagnostics::bad_folder(folder, error ? error.message() : "not a folder"));
  return {};
}

}  // namespace phaen::app
