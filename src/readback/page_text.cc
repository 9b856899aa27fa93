// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/page_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/utf8.h"

namespace phaen::readback {
namespace {

constexpr double kUnits = 1024;
// Poppler rounds nothing, the file rounds to 1/1000 em and cairo to 1/1000 pt: half a point covers both and is less
// than any gap between cells.
constexpr double kSlack = 0.5;
// Characters stand edge to edge; only a space, which Poppler takes out, parts them. A tenth of an em is Poppler's own
// least space, and narrower than the space of any font.
constexpr double kLeastSpace = 0.1;

bool is_white(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Runs of white space as one space, none at the ends.
std::string folded(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::utf8::Decoded decoded = base::utf8::decode(text, at);
    if (is_white(decoded.character)) {
      pending = !out.empty();
    } else {
      if (pending) out += ' ';
      pending = false;
      out += text.substr(at, decoded.length);
    }
    at += decoded.length;
  }
  return out;
}

// The expected lines sorted by baseline, then from left to right.
class Grid {
 public:
  explicit Grid(const ExpectedPage& page) : page_(page), order_(page.lines.size()) {
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      const ExpectedText &one = page_.lines[a], &other = page_.lines[b];
      return std::tie(one.baseline, one.x, a) < std::tie(other.baseline, other.x, b);
    });
  }

  // A baseline lies below the middle of its characters: the first line downwards that spans the place.
  std::optional<std::size_t> line_at(double x, double middle, double size) const {
    const auto below = [&](std::size_t line, double y) { return page_.lines[line].baseline / kUnits < y; };
    auto place = std::lower_bound(order_.begin(), order_.end(), middle - 0.05 * size, below);
    for (; place != order_.end(); ++place) {
      const ExpectedText& line = page_.lines[*place];
      if (line.baseline / kUnits > middle + size) break;
      if (x >= line.x / kUnits - kSlack && x <= (line.x + line.width) / kUnits + kSlack) return *place;
    }
    return std::nullopt;
  }

 private:
  const ExpectedPage& page_;
  std::vector<std::size_t> order_;
};

// A character of one line. Marks without width share the place of the character they follow, so that sorting by place
// keeps them behind it.
struct Dealt {
  const FoundCharacter* character = nullptr;
  double place = 0;
};

std::string assembled(std::vector<Dealt> characters) {
  std::stable_sort(characters.begin(), characters.end(),
                   [](const Dealt& a, const Dealt& b) { return a.place < b.place; });
  std::string text;
  const FoundCharacter* before = nullptr;
  for (const Dealt& dealt : characters) {
    const FoundCharacter* character = dealt.character;
    if (before != nullptr) {
      const double gap = character->left - before->right;
      if (before->space_after || gap > kLeastSpace * character->size) text += ' ';
    }
    base::utf8::append(text, character->character);
    before = character;
  }
  return folded(text);
}

// Whether a character is a mark without width right at the end of the one before.
bool follows(const FoundCharacter* before, const FoundCharacter& character) {
  return before != nullptr && character.right - character.left < 0.01 &&
         std::abs(character.left - before->right) < 0.01 * character.size &&
         std::abs(character.middle - before->middle) < 0.5 * character.size;
}

std::vector<Difference> unexpected(const std::vector<const FoundCharacter*>& strays) {
  std::vector<Difference> found;
  for (const FoundCharacter* character : strays) {
    const bool same_line = !found.empty() && std::abs(found.back().y - character->middle) < 0.5 * character->size;
    if (!same_line) found.push_back({0, false, character->left, character->middle, {}, {}});
    base::utf8::append(found.back().found, character->character);
    if (character->space_after) found.back().found += ' ';
  }
  return found;
}

}  // namespace

std::vector<Difference> compare_page(const ExpectedPage& expected, const std::vector<FoundCharacter>& characters) {
  const Grid grid(expected);
  std::vector<std::vector<Dealt>> dealt(expected.lines.size());
  std::vector<const FoundCharacter*> strays;
  std::optional<std::size_t> line;
  const FoundCharacter* before = nullptr;
  double place = 0;
  for (const FoundCharacter& character : characters) {
    if (!follows(before, character)) {
      line = grid.line_at((character.left + character.right) / 2, character.middle, character.size);
      place = character.left;
    }
    if (line)
      dealt[*line].push_back({&character, place});
    else
      strays.push_back(&character);
    before = &character;
  }
  std::vector<Difference> differences;
  for (std::size_t i = 0; i < expected.lines.size(); ++i) {
    const ExpectedText& wanted = expected.lines[i];
    const std::string text = folded(std::string_view(expected.text).substr(wanted.begin, wanted.end - wanted.begin));
    const std::string found = assembled(std::move(dealt[i]));
    if (text != found) differences.push_back({i, true, wanted.x / kUnits, wanted.baseline / kUnits, text, found});
  }
  const std::vector<Difference> more = unexpected(strays);
  differences.insert(differences.end(), more.begin(), more.end());
  return differences;
}

}  // namespace phaen::readback
