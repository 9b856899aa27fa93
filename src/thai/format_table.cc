// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of formats.h. To add a format: one row here with its examples, and its function in format_functions.cc.
#include "thai/format_functions.h"
#include "thai/formats.h"

namespace phaen::thai {
namespace {

using base::FieldType;
namespace f = functions;

constexpr auto kText = FieldType::Text, kCode = FieldType::Code, kInteger = FieldType::Integer,
               kDecimal = FieldType::Decimal, kMoney = FieldType::Money, kDate = FieldType::Date,
               kYear = FieldType::Year, kBoolean = FieldType::Boolean, kChoice = FieldType::Choice,
               kReference = FieldType::Reference, kQuantity = FieldType::Quantity;

constexpr FieldTypes kWords{kText, kCode, kChoice, kReference};
constexpr FieldTypes kNumbers{kInteger, kDecimal, kMoney, kQuantity};
constexpr FieldTypes kAmounts{kMoney, kInteger, kDecimal};
constexpr FieldTypes kRates{kDecimal, kInteger, kQuantity};
constexpr FieldTypes kYears{kYear, kDate, kInteger};
constexpr FieldTypes kRanges{kQuantity, kText, kCode};
constexpr FieldTypes kDates{kDate};
constexpr FieldTypes kPeriods{kDate, kInteger, kText, kCode};
constexpr FieldTypes kAnything{kText, kCode,    kInteger, kDecimal,   kMoney,   kDate,
                               kYear, kBoolean, kChoice,  kReference, kQuantity};

struct Wording {
  std::string_view name, th, en;
};
using Apply = std::string (*)(const base::Value&, const FormatOptions&);
using Number = std::optional<base::Decimal> (*)(const base::Value&);
using Examples = std::array<FormatExample, 5>;

struct Figure {
  std::string_view excel, prefix = {}, suffix = {};
  bool keeps_scale = false;
};

constexpr Format words(Wording w, FieldTypes accepts, Apply apply, Examples examples,
                       DigitRule digits = DigitRule::ByDocument) {
  return {w.name, accepts, w.th, w.en, "@", "", "", false, CellKind::Text, digits, nullptr, apply, examples};
}

constexpr Format figure(Wording w, FieldTypes accepts, Figure cell, Number number, Apply apply, Examples examples) {
  return {w.name,
          accepts,
          w.th,
          w.en,
          cell.excel,
          cell.prefix,
          cell.suffix,
          cell.keeps_scale,
          CellKind::Number,
          DigitRule::ByDocument,
          number,
          apply,
          examples};
}

constexpr Format day(Wording w, std::string_view excel, Apply apply, Examples examples,
                     DigitRule digits = DigitRule::ByDocument) {
  return {w.name, kDates, w.th, w.en, excel, "", "", false, CellKind::Date, digits, nullptr, apply, examples};
}

// Rows read as a table: the formatter would put each example on a line of its own.
// clang-format off
constexpr Format kFormats[] = {
    // --- text
    words({"text", "ข้อความตามที่บันทึก", "the text as stored"}, kWords, f::text,
          {{{kText, "ดิน 70 ไร่", "ดิน 70 ไร่"}, {kChoice, "annual", "annual"}}}),
    words({"code", "รหัส ใช้เลขอารบิกเสมอ", "a code; its digits stay Arabic"}, kWords, f::text,
          {{{kCode, "I3-K1", "I3-K1"}, {kReference, "67-01", "67-01"}}}, DigitRule::Fixed),
    words({"thai-digits", "ค่าเป็นเลขไทยเสมอ", "the value in Thai digits, whatever the document uses"}, kAnything, f::thai_digits,
          {{{kInteger, "2566", "๒๕๖๖"}, {kMoney, "1234567", "๑,๒๓๔,๕๖๗"}, {kText, "ข้อ 1.2", "ข้อ ๑.๒"},
            {kDate, "2018-11-09", "๙ พฤศจิกายน ๒๕๖๑"}, {kQuantity, "1:3366", "๑:๓,๓๖๖"}}}, DigitRule::Fixed),
    words({"arabic-digits", "ค่าเป็นเลขอารบิกเสมอ", "the value in Arabic digits, whatever the document uses"}, kAnything,
          f::arabic_digits,
          {{{kText, "พ.ศ. ๒๕๖๖", "พ.ศ. 2566"}, {kInteger, "12", "12"}, {kDecimal, "1234.50", "1,234.50"}}}, DigitRule::Fixed),
    words({"letter", "อักษรนำข้อ ก ข ค ไม่ใช้ ฃ ฅ ฆ", "the letter of a lettered list, without ฃ ฅ ฆ"}, {kInteger}, f::letter,
          {{{kInteger, "1", "ก"}, {kInteger, "3", "ค"}, {kInteger, "4", "ง"}, {kInteger, "41", "ฮ"}, {kInteger, "42", "กก"}}}),
    words({"yes-no", "ช่องทำเครื่องหมาย ☑ หรือ ☐", "a box, ticked or not"}, {kBoolean}, f::yes_no,
          {{{kBoolean, "true", "☑"}, {kBoolean, "false", "☐"}}}),
    words({"yes-no-words", "ใช่ หรือ ไม่ใช่", "yes or no in words"}, {kBoolean}, f::yes_no_words,
          {{{kBoolean, "true", "ใช่"}, {kBoolean, "false", "ไม่ใช่"}}}),

    // --- numbers
    figure({"integer", "จำนวนเต็ม มีจุลภาคคั่นหลักพัน", "a whole number with thousands commas"}, kNumbers, {"#,##0"},
           f::plain_number, f::number_0,
           {{{kInteger, "1234567", "1,234,567"}, {kInteger, "-999", "-999"}, {kDecimal, "2.5", "3"},
             {kQuantity, "1:3366", "1:3,366"}}}),
    figure({"plain", "จำนวนไม่มีจุลภาค", "a number without commas"}, {kInteger, kYear, kDecimal},
           {.excel = "0", .keeps_scale = true}, f::plain_number, f::number_plain,
           {{{kInteger, "12345", "12345"}, {kDecimal, "1234.50", "1234.50"}, {kYear, "2566", "2566"}}}),
    figure({"decimal", "ทศนิยมตามที่บันทึก มีจุลภาคคั่นหลักพัน", "all decimals as stored, with thousands commas"}, kNumbers,
           {.excel = "#,##0", .keeps_scale = true}, f::plain_number, f::number,
           {{{kDecimal, "9981.97", "9,981.97"}, {kDecimal, "-0.5", "-0.5"}, {kInteger, "1000", "1,000"},
             {kMoney, "1234.50", "1,234.50"}, {kQuantity, "5..7", "5 – 7"}}}),
    figure({"decimal1", "ทศนิยม 1 ตำแหน่ง", "one decimal"}, kNumbers, {"#,##0.0"}, f::plain_number, f::number_1,
           {{{kDecimal, "2.25", "2.3"}, {kDecimal, "-2.25", "-2.3"}, {kInteger, "5", "5.0"}}}),
    figure({"decimal2", "ทศนิยม 2 ตำแหน่ง", "two decimals"}, kNumbers, {"#,##0.00"}, f::plain_number, f::number_2,
           {{{kDecimal, "1234.5", "1,234.50"}, {kDecimal, "-0.001", "0.00"}, {kQuantity, "3.14159", "3.14"}}}),
    figure({"decimal4", "ทศนิยม 4 ตำแหน่ง", "four decimals"}, kNumbers, {"#,##0.0000"}, f::plain_number, f::number_4,
           {{{kDecimal, "3.00005", "3.0001"}, {kInteger, "1", "1.0000"}}}),
    figure({"quantity", "ค่าตัวชี้วัด: จำนวน สัดส่วน ช่วง หรือข้อความ", "a KPI value: number, ratio, range or text"},
           {kQuantity, kInteger, kDecimal}, {.excel = "#,##0", .keeps_scale = true}, f::plain_number, f::number,
           {{{kQuantity, "9981.97", "9,981.97"}, {kQuantity, "1:3366", "1:3,366"}, {kQuantity, "5..7", "5 – 7"},
             {kQuantity, "10 (เป้าหมายรวม)", "10 (เป้าหมายรวม)"}, {kInteger, "12000", "12,000"}}}),
    figure({"percent", "ร้อยละพร้อมเครื่องหมาย % ทศนิยม 2 ตำแหน่ง", "per cent with the sign, two decimals"}, kRates,
           {.excel = "#,##0.00", .suffix = "%"}, f::plain_number, f::percent_sign,
           {{{kDecimal, "10", "10.00%"}, {kDecimal, "-3.456", "-3.46%"}, {kInteger, "100", "100.00%"}}}),
    figure({"percent-words", "ร้อยละนำหน้า ทศนิยม 2 ตำแหน่ง", "per cent as prose writes it, two decimals"}, kRates,
           {.excel = "#,##0.00", .prefix = "ร้อยละ "}, f::plain_number, f::percent_words,
           {{{kDecimal, "10", "ร้อยละ 10.00"}, {kDecimal, "81.746", "ร้อยละ 81.75"}, {kDecimal, "-1.5", "ร้อยละ -1.50"}}}),
    words({"number-words", "จำนวนเป็นตัวอักษร", "a whole number in words"}, {kInteger}, f::number_words,
          {{{kInteger, "21", "ยี่สิบเอ็ด"}, {kInteger, "0", "ศูนย์"}, {kInteger, "-101", "ลบหนึ่งร้อยเอ็ด"}}}),

    // --- money
    figure({"baht", "บาท ไม่มีทศนิยม", "baht without decimals"}, kAmounts, {"#,##0"}, f::plain_number, f::number_0,
           {{{kMoney, "257828100", "257,828,100"}, {kMoney, "0.50", "1"}, {kMoney, "-1234.49", "-1,234"},
             {kInteger, "5000000", "5,000,000"}}}),
    figure({"baht2", "บาท ทศนิยม 2 ตำแหน่ง", "baht with satang"}, kAmounts, {"#,##0.00"}, f::plain_number, f::number_2,
           {{{kMoney, "10.25", "10.25"}, {kMoney, "1234567", "1,234,567.00"}, {kMoney, "-0.01", "-0.01"}}}),
    figure({"million-baht", "ล้านบาท ทศนิยม 4 ตำแหน่ง", "million baht with four decimals, rounded once from satang"}, kAmounts,
           {"#,##0.0000"}, f::million_number, f::million_4,
           {{{kMoney, "23716600", "23.7166"}, {kMoney, "50", "0.0001"}, {kMoney, "49.99", "0.0000"},
             {kMoney, "17576740000", "17,576.7400"}, {kMoney, "-538800", "-0.5388"}}}),
    figure({"million-baht2", "ล้านบาท ทศนิยม 2 ตำแหน่ง", "million baht with two decimals"}, kAmounts, {"#,##0.00"},
           f::million_number, f::million_2, {{{kMoney, "23716600", "23.72"}, {kMoney, "5000", "0.01"}}}),
    words({"baht-words", "จำนวนเงินเป็นตัวอักษร", "money in words"}, kAmounts, f::baht_words,
          {{{kMoney, "257828100", "สองร้อยห้าสิบเจ็ดล้านแปดแสนสองหมื่นแปดพันหนึ่งร้อยบาทถ้วน"},
            {kMoney, "10.25", "สิบบาทยี่สิบห้าสตางค์"}, {kMoney, "0", "ศูนย์บาทถ้วน"}, {kMoney, "101", "หนึ่งร้อยเอ็ดบาทถ้วน"},
            {kDecimal, "10055.123", "หนึ่งหมื่นห้าสิบห้าบาทสิบสองสตางค์"}}}),

    // --- years
    figure({"year", "ปีพุทธศักราชสี่หลัก", "the Buddhist-era year"}, kYears, {"0"}, f::year_number, f::year,
           {{{kYear, "2566", "2566"}, {kDate, "2022-10-01", "2565"}}}),
    words({"year-short", "ปีพุทธศักราชสองหลัก", "the last two figures of the Buddhist-era year"}, kYears, f::year_short,
          {{{kYear, "2566", "66"}, {kYear, "2600", "00"}}}),
    figure({"era", "ปีมีคำว่า พ.ศ. นำ", "the Buddhist-era year after พ.ศ."}, kYears, {.excel = "0", .prefix = "พ.ศ. "},
           f::year_number, f::era, {{{kYear, "2566", "พ.ศ. 2566"}, {kDate, "2018-11-09", "พ.ศ. 2561"}}}),
    figure({"common-era", "ปีคริสต์ศักราช มีคำว่า ค.ศ. นำ", "the common-era year after ค.ศ."}, kYears,
           {.excel = "0", .prefix = "ค.ศ. "}, f::common_year_number, f::common_era,
           {{{kYear, "2566", "ค.ศ. 2023"}, {kDate, "2018-11-09", "ค.ศ. 2018"}}}),
    figure({"fiscal-year", "ปีงบประมาณของปีหรือของวันที่", "the fiscal year, or that of a date"}, kYears,
           {.excel = "0", .prefix = "ปีงบประมาณ พ.ศ. "}, f::fiscal_year_number, f::fiscal_year,
           {{{kYear, "2566", "ปีงบประมาณ พ.ศ. 2566"}, {kDate, "2022-09-30", "ปีงบประมาณ พ.ศ. 2565"},
             {kDate, "2022-10-01", "ปีงบประมาณ พ.ศ. 2566"}}}),
    words({"year-range", "ช่วงปี มีคำว่า พ.ศ. นำ", "a range of years in text"}, kRanges, f::year_range_text,
          {{{kQuantity, "2566..2570", "พ.ศ. 2566 – 2570"}, {kText, "2571-2575", "พ.ศ. 2571 – 2575"},
            {kText, "พ.ศ. ๒๕๖๖ – ๒๕๗๐", "พ.ศ. 2566 – 2570"}, {kQuantity, "2566..2566", "พ.ศ. 2566"}}}),
    words({"year-range-compact", "ช่วงปีสำหรับหัวตารางแคบ", "a range of years for narrow heads"}, kRanges, f::year_range_dense,
          {{{kQuantity, "2571..2575", "2571-2575"}, {kText, "พ.ศ. 2566 – 2570", "2566-2570"}}}),
    words({"year-range-short", "ช่วงปีสองหลัก", "a range of years in two figures"}, kRanges, f::year_range_two_figures,
          {{{kQuantity, "2566..2570", "ปี 66-70"}}}),

    // --- dates
    day({"date-long", "วันที่แบบเต็ม", "the date in full"}, "[$-107041E]d mmmm yyyy", f::long_date,
        {{{kDate, "2018-11-09", "9 พฤศจิกายน 2561"}, {kDate, "2024-02-29", "29 กุมภาพันธ์ 2567"}}}),
    day({"thai-long", "เหมือน date-long", "the same as date-long"}, "[$-107041E]d mmmm yyyy", f::long_date,
        {{{kDate, "2018-11-09", "9 พฤศจิกายน 2561"}}}),
    day({"date-medium", "วันที่ เดือนย่อ ปีสี่หลัก", "the date with the short month and the whole year"},
        "[$-107041E]d mmm yyyy", f::medium_date, {{{kDate, "2023-01-24", "24 ม.ค. 2566"}}}),
    day({"date-short", "วันที่แบบย่อ", "the short date"}, "[$-187041E]d mmm yy", f::short_date,
        {{{kDate, "2023-01-24", "24 ม.ค. 66"}, {kDate, "1957-06-01", "1 มิ.ย. 00"}}}),
    day({"date-numeric", "วัน/เดือน/ปีพุทธศักราช", "day/month/Buddhist-era year"}, "[$-107041E]dd/mm/yyyy", f::numeric_date,
        {{{kDate, "1969-05-16", "16/05/2512"}}}),
    day({"date-iso", "วันที่แบบ ISO 8601 คริสต์ศักราช", "ISO 8601, common era"}, "yyyy-mm-dd", f::iso_date,
        {{{kDate, "2026-10-01", "2026-10-01"}}}, DigitRule::Fixed),
    day({"date-weekday", "วันในสัปดาห์และวันที่", "the weekday and the date"}, "[$-107041E]dddd\"ที่\" d mmm yyyy",
        f::weekday_date, {{{kDate, "2018-11-19", "จันทร์ที่ 19 พ.ย. 2561"}}}),
    day({"date-weekday-long", "วันในสัปดาห์และวันที่แบบเต็ม", "the weekday and the date in full"},
        "[$-107041E]\"วัน\"dddd\"ที่\" d mmmm yyyy", f::weekday_date_long,
        {{{kDate, "2018-11-19", "วันจันทร์ที่ 19 พฤศจิกายน 2561"}}}),
    day({"month-year", "เดือนและปี", "month and year"}, "[$-107041E]mmmm yyyy", f::month_year,
        {{{kDate, "2018-11-09", "พฤศจิกายน 2561"}}}),
    day({"month-year-short", "เดือนย่อและปีสองหลัก", "short month and year"}, "[$-107041E]mmm yy", f::month_year_short,
        {{{kDate, "2018-11-09", "พ.ย. 61"}}}),
    words({"quarter", "ไตรมาสของปีงบประมาณและช่วงวันที่", "the quarter of the fiscal year with its days"}, kPeriods, f::quarter,
          {{{kDate, "2023-02-15", "ไตรมาสที่ 2 (1 ม.ค. 66 - 31 มี.ค. 66)"},
            {kCode, "2566-Q1", "ไตรมาสที่ 1 (1 ต.ค. 65 - 31 ธ.ค. 65)"}, {kInteger, "3", "ไตรมาสที่ 3"}}}),
    figure({"quarter-number", "เลขไตรมาส 1-4", "the number of the quarter, 1-4"}, kPeriods, {"0"}, f::quarter_number_of,
           f::quarter_digit, {{{kDate, "2022-10-01", "1"}, {kDate, "2022-09-30", "4"}, {kCode, "2566-Q2", "2"}}}),
};
// clang-format on

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace phaen::thai
