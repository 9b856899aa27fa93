// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/page_breaks.h"

#include <algorithm>
#include <numeric>

namespace phaen::workbook {
namespace {

// Of the height of a page: what reaches further down stands on this page with one reader and on the next with another.
constexpr std::int64_t kCertainPercent = 94;

// The height of the sheet that one page shows: Excel shrinks by whole percents until the columns fit, never enlarges.
std::int64_t rows_height(const Sheet& sheet, const PrintArea& area) {
  const std::int64_t width = std::accumulate(sheet.columns.begin(), sheet.columns.end(), std::int64_t{0});
  const std::int64_t percent = std::clamp<std::int64_t>(width > 0 ? std::int64_t{100} * area.width / width : 100, 10, 100);
  return area.height * std::int64_t{100} / percent;
}

class Paginator {
 public:
  Paginator(const Sheet& sheet, const PrintArea& area) : sheet_(sheet), page_(rows_height(sheet, area)) {
    tops_.reserve(sheet.rows.size() + 1);
    tops_.push_back(0);
    for (const Row& row : sheet.rows) tops_.push_back(tops_.back() + row.height);
  }

  std::vector<std::uint32_t> paginate(const std::vector<Together>& stretches) {
    std::vector<std::uint32_t> breaks;
    const std::vector<Together> together = joined(stretches);
    auto stretch = together.begin();
    auto own = sheet_.print.page_breaks.begin();
    for (std::uint32_t r = 0; r < sheet_.rows.size(); ++r) {
      for (; own != sheet_.print.page_breaks.end() && *own <= r; ++own)
        if (*own == r) breaks.push_back(r), begin_page(r);
      if (height_of(page_begin_, r) > page_ - titles_) begin_page(r);  // where readers end the page by themselves
      for (; stretch != together.end() && stretch->first <= r; ++stretch) {
        const bool begins_page = r == 0 || (!breaks.empty() && breaks.back() == r);
        if (stretch->first < r || begins_page || (r != page_begin_ && is_certain(page_begin_, stretch->last, titles_)))
          continue;
        if (!is_certain(r, stretch->last, titles_above(r))) continue;  // no page can hold it
        breaks.push_back(r);
        begin_page(r);
      }
    }
    return breaks;
  }

 private:
  // Stretches that share rows are one, where a page can hold them; else the first of them has its way.
  std::vector<Together> joined(const std::vector<Together>& stretches) const {
    std::vector<Together> whole;
    for (const Together& stretch : stretches) {
      const bool shares = !whole.empty() && stretch.first <= whole.back().last;
      if (!shares)
        whole.push_back(stretch);
      else if (is_certain(whole.back().first, stretch.last, titles_above(whole.back().first)))
        whole.back().last = std::max(whole.back().last, stretch.last);
    }
    return whole;
  }
  std::int64_t height_of(std::uint32_t first, std::uint32_t last) const { return tops_[last + 1U] - tops_[first]; }
  // Whether a page that begins with `first` shows `last` in every reader.
  bool is_certain(std::uint32_t first, std::uint32_t last, std::int64_t titles) const {
    return height_of(first, last) + titles <= page_ * kCertainPercent / 100;
  }
  // The title rows stand again on pages that begin below them.
  std::int64_t titles_above(std::uint32_t row) const {
    const auto& titles = sheet_.print.title_rows;
    return titles && titles->second < row ? height_of(titles->first, titles->second) : 0;
  }
  void begin_page(std::uint32_t row) {
    page_begin_ = row;
    titles_ = titles_above(row);
  }

  const Sheet& sheet_;
  std::int64_t page_;
  std::vector<std::int64_t> tops_;  // of each row, and of the end
  std::uint32_t page_begin_ = 0;
  std::int64_t titles_ = 0;
};

}  // namespace

std::vector<std::uint32_t> page_breaks(const Sheet& sheet, const PrintArea& area, std::vector<Together> together) {
  const auto rows = static_cast<std::uint32_t>(sheet.rows.size());
  std::erase_if(together, [](const Together& stretch) { return stretch.first >= stretch.last; });
  for (Together& stretch : together) stretch.last = std::min(stretch.last, rows - 1);
  std::stable_sort(together.begin(), together.end(),
                   [](const Together& a, const Together& b) { return a.first < b.first; });
  return Paginator(sheet, area).paginate(together);
}

}  // namespace phaen::workbook
