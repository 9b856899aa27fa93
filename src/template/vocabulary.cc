// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/vocabulary.h"

#include <algorithm>

namespace phaen::templates {
namespace {

using K = ValueKind;
using C = Content;

AttributeRow required(std::string_view name, K kind, std::string_view note) { return {name, kind, true, {}, {}, note}; }
AttributeRow optional(std::string_view name, K kind, std::string_view note, std::string_view standard = {}) {
  return {name, kind, false, {}, standard, note};
}
AttributeRow choice(std::string_view name, std::vector<std::string_view> choices, std::string_view note) {
  const std::string_view first = choices.front();
  return {name, K::Choice, false, std::move(choices), first, note};
}
AttributeRow boolean(std::string_view name, std::string_view note, std::string_view standard) {
  return {name, K::Boolean, false, {}, standard, note};
}

constexpr std::string_view kNilNote = "printed for a missing value: blank, -, —";

std::vector<std::string_view> alignments() { return {"left", "centre", "right", "distributed", "justified", "mixed"}; }

std::vector<AttributeRow> value_style() {
  return {{"nil", K::Choice, false, {"blank", "-", "—"}, {}, kNilNote},
          {"zero", K::Choice, false, {"figure", "nil"}, {}, "how an amount of exactly zero is printed"},
          {"negative", K::Choice, false, {"minus", "brackets"}, {}, "how a negative figure is printed"}};
}

std::vector<AttributeRow> selection() {
  return {required("each", K::Variable, "the name of one record or value inside"),
          required("in", K::Collection,
                   "`issue.kpis`, `plan.years`, `distinct budgets.category`, `choices t.field`, `1..4`"),
          optional("where", K::Condition, "which of them"),
          optional("sort", K::Sort, "fields; `-` before one: descending"),
          optional("index", K::Variable, "a name for the number of the round, from 1")};
}

std::vector<AttributeRow> joined(std::vector<AttributeRow> rows, std::vector<AttributeRow> more) {
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

std::vector<AttributeRow> text_style() {
  return {boolean("bold", "", "no"), boolean("italic", "", "no"), optional("colour", K::Colour, "")};
}

std::vector<AttributeRow> row_attributes() {
  return {optional("style", K::Style, "paragraph style of its cells"),
          boolean("keep", "stays with the next row", "no")};
}

ElementRow document_row() {
  return {"document",
          C::None,
          C::Document,
          false,
          "a template: one document",
          joined({required("id", K::Name, "stable name, as `phaen build -t` takes it"),
                  optional("name", K::Literal, "Thai name for lists of templates"),
                  optional("name-en", K::Literal, "English name for lists of templates"),
                  required("title", K::Text, "title of the files' metadata"), optional("subject", K::Text, ""),
                  optional("author", K::Text, ""), optional("file", K::Text, "stem of the output files", "the id"),
                  choice("digits", {"arabic", "thai"}, "digits of the whole document"),
                  optional("outputs", K::Names, "`pdf`, `xlsx` or both", "pdf"),
                  optional("cycles", K::Names, "planning cycles it fits (`2566-2570`)", "all"),
                  optional("kinds", K::Names, "kinds of plan it fits (`cluster`, `province`)", "all"),
                  optional("needs", K::Names, "tables and fields (`plans.action_year`) without which it says nothing"),
                  optional("part-word", K::Literal, "before numbers of headings of level 1: `ส่วนที่`"),
                  optional("family", K::Literal, "font family", "Sarabun"),
                  optional("mark", K::Text, "`ร่าง`, `ลับ`: large and grey at the head of every page; empty: none"),
                  optional("mark-when", K::Condition, "only then: `plan.status = draft`"),
                  optional("synthetic-note", K::Literal, "printed where a synthetic figure is shown")},
                 value_style())};
}

ElementRow style_row() {
  return {"style",
          C::Document,
          C::None,
          false,
          "a paragraph style, new or changed for this document",
          joined(text_style(),
                 {required("name", K::Name, ""),
                  optional("based-on", K::Style, "a style it starts from"),
                  optional("size", K::Length, "nominal office points"),
                  optional("leading", K::Length, "real distance of baselines"),
                  {"align",
                   K::Choice,
                   false,
                   alignments(),
                   {},
                   "distributed: as Word's Thai distributed; justified: spaces alone; mixed: spaces, then letters"},
                  {"connectives",
                   K::Choice,
                   false,
                   {"free", "avoid", "never"},
                   {},
                   "และ, หรือ, ที่, ของ ... at a line end: as any word, avoided (avoid), only for need"},
                  optional("indent", K::Length, ""),
                  optional("right-indent", K::Length, ""),
                  optional("first-indent", K::Length, ""),
                  optional("space-before", K::Length, ""),
                  optional("space-after", K::Length, ""),
                  boolean("keep-with-next", "", "no"),
                  boolean("keep-together", "", "no")})};
}

ElementRow section_row() {
  return {"section",
          C::Document,
          C::Blocks,
          false,
          "starts on a new page",
          {optional("name", K::Text, "for dumps"), choice("paper", {"A4", "A3"}, ""),
           choice("orientation", {"portrait", "landscape"}, ""), optional("margin-left", K::Length, "", "3cm"),
           optional("margin-right", K::Length, "", "2cm"), optional("margin-top", K::Length, "", "2.5cm"),
           optional("margin-bottom", K::Length, "", "2cm"),
           choice("folio", {"decimal", "thai-letters", "none"}, "page numbers"),
           choice("folio-place", {"top-right", "top-outer", "bottom-centre"}, ""),
           choice("folio-form", {"number", "of-all"}, "`12`, or `หน้า 12 จาก 40`"),
           boolean("first-folio", "the first page shows its number", "yes"),
           optional("restart", K::Integer, "page numbers start again here at this number"),
           optional("running-head", K::Text, "left of the page number's line"),
           choice("running-heading", {"none", "heading1", "heading2", "heading3"},
                  "the page's heading of this level stands there instead, as soon as there is one"),
           optional("sheet", K::Text, "worksheet name; none: not in the workbook")}};
}

std::vector<ElementRow> frame_rows() { return {document_row(), style_row(), section_row()}; }

ElementRow chart_row() {
  return {"chart",
          C::Blocks | C::Figure,
          C::Chart,
          false,
          "a chart of figures: drawn in the PDF, a chart of its own over a table of its figures in a worksheet",
          {{"kind",
            K::Choice,
            true,
            {"bars", "lines", "radar", "bullet", "gauge", "gantt"},
            {},
            "bars; lines; a radar; figures against targets in rows; half dials; periods over fiscal years"},
           boolean("stacked", "bars of one category stand on one another", "no"),
           choice("direction", {"auto", "vertical", "horizontal"},
                  "of bars; auto: they lie when the names of the categories do not fit below them"),
           choice("scale", {"shared", "own"}, "of a bullet chart: own when the rows have units of their own"),
           boolean("labels", "figures are printed at what they stand for, where there is room", "yes"),
           optional("format", K::Format, "of the figures"),
           optional("width", K::Text, "a length, or `80%` of the text width", "100%"),
           optional("height", K::Length, "rows of names take what they need instead", "6.2cm"),
           optional("alternative", K::Text, "what it shows, for readers who cannot see it", "all its figures")}};
}

ElementRow category_row() {
  return {"category",
          C::Chart,
          C::None,
          false,
          "what the figures of a chart belong to: years, issues, provinces; each chart has one",
          joined(selection(), {optional("limit", K::Integer, "at most so many"),
                               required("label", K::Text, "its name: `{y | year}`"),
                               optional("title", K::Text, "what the categories are: `ปีงบประมาณ`")})};
}

ElementRow series_row() {
  return {"series",
          C::Chart,
          C::Inlines,
          false,
          "a series of a chart: one figure for each category, as in a cell, or one period from `start` to `end`",
          {optional("name", K::Text, "in the legend, and at the head of its column in the worksheet"),
           choice("role", {"actual", "target", "band"},
                  "the figures; what they should be; the upper end of a range behind them"),
           optional("format", K::Format, "of its figures", "the chart's"),
           optional("from", K::Collection, "looks one record up"),
           optional("sum", K::Path, "adds a field over records"), optional("count", K::Collection, "counts records"),
           optional("as", K::Variable, "names the record of `from`, `sum`, `count`"),
           optional("where", K::Condition, "which records"), optional("sort", K::Sort, "the first one is taken"),
           optional("start", K::Path, "a date: first day of the periods of a gantt chart"),
           optional("end", K::Path, "a date: their last day")}};
}

ElementRow map_row() {
  return {"map",
          C::Blocks | C::Figure,
          C::None,
          false,
          "a KPI Map of the plan on whole pages of its section, as many as it needs",
          {{"kind",
            K::Choice,
            true,
            {"cascade", "tree", "linkage", "matrix", "xyz", "value-chain", "dimensions"},
            {},
            "which map"},
           optional("focus", K::Text, "only what belongs to the node or indicator of this code: `{i.code}`"),
           optional("issue", K::Text, "only the issue of this code"),
           {"levels",
            K::Names,
            false,
            {"strategy", "master", "national", "region", "goal", "issue", "guideline", "programme", "flagship",
             "project", "activity"},
            "strategy master national region goal issue project",
            "levels of `cascade` and `tree`, from the top"},
           optional("alternative", K::Text, "read out before the boxes and links of the map")}};
}

std::vector<ElementRow> block_rows() {
  return {
      {"heading",
       C::Blocks,
       C::Inlines,
       false,
       "a heading; its number is part of it",
       {required("level", K::Integer, "1 to 6"), optional("style", K::Style, "", "heading1 ... heading4"),
        optional("number", K::Text, "`auto`, `none`, or the number itself (`2.7`), from which `auto` goes on", "none"),
        optional("label", K::Text, "what `ref` points at"), boolean("contents", "listed in the contents", "yes")}},
      {"p",
       C::Blocks | C::Flow,
       C::Inlines,
       false,
       "a paragraph; a value of several paragraphs makes several",
       {optional("style", K::Style, "", "body; in tables the cell's"),
        optional("label", K::Text, "what `ref` points at")}},
      {"list",
       C::Blocks | C::Flow | C::Items,
       C::Items,
       false,
       "a list; inside another list one level deeper",
       {choice("kind", {"dash", "bullet", "number", "brackets", "letter", "none"}, "– • 1) (1) ก."),
        optional("start", K::Integer, "number of the first item", "1"), optional("style", K::Style, "", "list")}},
      {"item", C::Items, C::Flow, false, "one item of a list", {optional("label", K::Text, "what `ref` points at")}},
      {"note", C::Blocks | C::Table, C::Flow, false, "a note; in a table it stands under the table", {}},
      {"keep", C::Blocks, C::Blocks, false, "stays on one page when one page can hold it", {}},
      {"break", C::Blocks, C::None, false, "a new page", {}},
      {"space",
       C::Blocks,
       C::None,
       false,
       "vertical space that survives at the top of a page",
       {required("height", K::Length, "")}},
      {"contents",
       C::Blocks,
       C::None,
       false,
       "a list of headings, tables or figures with page numbers",
       {choice("kind", {"headings", "tables", "figures"}, ""),
        optional("depth", K::Integer, "levels of headings", "3")}},
      {"figure", C::Blocks, C::Figure, false, "an image, a chart or a map with its caption", {}},
      {"image",
       C::Blocks | C::Figure,
       C::None,
       false,
       "a PNG or JPEG file",
       {required("src", K::Text, "path beside the plan or the template"),
        optional("width", K::Text, "a length, or `80%` of the text width", "100%"),
        required("alternative", K::Text, "what it shows, for readers who cannot see it")}},
      {"signature", C::Blocks, C::Signers, false, "a block of signatures, side by side, kept together", {}},
      {"signer",
       C::Signers,
       C::None,
       false,
       "one who signs; what is missing is dotted",
       {required("role", K::Text, "ผู้จัดทำ, ผู้ตรวจสอบ, ผู้อนุมัติ"), optional("name", K::Text, ""),
        optional("position", K::Text, ""), boolean("date", "a line for the date", "yes")}},
      chart_row(),
      category_row(),
      series_row(),
      map_row(),
  };
}

std::vector<ElementRow> inline_rows() {
  return {
      {"span", C::Inlines | C::Flow, C::Inlines, false, "text that stands out",
       joined(text_style(), {boolean("underline", "", "no"), boolean("superscript", "", "no"),
                             optional("link", K::Text, "`#label` in the document, or a URI")})},
      {"br", C::Inlines | C::Flow, C::None, false, "a line end inside a paragraph", {}},
      {"ref",
       C::Inlines | C::Flow,
       C::None,
       false,
       "the page or the number of a labelled block",
       {required("to", K::Text, "its label"), choice("show", {"page", "number"}, "")}},
      {"footnote",
       C::Inlines | C::Flow,
       C::Inlines,
       false,
       "a numbered note, printed under its table or at the foot of the page of its mark",
       {}},
      {"value", C::Inlines | C::Flow, C::None, false, "a figure computed over records: one of `sum` and `count`",
       joined(
           {optional("sum", K::Path, "a field over all records of a collection: `project.budgets.amount`"),
            optional("count", K::Collection, "a collection"), optional("as", K::Variable, "names a record in `where`"),
            optional("where", K::Condition, "which records"), optional("format", K::Format, "")},
           value_style())},
  };
}

ElementRow table_row() {
  return {
      "table",
      C::Blocks,
      C::Table,
      false,
      "a table, printed and written as a worksheet",
      joined({optional("head-style", K::Style, "", "table-head"), optional("cell-style", K::Style, "", "table-cell"),
              choice("rules", {"grid", "horizontal", "none"}, ""),
              boolean("split-rows", "a row may break over pages", "yes"), boolean("repeat-header", "", "yes"),
              boolean("continuation", "(ต่อ) after caption and group labels on later pages", "yes"),
              boolean("carry", "ยอดยกไป at the foot of a page, ยอดยกมา at the head of the next", "no"),
              boolean("split-columns", "columns that do not fit stand on pages after the others", "no"),
              optional("keys", K::Integer, "columns that each part of a split table has", "1"),
              optional("alternative", K::Text, "summary for readers who cannot see it")},
             value_style())};
}

ElementRow cell_row() {
  return {
      "cell",
      C::Cells,
      C::Flow,
      false,
      "a cell; without `column` it follows the one before",
      joined(
          {optional("column", K::Keys, "key of the column it stands in"),
           optional("span", K::Span, "columns it covers: a number, `all`, a key (all columns with it) or `a..b`", "1"),
           optional("rows", K::Integer, "rows it covers", "1"),
           {"align", K::Choice, false, alignments(), "the column's", ""},
           choice("valign", {"top", "middle", "bottom"}, ""),
           optional("style", K::Style, ""),
           optional("format", K::Format, "of the figure", "the column's"),
           optional("depth", K::Integer, "indent of a tree column", "0"),
           optional("merge", K::Path, "merges downward while this value stays the same"),
           optional("from", K::Collection, "looks one record up"),
           optional("sum", K::Path, "adds a field over records"),
           optional("count", K::Collection, "counts records"),
           optional("as", K::Variable, "names the record of `from`, `sum`, `count`, `control`"),
           optional("where", K::Condition, "which records"),
           optional("sort", K::Sort, "the first one is taken"),
           optional("derive", K::Derivation, "a derived figure: see the derivation table"),
           optional("of", K::Keys, "columns it is derived from"),
           optional("control", K::Path,
                    "a field over records, whose sum a derived `sum` or `subtotal` must be: else the build stops")},
          value_style())};
}

std::vector<ElementRow> table_rows() {
  return {
      table_row(),
      {"caption",
       C::Table | C::Figure,
       C::Inlines,
       false,
       "a numbered caption",
       {optional("label", K::Text, "what `ref` points at"), boolean("numbered", "", "yes")}},
      {"unit",
       C::Table | C::Chart,
       C::Inlines,
       false,
       "the unit line, right-aligned above the table or at the axis of a chart: หน่วย : บาท",
       {}},
      {"column", C::Table | C::Columns, C::None, false, "a column",
       joined({required("key", K::Name, "name for spans and derived cells"), optional("width", K::Width, "", "auto"),
               choice("align", alignments(), ""), boolean("header", "its cells head their rows", "no"),
               optional("format", K::Format, "of figures in its cells")},
              value_style())},
      {"spread", C::Table | C::Columns | C::Cells, C::None, true, "columns, or cells of a row, repeated for each value",
       selection()},
      {"head", C::Table, C::Head, false, "the header rows", {}},
      {"row", C::Table | C::Rows | C::Head, C::Cells, false, "a row", row_attributes()},
      {"group", C::Table | C::Rows, C::Cells, false, "label of the rows below it; a single cell covers all columns",
       joined({required("level", K::Integer, "1, 2 ...: the tree level")}, row_attributes())},
      {"total", C::Table | C::Rows, C::Cells, false, "a total of the rows of the loop round it, before or after them",
       joined({optional("level", K::Integer, "level of the group it totals; 0: the table", "0")}, row_attributes())},
      cell_row(),
  };
}

constexpr Content kAnywhere =
    C::Document | C::Blocks | C::Inlines | C::Flow | C::Items | C::Table | C::Rows | C::Signers | C::Chart;

std::vector<ElementRow> control_rows() {
  return {
      {"for", kAnywhere, C::None, true, "repeats its content for each record or value of a collection",
       joined(selection(), {optional("limit", K::Integer, "at most so many")})},
      {"if",
       kAnywhere | C::Cells | C::Columns | C::Head | C::Figure,
       C::None,
       true,
       "its content when the condition holds",
       {required("test", K::Condition, "")}},
      {"else",
       kAnywhere | C::Cells | C::Columns | C::Head | C::Figure,
       C::None,
       true,
       "right after `if` or another `else`: its content when none before held",
       {optional("test", K::Condition, "")}},
      {"include",
       kAnywhere | C::Cells | C::Columns | C::Head,
       C::Parameters,
       false,
       "the content of a shared part",
       {required("src", K::Literal, "path from the folder of this file")}},
      {"with",
       C::Parameters,
       C::None,
       false,
       "a name for the part: a record by `path` or a word by `value`",
       {required("name", K::Variable, ""), optional("path", K::Path, ""), optional("value", K::Literal, "")}},
      {"part", C::None, C::None, true, "the root of a shared part", {}},
  };
}

std::vector<ElementRow> make_vocabulary() {
  std::vector<ElementRow> rows = frame_rows();
  for (auto more : {block_rows(), inline_rows(), table_rows(), control_rows()})
    rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

}  // namespace

const AttributeRow* ElementRow::find(std::string_view attribute) const {
  const auto at = std::find_if(attributes.begin(), attributes.end(),
                               [&](const AttributeRow& row) { return row.name == attribute; });
  return at == attributes.end() ? nullptr : &*at;
}

const std::vector<ElementRow>& vocabulary() {
  static const std::vector<ElementRow> rows = make_vocabulary();
  return rows;
}

const ElementRow* find_element(std::string_view name) {
  const auto& rows = vocabulary();
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const ElementRow& row) { return row.name == name; });
  return at == rows.end() ? nullptr : &*at;
}

Content content_inside(const ElementRow& row, Content here) {
  if (!row.inherits) return row.holds;
  if (here == C::Table && row.name == "for") return C::Rows;
  if (here == C::Table && row.name == "spread") return C::Columns;
  return here;
}

const std::vector<std::pair<Content, std::string_view>>& contents() {
  static const std::vector<std::pair<Content, std::string_view>> all = {{C::Document, "document"},
                                                                        {C::Blocks, "blocks"},
                                                                        {C::Inlines, "inlines"},
                                                                        {C::Flow, "flow"},
                                                                        {C::Items, "items"},
                                                                        {C::Table, "table"},
                                                                        {C::Columns, "columns"},
                                                                        {C::Head, "head"},
                                                                        {C::Rows, "rows"},
                                                                        {C::Cells, "cells"},
                                                                        {C::Figure, "figure"},
                                                                        {C::Signers, "signers"},
                                                                        {C::Parameters, "parameters"},
                                                                        {C::Chart, "chart"}};
  return all;
}

std::string_view name_of(ValueKind kind) {
  switch (kind) {
    case K::Text: return "text";
    case K::Name: return "name";
    case K::Names: return "names";
    case K::Literal: return "literal";
    case K::Integer: return "integer";
    case K::Boolean: return "boolean";
    case K::Choice: return "choice";
    case K::Length: return "length";
    case K::Width: return "width";
    case K::Colour: return "colour";
    case K::Style: return "style";
    case K::Format: return "format";
    case K::Variable: return "variable";
    case K::Path: return "path";
    case K::Collection: return "collection";
    case K::Condition: return "condition";
    case K::Sort: return "sort";
    case K::Derivation: return "derivation";
    case K::Keys: return "keys";
    case K::Span: return "span";
  }
  return {};
}

}  // namespace phaen::templates
