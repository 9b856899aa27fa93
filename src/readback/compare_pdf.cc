// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/parallel.h"
#include "base/utf8.h"
#include "readback/diagnostics.h"
#include "readback/page_text.h"
#include "readback/readback.h"
#include "readback/text_reader.h"

namespace phaen::readback {
namespace {

// More would bury the first, which is the one to look at.
constexpr std::size_t kShown = 50;

// Poppler hands text out as UTF-16; calls `take` with each character.
template <typename Take>
void each_character(const poppler::ustring& text, Take take) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t character = text[i];
    if (character >= 0xD800 && character < 0xDC00 && i + 1 < text.size())
      character = 0x10000 + ((character - 0xD800) << 10) + (text[++i] - 0xDC00U);
    take(character);
  }
}

std::string utf8(const poppler::ustring& text) {
  std::string out;
  each_character(text, [&](char32_t c) { base::utf8::append(out, c); });
  return out;
}

// What one thread found on its pages: the first few differences of each kind with their page, the number of all.
struct Findings {
  struct Kind {
    std::vector<std::pair<std::size_t, Difference>> shown;
    std::size_t count = 0;
    void add(std::size_t page, Difference difference) {
      if (count++ < kShown) shown.emplace_back(page, std::move(difference));
    }
  };
  Kind different, unexpected;
  Compared compared;
  bool readable = true;
};

Findings compare_pages(const std::string& bytes, const Expectation& expectation, std::size_t first, std::size_t last) {
  Findings findings;
  TextReader reader(bytes);
  findings.readable = reader.is_readable();
  for (std::size_t i = first; findings.readable && i < last; ++i) {
    const ExpectedPage& expected = expectation.pages[i];
    for (Difference& difference : compare_page(expected, reader.characters(i)))
      (difference.belongs ? findings.different : findings.unexpected).add(i, std::move(difference));
    ++findings.compared.pages;
    findings.compared.lines += expected.lines.size();
    findings.compared.characters += base::utf8::count(expected.text);
  }
  return findings;
}

// Each thread takes a stretch of the pages and reads it with a Poppler document of its own; stretches keep their order.
std::vector<Findings> compare_stretches(const std::string& bytes, const Expectation& expectation, std::size_t pages,
                                        int threads) {
  // A document costs about as much as reading a few pages.
  constexpr std::size_t kLeastPages = 8;
  const std::size_t count = std::clamp<std::size_t>(pages / kLeastPages, 1, static_cast<std::size_t>(threads));
  std::vector<Findings> found(count);
  base::for_each_index(count, threads, [&](std::size_t k) {
    found[k] = compare_pages(bytes, expectation, pages * k / count, pages * (k + 1) / count);
  });
  return found;
}

void compare_labels(const poppler::document& document, const Expectation& expectation, std::size_t pages,
                    const std::string& path, base::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(static_cast<int>(i)));
    const std::string label = page ? utf8(page->label()) : "", &folio = expectation.pages[i].folio;
    if (label != folio) diagnostics.add(diagnostics::label_differs(path, i + 1, folio, label));
  }
}

// The first few of all stretches, then how many more there are.
template <typename MakeDiagnostic>
void report(const std::vector<Findings>& found, Findings::Kind Findings::*kind, const char* code,
            const std::string& path, base::Diagnostics& diagnostics, MakeDiagnostic make) {
  std::size_t shown = 0, count = 0;
  for (const Findings& findings : found) {
    count += (findings.*kind).count;
    for (const auto& [page, difference] : (findings.*kind).shown)
      if (shown++ < kShown) diagnostics.add(make({path, page + 1, difference.x, difference.y}, difference));
  }
  if (count > kShown) diagnostics.add(diagnostics::more_differences(path, code, count - kShown));
}

