// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/attribute_values.h"

#include <algorithm>

#include "base/decimal.h"
#include "template/expression.h"

namespace phaen::templates {
namespace {

constexpr int kLargestInteger = 9999;
constexpr std::int64_t kLongestInPoints = 28346;  // 10 m: nothing on paper is longer

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

base::Bilingual choices_text(const std::vector<std::string_view>& choices) {
  std::string text;
  for (std::string_view choice : choices) text += (text.empty() ? "" : ", ") + std::string(choice);
  return {"หนึ่งใน " + text, "one of " + text};
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t\n\r{}") == std::string_view::npos;
}

bool is_key(std::string_view text) { return is_word(text) && text.find_first_of(",'=!()") == std::string_view::npos; }

}  // namespace

std::optional<int> parse_integer(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
    if (value > kLargestInteger) return {};
  }
  if (text.empty()) return {};
  return value;
}

std::optional<base::Length> parse_length(std::string_view text) {
  if (text.size() < 3) return {};
  const std::string_view unit = text.substr(text.size() - 2);
  const auto number = base::Decimal::parse(text.substr(0, text.size() - 2));
  if (!number || number->is_negative()) return {};
  // Decimals are exact; Length's own factories round once from this double.
  const double value = number->to_double();
  std::optional<base::Length> length;
  if (value > static_cast<double>(kLongestInPoints)) return {};
  if (unit == "cm") length = base::Length::cm(value);
  if (unit == "mm") length = base::Length::mm(value);
  if (unit == "pt") length = base::Length::pt(value);
  if (length && *length > base::Length::pt(static_cast<double>(kLongestInPoints))) return {};
  return length;
}

std::optional<doc::ColumnWidth> parse_width(std::string_view text) {
  using Kind = doc::ColumnWidth::Kind;
  if (text == "auto") return doc::ColumnWidth{Kind::Auto, {}, 1};
  if (!text.empty() && text.back() == '*') {
    const auto share = text.size() == 1 ? std::optional<int>(1) : parse_integer(text.substr(0, text.size() - 1));
    if (!share || *share == 0) return {};
    return doc::ColumnWidth{Kind::Fraction, {}, *share};
  }
  const auto length = parse_length(text);
  if (!length) return {};
  return doc::ColumnWidth{Kind::Fixed, *length, 1};
}

std::optional<base::Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return {};
  int channel[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hexadecimal(text[1 + 2 * i]), low = hexadecimal(text[2 + 2 * i]);
    if (high < 0 || low < 0) return {};
    channel[i] = high * 16 + low;
  }
  return base::Colour{static_cast<std::uint8_t>(channel[0]), static_cast<std::uint8_t>(channel[1]),
                      static_cast<std::uint8_t>(channel[2])};
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

namespace {

std::optional<base::Bilingual> names_problem(const AttributeRow& row, std::string_view value) {
  const std::vector<std::string> words = split_words(value);
  if (words.empty()) return base::Bilingual{"คำหนึ่งคำหรือมากกว่า", "one or more words"};
  const bool known = row.choices.empty() || std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                       return std::find(row.choices.begin(), row.choices.end(), word) != row.choices.end();
                     });
  if (known) return {};
  const base::Bilingual choices = choices_text(row.choices);
  return base::Bilingual{"คำที่แต่ละคำเป็น" + choices.th, "words, each " + choices.en};
}

}  // namespace

std::string meant_value(const AttributeRow& row, std::string_view value) {
  const std::vector<std::string> known(row.choices.begin(), row.choices.end());
  for (const std::string& word : split_words(value))
    if (std::find(known.begin(), known.end(), word) == known.end()) return base::did_you_mean(word, known);
  return {};
}

std::optional<base::Bilingual> literal_problem(const AttributeRow& row, std::string_view value) {
  const auto unless = [](bool fits, base::Bilingual expected) {
    return fits ? std::nullopt : std::optional<base::Bilingual>(std::move(expected));
  };
  switch (row.kind) {
    case ValueKind::Integer:
      return unless(parse_integer(value).has_value(), {"จำนวนเต็ม 0 ถึง 9999", "a whole number from 0 to 9999"});
    case ValueKind::Boolean: return unless(value == "yes" || value == "no", {" yes หรือ no", "yes or no"});
    case ValueKind::Choice:
      return unless(std::find(row.choices.begin(), row.choices.end(), value) != row.choices.end(),
                    choices_text(row.choices));
    case ValueKind::Length:
      return unless(parse_length(value).has_value(),
                    {"ความยาว เช่น 2.5cm, 10mm, 12pt", "a length such as 2.5cm, 10mm or 12pt"});
    case ValueKind::Width:
      return unless(parse_width(value).has_value(), {"ความกว้าง เช่น auto, 3cm, 2*", "a width such as auto, 3cm or 2*"});
    case ValueKind::Colour:
      return unless(parse_colour(value).has_value(), {"สี เช่น #1f4e79", "a colour such as #1f4e79"});
    case ValueKind::Variable:
      return unless(is_identifier(value), {"ชื่อภาษาอังกฤษคำเดียว เช่น kpi", "a name of letters and digits such as kpi"});
    case ValueKind::Name: return unless(is_key(value), {"คำเดียวไม่มีช่องว่าง", "one word"});
    case ValueKind::Names: return names_problem(row, value);
    case ValueKind::Text:
    case ValueKind::Literal:
    case ValueKind::Style:
    case ValueKind::Format:
    case ValueKind::Path:
    case ValueKind::Collection:
    case ValueKind::Condition:
    case ValueKind::Sort:
    case ValueKind::Derivation:
    case ValueKind::Keys:
    case ValueKind::Span: return {};
  }
  return {};
}

}  // namespace phaen::templates
