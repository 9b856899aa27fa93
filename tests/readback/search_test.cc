// SPDX-License-Identifier: GPL-3.0-or-later
// What a person who looks for a word finds.
#include <doctest/doctest.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "pdf/pdf.h"
#include "support/sample_pages.h"
#include "support/thai_cases.h"

using namespace phaen;

namespace {

struct Word {
  std::string text;
  double baseline = 0;
};

std::vector<Word> words_of(std::string_view line, double baseline) {
  std::vector<Word> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (base::utf8::count(line.substr(0, end)) > 1) words.push_back({std::string(line.substr(0, end)), baseline});
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

}  // namespace

TEST_CASE("TH01-TH33: every word of the hard strings is found by a search, on its own line, at any spacing") {
  for (const int spread : {0, 4, 15}) {
    CAPTURE(spread);
    support::SamplePages sample;
    sample.new_page("1");
    const page::TagId paragraph = sample.tag(page::Role::P);
    std::vector<Word> words;
    double baseline = 60;
    for (const ThaiCase& thai : kThaiCases) {
      sample.line(50, baseline, thai.text, paragraph, {.size = 10, .spread = spread});
      for (Word& word : words_of(thai.text, baseline)) words.push_back(std::move(word));
      baseline += 23;
    }
    const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
    REQUIRE(bytes.has_value());
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes->data(), static_cast<int>(bytes->size())));
    REQUIRE(document);
    const std::unique_ptr<poppler::page> page(document->create_page(document->pages() - 1));
    for (const Word& word : words) {
      CAPTURE(word.text);
      const poppler::ustring wanted = poppler::ustring::from_utf8(word.text.data(), static_cast<int>(word.text.size()));
      bool found = false;
      poppler::rectf area;
      auto from = poppler::page::search_from_top;
      while (!found && page->search(wanted, area, from, poppler::case_sensitive)) {
        found = area.top() < word.baseline && area.bottom() > word.baseline;
        from = poppler::page::search_next_result;
      }
      CHECK(found);
    }
    CHECK(words.size() > 100);
  }
}
