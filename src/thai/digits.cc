// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/digits.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "thai/thai_character.h"

namespace phaen::thai {
namespace {

using base::utf8::decode;

// A word between spaces, or a piece of one: a stretch of one kind of characters that is treated as a whole.
struct Piece {
  enum class Kind : std::uint8_t { Space, Untouched, Latin, Phone, Number, Other };
  Kind kind = Kind::Other;
  std::string_view text;
};

constexpr std::string_view kFileExtensions[] = {
    "pdf", "xlsx", "xls", "csv", "docx", "doc",  "pptx", "ppt",  "png", "jpg", "jpeg", "svg",
    "tif", "zip",  "txt", "xml", "json", "yaml", "db",   "html", "htm", "ods", "odt",  "rtf",
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200B') ||
         c == U'\u202F' || c == U'\u3000' || c == U'\u2028' || c == U'\u2029';
}
bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_letter); }

std::string shift_digits(std::string_view text, Digits digits) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [character, length] = decode(text, i);
    if (digits == Digits::Thai && character < 0x80 && is_ascii_digit(text[i]))
      base::utf8::append(out, kThaiZero + (character - U'0'));
    else if (digits == Digits::Arabic && is_thai_digit(character))
      out += static_cast<char>('0' + (character - kThaiZero));
    else
      out.append(text.substr(i, length));
    i += length;
  }
  return out;
}

bool ends_in_file_extension(std::string_view word) {
  while (!word.empty() && std::string_view(")]},;:.\"'").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  const auto point = word.rfind('.');
  if (point == std::string_view::npos || point == 0) return false;
  std::string extension(word.substr(point + 1));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(std::begin(kFileExtensions), std::end(kFileExtensions), extension) != std::end(kFileExtensions);
}

bool is_email(std::string_view word) {
  const auto at = word.find('@');
  return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos &&
         has_letter(word.substr(at));
}

// A whole word between spaces whose digits are part of an address.
bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
         word.find('\\') != std::string_view::npos || is_email(word) || ends_in_file_extension(word);
}

// Marks that separate one Latin piece from the next when no digit stands on both sides: `2566(SDGs)2570`.
bool separates(std::string_view word, std::size_t at) {
  if (std::string_view("()[]{}<>,;\"'").find(word[at]) == std::string_view::npos) return false;
  const bool between_digits =
      at > 0 && at + 1 < word.size() && is_ascii_digit(word[at - 1]) && is_ascii_digit(word[at + 1]);
  return !between_digits;
}

bool is_ascii_piece_character(std::string_view word, std::size_t at) {
  return static_cast<unsigned char>(word[at]) < 0x80 && !separates(word, at);
}

// Cuts a word into stretches of ASCII and of anything else.
void cut_word(std::string_view word, std::vector<Piece>& pieces) {
  if (is_address(word)) {
    pieces.push_back({Piece::Kind::Untouched, word});
    return;
  }
  for (std::size_t start = 0; start < word.size();) {
    const bool ascii = is_ascii_piece_character(word, start);
    std::size_t end = start + 1;
    while (end < word.size() && is_ascii_piece_character(word, end) == ascii) ++end;
    const std::string_view text = word.substr(start, end - start);
    const bool digits = std::any_of(text.begin(), text.end(), is_ascii_digit);
    const auto kind = ascii && has_letter(text) ? Piece::Kind::Latin
                      : ascii && digits         ? Piece::Kind::Number
                                                : Piece::Kind::Other;
    pieces.push_back({kind, text});
    start = end;
  }
}

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    const bool space = is_space(decode(text, start).character);
    while (end < text.size()) {
      const auto [character, length] = decode(text, end);
      if (is_space(character) != space) break;
      end += length;
    }
    const std::string_view stretch = text.substr(start, end - start);
    if (space)
      pieces.push_back({Piece::Kind::Space, stretch});
    else
      cut_word(stretch, pieces);
    start = end;
  }
  return pieces;
}

// `0`, `5315`, `(053)`, `0-5315-0100`, `+66`: groups of figures as telephone numbers are written.
bool looks_like_phone_group(std::string_view text) {
  return text.find_first_not_of("0123456789-+()#") == std::string_view::npos;
}