Compared report_text(const std::vector<Findings>& found, const std::string& path, base::Diagnostics& diagnostics) {
  Compared compared;
  for (const Findings& findings : found) {
    if (!findings.readable) diagnostics.add(diagnostics::unreadable(path));
    compared.pages += findings.compared.pages;
    compared.lines += findings.compared.lines;
    compared.characters += findings.compared.characters;
  }
  report(found, &Findings::different, "R001", path, diagnostics,
         [](const diagnostics::Place& place, const Difference& difference) {
           return diagnostics::text_differs(place, difference.expected, difference.found);
         });
  report(found, &Findings::unexpected, "R008", path, diagnostics,
         [](const diagnostics::Place& place, const Difference& difference) {
           return diagnostics::unexpected_text(place, difference.found);
         });
  return compared;
}

void collect_titles(const poppler::toc_item& item, std::vector<std::string>& titles) {
  for (const poppler::toc_item* child : item.children()) {
    titles.push_back(utf8(child->title()));
    collect_titles(*child, titles);
  }
}

void compare_outline(const poppler::document& document, const Expectation& expectation, const std::string& path,
                     base::Diagnostics& diagnostics) {
  std::vector<std::string> titles;
  const std::unique_ptr<poppler::toc> outline(document.create_toc());
  if (outline) collect_titles(*outline->root(), titles);
  const std::size_t entries = std::max(titles.size(), expectation.outline.size());
  for (std::size_t i = 0; i < entries; ++i) {
    const std::string expected = i < expectation.outline.size() ? expectation.outline[i] : "";
    const std::string found = i < titles.size() ? titles[i] : "";
    if (expected == found) continue;
    diagnostics.add(diagnostics::outline_differs(path, i + 1, expected, found));
    return;  // entries after a lost one all differ
  }
}

void compare_information(const poppler::document& document, const Expectation& expectation, const std::string& path,
                         base::Diagnostics& diagnostics) {
  const std::string title = utf8(document.get_title()), author = utf8(document.get_author());
  if (title != expectation.title)
    diagnostics.add(diagnostics::information_differs(path, {"ชื่อเรื่อง", "title"}, expectation.title, title));
  if (author != expectation.author)
    diagnostics.add(diagnostics::information_differs(path, {"ผู้จัดทำ", "author"}, expectation.author, author));
}

// By content: Poppler hands out a Thai file name only in part.
void compare_attachments(const poppler::document& document, const Expectation& expectation, const std::string& path,
                         base::Diagnostics& diagnostics) {
  const std::vector<poppler::embedded_file*> files = document.embedded_files();
  for (const ExpectedFile& expected : expectation.attachments) {
    const bool found = std::any_of(files.begin(), files.end(), [&](const poppler::embedded_file* file) {
      if (file->size() >= 0 && static_cast<std::size_t>(file->size()) != expected.bytes->size()) return false;
      const poppler::byte_array bytes = file->data();
      return std::equal(bytes.begin(), bytes.end(), expected.bytes->begin(), expected.bytes->end());
    });
    if (!found) diagnostics.add(diagnostics::attachment_differs(path, expected.name));
  }
}

}  // namespace

Compared compare_pdf(const std::string& bytes, const Expectation& expectation, const std::string& path,
                     base::Diagnostics& diagnostics, int threads) {
  // Poppler reports to stderr unless told otherwise; what matters shows in the comparison.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  std::unique_ptr<poppler::document> document(
      fits ? poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())) : nullptr);
  if (!document || document->is_locked()) {
    diagnostics.add(diagnostics::unreadable(path));
    return {};
  }
  const auto pages = static_cast<std::size_t>(document->pages());
  if (pages != expectation.pages.size())
    diagnostics.add(diagnostics::page_count_differs(path, expectation.pages.size(), pages));
  compare_information(*document, expectation, path, diagnostics);
  compare_outline(*document, expectation, path, diagnostics);
  compare_attachments(*document, expectation, path, diagnostics);
  const std::size_t common = std::min(pages, expectation.pages.size());
  compare_labels(*document, expectation, common, path, diagnostics);
  document.reset();  // a table of all objects is as much as many pages: one at a time
  return report_text(compare_stretches(bytes, expectation, common, threads), path, diagnostics);
}

}  // namespace phaen::readback
