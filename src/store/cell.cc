// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cell.h"

#include <algorithm>
#include <charconv>

#include "base/format.h"
#include "store/diagnostics.h"
#include "thai/calendar.h"
#include "thai/date_reading.h"
#include "thai/diagnostics.h"
#include "thai/digits.h"
#include "thai/normalise.h"

namespace phaen::store {
namespace {

using base::Bilingual;
using base::Field;
using base::Value;

struct Cell {
  const Field& field;
  std::string text;  ///< normalised, without spaces at the ends
  const base::Position& where;
  base::Diagnostics& diagnostics;

  std::optional<Value> refuse(const Bilingual& rule, const Bilingual& mend) const {
    diagnostics.add(diagnostics::bad_value(text, rule, mend, where));
    return {};
  }
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.substr(0, 2) == kNoBreakSpace) {
      text.remove_prefix(2);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == kNoBreakSpace) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.find(',') != std::string_view::npos) {
    const auto decimal = base::Decimal::parse(text);
    if (!decimal || decimal->scale() != 0) return {};
    return decimal->units();
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

std::optional<Value> read_integer(const Cell& cell) {
  if (const auto value = parse_integer(thai::to_arabic_digits(cell.text))) return *value;
  return cell.refuse({"จำนวนเต็ม", "a whole number"}, {"เขียนเช่น 1250", "write it like `1250`"});
}

std::optional<Value> read_decimal(const Cell& cell) {
  if (const auto value = base::Decimal::parse(thai::to_arabic_digits(cell.text))) return *value;
  return cell.refuse({"จำนวน", "a number"},
                     {"เขียนเช่น 9981.97 หน่วยให้อยู่ในช่องหน่วย", "write it like `9981.97`; units have a field of their own"});
}

std::optional<Value> read_money(const Cell& cell) {
  const auto baht = base::Decimal::parse(thai::to_arabic_digits(cell.text));
  if (baht && baht->scale() <= 2)
    if (const auto satang = baht->rescaled(2)) return base::Money{satang->units()};
  return cell.refuse(
      {"จำนวนเงินเป็นบาท ทศนิยมไม่เกินสองตำแหน่ง", "an amount in baht with at most two decimals"},
      {"เขียนเช่น 123000000 หรือ 10.25 เป็นบาท ไม่ใช่ล้านบาท", "write baht, not million baht, like `123000000` or `10.25`"});
}

std::optional<Value> read_date(const Cell& cell) {
  if (const auto date = thai::parse_date(cell.text, cell.where)) return *date;
  return cell.refuse({"วันที่ที่มีในปฏิทิน", "a date of the calendar"},
                     {"เขียนเช่น 2022-09-30 หรือ 30 ก.ย. 2565", "write it like `2022-09-30` or `30 ก.ย. 2565`"});
}

std::optional<Value> read_year(const Cell& cell) {
  const auto year = thai::parse_year(cell.text, cell.where);
  if (!year || *year < thai::kFirstYear || *year > thai::kLastYear)
    return cell.refuse({"ปี พ.ศ. ระหว่าง 2400 ถึง 2700", "a Buddhist-era year between 2400 and 2700"},
                       {"เขียนเช่น 2566", "write it like `2566`"});
  const std::string digits = thai::to_arabic_digits(cell.text);
  if (digits.find(base::format("{}", *year - thai::kEraOffset)) != std::string::npos)
    cell.diagnostics.add(diagnostics::common_era_year(cell.text, *year, cell.where));
  return static_cast<std::int64_t>(*year);
}

std::optional<Value> read_boolean(const Cell& cell) {
  for (const char* yes : {"true", "ใช่", "1", "๑"})
    if (cell.text == yes) return true;
  for (const char* no : {"false", "ไม่ใช่", "0", "๐"})
    if (cell.text == no) return false;
  return cell.refuse({"true หรือ false", "`true` or `false`"},
                     {"เขียน true หรือ ใช่, false หรือ ไม่ใช่", "write `true` or `false`"});
}

std::optional<Value> read_choice(const Cell& cell) {
  for (const base::Choice& choice : cell.field.choices)
    if (cell.text == choice.value || cell.text == choice.label) return choice.value;
  cell.diagnostics.add(diagnostics::unknown_choice(cell.field, cell.text, cell.where));
  return {};
}

std::optional<Value> read_quantity(const Cell& cell) {
  auto quantity = base::Quantity::parse(thai::to_arabic_digits(cell.text));
  // A text keeps its own digits: only figures are put into one form.
  if (quantity && quantity->kind() == base::Quantity::Kind::Text) quantity = base::Quantity::words(cell.text);
  return *quantity;
}

std::optional<Value> read_text(const Cell& cell) {
  const bool many_lines = cell.field.type == base::FieldType::Text && cell.field.multiline;
  if (!many_lines && cell.text.find('\n') != std::string::npos) {
    cell.diagnostics.add(diagnostics::line_break(cell.field, cell.where));
    return {};
  }
  return cell.text;
}

std::optional<Value> read_typed(const Cell& cell) {
  switch (cell.field.type) {
    case base::FieldType::Text:
    case base::FieldType::Code:
    case base::FieldType::Reference: return read_text(cell);
    case base::FieldType::Integer: return read_integer(cell);
    case base::FieldType::Decimal: return read_decimal(cell);
    case base::FieldType::Money: return read_money(cell);
    case base::FieldType::Date: return read_date(cell);
    case base::FieldType::Year: return read_year(cell);
    case base::FieldType::Boolean: return read_boolean(cell);
    case base::FieldType::Choice: return read_choice(cell);
    case base::FieldType::Quantity: return read_quantity(cell);
  }
  return {};
}

}  // namespace

std::optional<Value> read_cell(const Field& field, std::string_view text, const base::Position& where,
                               base::Diagnostics& diagnostics) {
  thai::Normalised normalised = thai::normalise(text);
  for (const thai::SpellingChange& change : normalised.changes) diagnostics.add(thai::to_diagnostic(change, where));
  for (const thai::MixedDigits& mixed : thai::find_mixed_digits(normalised.text))
    diagnostics.add(thai::diagnostics::mixed_digits(mixed.number, where));
  const std::string_view core = trimmed(normalised.text);
  if (core.empty()) return base::Missing{};
  const bool spaces_matter = field.type == base::FieldType::Text || field.type == base::FieldType::Code ||
                             field.type == base::FieldType::Reference;
  if (spaces_matter && core.size() != normalised.text.size())
    diagnostics.add(diagnostics::spaces_removed(normalised.text, where));
  return read_typed({field, std::string(core), where, diagnostics});
}

}  // namespace phaen::store