std::optional<std::size_t> neighbour(const std::vector<Piece>& pieces, std::size_t at, int step) {
  const std::size_t one = at + static_cast<std::size_t>(step);
  const std::size_t two = one + static_cast<std::size_t>(step);
  if (two >= pieces.size() || one >= pieces.size() || pieces[one].kind != Piece::Kind::Space) return {};
  return two;
}

// The end of a telephone number whose first group is pieces[at], or nothing.
std::optional<std::size_t> phone_end(const std::vector<Piece>& pieces, std::size_t at) {
  const char first = pieces[at].text.front();
  if (first != '0' && first != '+' && first != '(') return {};
  std::size_t digits = 0, end = at;
  for (std::optional<std::size_t> next = at; next; next = neighbour(pieces, *next, +1)) {
    const Piece& piece = pieces[*next];
    if (piece.kind != Piece::Kind::Number || !looks_like_phone_group(piece.text)) break;
    digits += static_cast<std::size_t>(std::count_if(piece.text.begin(), piece.text.end(), is_ascii_digit));
    end = *next + 1;
  }
  if (digits < 8 || digits > 15) return {};
  return end;
}

bool is_latin(const std::vector<Piece>& pieces, std::optional<std::size_t> at) {
  return at && pieces[*at].kind == Piece::Kind::Latin;
}

// Figures that stand inside Latin text keep their digits.
void mark_figures_in_latin_text(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Piece::Kind::Number || !is_latin(pieces, neighbour(pieces, i, -1))) continue;
    if (const auto end = phone_end(pieces, i)) {
      for (std::size_t k = i; k < *end; ++k)
        if (pieces[k].kind == Piece::Kind::Number) pieces[k].kind = Piece::Kind::Phone;
    } else if (is_latin(pieces, neighbour(pieces, i, +1))) {
      pieces[i].kind = Piece::Kind::Latin;
    }
  }
}

bool is_joiner(char32_t c) { return c == U'.' || c == U',' || c == U'/' || c == U'-' || c == U':' || c == U'\u2013'; }

struct DigitRun {
  std::size_t end = 0;
  bool thai = false, arabic = false;
};

// The digits, with single joiners between them, that begin at `start`.
DigitRun digit_run(std::string_view text, std::size_t start) {
  DigitRun run{start};
  std::size_t at = start;
  bool after_joiner = true;  // a run begins with a digit
  while (at < text.size()) {
    const auto [character, length] = decode(text, at);
    const bool arabic = character >= U'0' && character <= U'9';
    const bool thai = is_thai_digit(character);
    if (!arabic && !thai && (after_joiner || !is_joiner(character))) break;
    at += length;
    after_joiner = !arabic && !thai;
    if (after_joiner) continue;
    run.thai |= thai;
    run.arabic |= arabic;
    run.end = at;
  }
  return run;
}

}  // namespace

std::string to_thai_digits(std::string_view text) { return shift_digits(text, Digits::Thai); }
std::string to_arabic_digits(std::string_view text) { return shift_digits(text, Digits::Arabic); }

std::string localise_digits(std::string_view text, Digits digits) {
  std::vector<Piece> pieces = cut(text);
  if (digits == Digits::Thai) mark_figures_in_latin_text(pieces);
  std::string out;
  out.reserve(text.size());
  for (const Piece& piece : pieces) {
    const bool keeps = digits == Digits::Thai && (piece.kind == Piece::Kind::Latin || piece.kind == Piece::Kind::Phone);
    if (keeps || piece.kind == Piece::Kind::Untouched)
      out.append(piece.text);
    else
      out += shift_digits(piece.text, digits);
  }
  return out;
}

std::vector<MixedDigits> find_mixed_digits(std::string_view text) {
  std::vector<MixedDigits> found;
  for (std::size_t at = 0; at < text.size();) {
    const DigitRun run = digit_run(text, at);
    if (run.end == at || (!run.thai && !run.arabic)) {
      at += decode(text, at).length;
      continue;
    }
    if (run.thai && run.arabic) found.push_back({at, run.end - at, std::string(text.substr(at, run.end - at))});
    at = run.end;
  }
  return found;
}

}  // namespace phaen::thai
