// SPDX-License-Identifier: GPL-3.0-or-later
// The repository's own rules: src/LAYERS holds, nothing prints or asks the clock outside app.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Layer {
  std::string module;
  std::vector<std::string> owned;  // prefixes of outside headers
};

std::vector<Layer> read_layers() {
  std::ifstream file(std::string(PHAEN_SOURCE_DIR) + "/src/LAYERS");
  std::vector<Layer> layers;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    Layer layer;
    std::string word;
    words >> layer.module >> word;
    while (words >> word) layer.owned.push_back(word);
    layers.push_back(layer);
  }
  return layers;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(PHAEN_SOURCE_DIR) + "/src"))
    if (entry.path().extension() == ".cc" || entry.path().extension() == ".h") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string content(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What stands between `#include <open>` and `close` on each line that begins so.
std::vector<std::string> includes(const std::string& text, char open, char close) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  const std::string start = std::string("#include ") + open;
  for (std::string line; std::getline(lines, line);) {
    const auto end = line.find(close, start.size());
    if (line.rfind(start, 0) == 0 && end != std::string::npos)
      found.push_back(line.substr(start.size(), end - start.size()));
  }
  return found;
}

std::string module_of(const fs::path& path) { return path.parent_path().filename().string(); }

}  // namespace

TEST_CASE("every include goes to the module itself or to one above it") {
  std::map<std::string, std::size_t> rank;
  const std::vector<Layer> layers = read_layers();
  for (std::size_t i = 0; i < layers.size(); ++i) rank[layers[i].module] = i;
  REQUIRE(rank.size() == 18);
  std::size_t seen = 0;
  for (const fs::path& path : sources()) {
    for (const std::string& header : includes(content(path), '"', '"')) {
      const std::string target = header.substr(0, header.find('/'));
      ++seen;
      CAPTURE(path.string());
      CAPTURE(target);
      REQUIRE(rank.count(target) == 1);
      CHECK(rank[target] <= rank[module_of(path)]);
      // template sees data through base/record.h alone
      if (module_of(path) == "template") CHECK_FALSE((target == "plan" || target == "store" || target == "assess"));
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("a library's headers appear only in the module that owns it") {
  const std::vector<Layer> layers = read_layers();
  std::map<std::string, std::vector<std::string>> owners;
  for (const Layer& layer : layers)
    for (const std::string& prefix : layer.owned) owners[prefix].push_back(layer.module);
  for (const fs::path& path : sources()) {
    for (const std::string& header : includes(content(path), '<', '>')) {
      for (const auto& [prefix, modules] : owners) {
        if (header.rfind(prefix, 0) != 0) continue;
        CAPTURE(path.string());
        CAPTURE(header);
        CHECK(std::find(modules.begin(), modules.end(), module_of(path)) != modules.end());
      }
    }
  }
}

TEST_CASE("no module but app prints, and none asks the clock, the locale or the environment") {
  const std::vector<std::string> everywhere = {"std::time(",  "system_clock",       "std::getenv", "setlocale",
                                               "std::locale", "std::random_device", "localtime"};
  const std::vector<std::string> printing = {"std::cout", "std::cerr", "fprintf(stderr", "std::printf", "fputs("};
  for (const fs::path& path : sources()) {
    const std::string text = content(path);
    CAPTURE(path.string());
    for (const std::string& word : everywhere) {
      CAPTURE(word);
      CHECK(text.find(word) == std::string::npos);
    }
    if (module_of(path) == "app") continue;
    for (const std::string& word : printing) {
      CAPTURE(word);
      CHECK(text.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("every source file names its licence, and headers are guarded") {
  for (const fs::path& path : sources()) {
    const std::string text = content(path);
    CAPTURE(path.string());
    CHECK(text.rfind("// SPDX-License-Identifier: GPL-3.0-or-later\n", 0) == 0);
    if (path.extension() == ".h") CHECK(text.find("#pragma once") != std::string::npos);
  }
}
