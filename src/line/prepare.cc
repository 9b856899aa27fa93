// SPDX-License-Identifier: GPL-3.0-or-later
#include "line/prepare.h"

#include <algorithm>

#include "base/utf8.h"
#include "line/diagnostics.h"
#include "text/clusters.h"

namespace phaen::line {
namespace {

// Most of the text is Thai: three bytes, E0 B8-B9 xx.
base::utf8::Decoded decode(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) != 0xE0 || offset + 3 > text.size()) return base::utf8::decode(text, offset);
  return {(byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
}

std::uint32_t utf8_length(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

std::vector<text::Break> find_breaks(const std::string& text, const Setter& setter) {
  const base::WatchedStage watched(setter.watch, "break");
  return setter.breaker.find(text);
}

const std::vector<text::GlyphRef>& shape(text::FaceId face, std::string_view word, const Setter& setter) {
  const base::WatchedStage watched(setter.watch, "shape");
  return setter.fonts.shape(face, word);
}

class Preparer {
 public:
  Preparer(const StyledText& text, const Setter& setter)
      : text_(text), setter_(setter), breaks_(find_breaks(text.text, setter)) {}

  Prepared run() {
    prepared_.glyphs.reserve(text_.text.size() / 3 + 16);
    begin_line(0);
    for (std::size_t offset = 0; offset < text_.text.size();) {
      if (text_.text[offset] == '\n') {
        end_word(offset);
        prepared_.lines.back().end = prepared_.glyphs.size();
        word_begin_ = ++offset;
        // A `\n` ends a line; one at the very end does not begin another.
        if (offset < text_.text.size()) begin_line(offset);
        continue;
      }
      offset = add_cluster(offset);
    }
    end_word(text_.text.size());
    prepared_.lines.back().end = prepared_.glyphs.size();
    add_end();
    return std::move(prepared_);
  }

 private:
  void begin_line(std::size_t offset) {
    select_span(offset);
    prepared_.lines.push_back({prepared_.glyphs.size(), prepared_.glyphs.size(), offset, span_});
  }

  void select_span(std::size_t offset) {
    while (span_ + 1 < text_.spans.size() && text_.spans[span_].end <= offset) ++span_;
  }

  // A cluster belongs to the span its first character is in, and to one face: parted, its marks would lose their base.
  std::size_t add_cluster(std::size_t begin) {
    const std::string& text = text_.text;
    const base::utf8::Decoded first = decode(text, begin);
    std::size_t end = begin + first.length;
    const text::FaceId wanted = text_.spans[span_at(begin)].face;
    bool covered = setter_.fonts.covers(wanted, first.character);
    while (end < text.size()) {
      const base::utf8::Decoded next = decode(text, end);
      if (!text::extends_cluster(next.character)) break;
      covered = covered && setter_.fonts.covers(wanted, next.character);
      end += next.length;
    }
    if (covered)
      place(begin, end, wanted, first.character);
    else
      place_with_fallback(begin, end, wanted);
    return end;
  }

  std::size_t span_at(std::size_t offset) {
    const std::size_t before = span_;
    select_span(offset);
    if (span_ != before) end_word_in(before, offset);
    return span_;
  }

  void place(std::size_t begin, std::size_t end, text::FaceId face, char32_t first) {
    const bool is_space = first == U' ' && end - begin == 1;  // a space that carries a mark is ink
    if (face != face_ || is_space != word_is_space_ || (begin > word_begin_ && breaks_[begin] >= text::Break::Poor))
      end_word(begin);
    if (word_begin_ == word_end_) word_begin_ = begin;
    word_end_ = end;
    face_ = face;
    word_is_space_ = is_space;
  }

  void place_with_fallback(std::size_t begin, std::size_t end, text::FaceId wanted) {
    const std::string_view cluster = std::string_view(text_.text).substr(begin, end - begin);
    const std::u32string characters = base::utf8::to_utf32(cluster);
    const auto covers_all = [&](text::FaceId face) {
      return std::all_of(characters.begin(), characters.end(),
                         [&](char32_t c) { return setter_.fonts.covers(face, c); });
    };
    for (const char32_t c : characters) {
      const std::optional<text::FaceId> face = setter_.fonts.fallback_face(wanted, c);
      if (face && covers_all(*face)) return place(begin, end, *face, characters.front());
    }
    place_apart(begin, characters, wanted);
  }

  // No face has the whole cluster, a symbol with a Thai mark: each character by the face that has it.
  void place_apart(std::size_t begin, const std::u32string& characters, text::FaceId wanted) {
    for (const char32_t c : characters) {
      const std::size_t end = begin + utf8_length(c);
      const std::optional<text::FaceId> face =
          setter_.fonts.covers(wanted, c) ? wanted : setter_.fonts.fallback_face(wanted, c);
      if (face) {
        place(begin, end, *face, c);
      } else {
        end_word(begin);
        word_begin_ = word_end_ = end;
        report_missing(c, wanted);
      }
      begin = end;
    }
  }

  void report_missing(char32_t character, text::FaceId wanted) {
    if (std::find(missing_.begin(), missing_.end(), character) != missing_.end()) return;
    missing_.push_back(character);
    setter_.diagnostics.add(diagnostics::missing_character(character, setter_.fonts.face_name(wanted), text_.text));
  }

  void end_word(std::size_t next) { end_word_in(span_, next); }

  // Shapes the word gathered so far, which belongs to `span`.
  void end_word_in(std::size_t span, std::size_t next) {
    if (word_begin_ < word_end_) {
      continue_segment(span);
      append_word();
    }
    word_begin_ = word_end_ = next;
  }

  void continue_segment(std::size_t span) {
    const std::size_t count = prepared_.glyphs.size();
    if (!prepared_.segments.empty()) {
      const Segment& last = prepared_.segments.back();
      if (last.span == span && last.face == face_) return;
      pen_ = pen_at(units_);
    }
    prepared_.segments.push_back({count, count, span, face_});
    segment_pen_ = pen_;
    units_ = 0;
    size_ = fine(text_.spans[span].size);
    units_per_em_ = setter_.fonts.metrics(face_).units_per_em;
  }

  std::int64_t pen_at(std::int64_t units) const {
    return units_per_em_ == 0 ? 0 : segment_pen_ + units * size_ / units_per_em_;
  }

  void append_word() {
    const std::string_view word = std::string_view(text_.text).substr(word_begin_, word_end_ - word_begin_);
    auto offset = static_cast<std::uint32_t>(word_begin_);
    for (const text::GlyphRef glyph : shape(face_, word, setter_)) {
      const char32_t character = setter_.fonts.character(face_, glyph);
      const bool begins = !text::extends_cluster(character) || prepared_.glyphs.size() == prepared_.lines.back().first;
      const bool first_space = word_is_space_ && (prepared_.glyphs.empty() || !prepared_.glyphs.back().is_space);
      prepared_.glyphs.push_back(
          {pen_at(units_), offset, clusters_, spaces_, glyph, breaks_[offset], begins, word_is_space_});
      clusters_ += begins ? 1 : 0;
      spaces_ += first_space ? 1 : 0;
      units_ += setter_.fonts.advance(face_, glyph);
      offset += utf8_length(character);
    }
    prepared_.segments.back().end = prepared_.glyphs.size();
  }

  void add_end() {
    prepared_.glyphs.push_back({pen_at(units_), static_cast<std::uint32_t>(text_.text.size()), clusters_, spaces_, 0,
                                text::Break::Mandatory, true, false});
  }

  const StyledText& text_;
  const Setter& setter_;
  std::vector<text::Break> breaks_;
  Prepared prepared_;
  std::vector<char32_t> missing_;

  std::size_t span_ = 0;
  std::size_t word_begin_ = 0, word_end_ = 0;  // bytes of the word being gathered
  bool word_is_space_ = false;
  text::FaceId face_ = 0;

  std::int64_t pen_ = 0, segment_pen_ = 0, units_ = 0, size_ = 0;  // units_: font units since the segment began
  std::int64_t units_per_em_ = 0;
  std::uint32_t clusters_ = 0, spaces_ = 0;
};

}  // namespace

namespace {

constexpr int kWordGap = 15;  // Word's thaiDistribute
constexpr int kMixedGap = 10;
constexpr int kMostSpace = 60;
// A space and the step before the letter after it stay below an em: from there on readers see two columns.
constexpr int kWidestSpace = 85;

// Steps by which the spaces of a text may grow, all of one width.
int space_growth(const Prepared& prepared, std::int64_t em) {
  for (std::size_t i = 0; i + 1 < prepared.glyphs.size(); ++i) {
    if (!prepared.glyphs[i].is_space || em <= 0) continue;
    const std::int64_t natural = (prepared.glyphs[i + 1].pen - prepared.glyphs[i].pen) * 100 / em;
    return static_cast<int>(std::clamp<std::int64_t>(kWidestSpace - natural, 0, kMostSpace));
  }
  return 0;
}

}  // namespace

Spread spread_of(Align align, const Prepared& prepared, std::int64_t em) {
  switch (align) {
    case Align::Left:
    case Align::Centre:
    case Align::Right: return {};
    case Align::Distributed: return {kWordGap, 0};
    case Align::Justified: return {0, space_growth(prepared, em)};
    case Align::Mixed: return {kMixedGap, space_growth(prepared, em)};
  }
  return {};
}

Prepared prepare(const StyledText& text, const Setter& setter) { return Preparer(text, setter).run(); }

}  // namespace phaen::line
