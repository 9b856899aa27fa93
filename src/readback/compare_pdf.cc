// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <algorithm>
#include <limits>

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

// Differences of one code: the first few as they are, the rest as a number.
class Limited {
 public:
  Limited(const char* code, const std::string& file, base::Diagnostics& diagnostics)
      : code_(code), file_(file), diagnostics_(diagnostics) {}
  ~Limited() {
    if (count_ > kShown) diagnostics_.add(diagnostics::more_differences(file_, code_, count_ - kShown));
  }
  Limited(const Limited&) = delete;
  Limited& operator=(const Limited&) = delete;
  void add(base::Diagnostic diagnostic) {
    if (count_++ < kShown) diagnostics_.add(std::move(diagnostic));
  }

 private:
  const char* code_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

void compare_text(const poppler::document& document, const std::string& bytes, const Expectation& expectation,
                  const std::string& path, base::Diagnostics& diagnostics, Compared& compared) {
  TextReader reader(bytes);
  if (!reader.is_readable()) {
    diagnostics.add(diagnostics::unreadable(path));
    return;
  }
  Limited different("R001", path, diagnostics), unexpected("R008", path, diagnostics);
  const std::size_t pages = std::min(static_cast<std::size_t>(document.pages()), expectation.pages.size());
  for (std::size_t i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(static_cast<int>(i)));
    const ExpectedPage& expected = expectation.pages[i];
    const std::string label = page ? utf8(page->label()) : "";
    if (label != expected.folio) diagnostics.add(diagnostics::label_differs(path, i + 1, expected.folio, label));
    const std::vector<Difference> differences = compare_page(expected, reader.characters(i));
    for (const Difference& difference : differences) {
      const diagnostics::Place place{path, i + 1, difference.x, difference.y};
      if (difference.belongs)
        different.add(diagnostics::text_differs(place, difference.expected, difference.found));
      else
        unexpected.add(diagnostics::unexpected_text(place, difference.found));
    }
    ++compared.pages;
    compared.lines += expected.lines.size();
    compared.characters += base::utf8::count(expected.text);
  }
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
                     base::Diagnostics& diagnostics) {
  // Poppler reports to stderr unless told otherwise; what matters shows in the comparison.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  Compared compared;
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  const std::unique_ptr<poppler::document> document(
      fits ? poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())) : nullptr);
  if (!document || document->is_locked()) {
    diagnostics.add(diagnostics::unreadable(path));
    return compared;
  }
  const auto pages = static_cast<std::size_t>(document->pages());
  if (pages != expectation.pages.size())
    diagnostics.add(diagnostics::page_count_differs(path, expectation.pages.size(), pages));
  compare_information(*document, expectation, path, diagnostics);
  compare_outline(*document, expectation, path, diagnostics);
  compare_attachments(*document, expectation, path, diagnostics);
  compare_text(*document, bytes, expectation, path, diagnostics, compared);
  return compared;
}

}  // namespace phaen::readback
