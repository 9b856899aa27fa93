// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

constexpr std::string_view kSyntheticNote = "ตัวเลขในหน้านี้บางรายการเป็นข้อมูลสมมติเพื่อการทดสอบ";

doc::TextAlign text_align(std::string_view word) {
  if (word == "left") return doc::TextAlign::Left;
  if (word == "centre") return doc::TextAlign::Centre;
  if (word == "right") return doc::TextAlign::Right;
  if (word == "justified") return doc::TextAlign::Justified;
  if (word == "mixed") return doc::TextAlign::Mixed;
  return doc::TextAlign::Distributed;
}

doc::Connectives connectives(std::string_view word) {
  if (word == "free") return doc::Connectives::Free;
  if (word == "never") return doc::Connectives::Never;
  return doc::Connectives::Avoid;
}

}  // namespace

Checker::Checker(const Template& parsed, std::shared_ptr<const base::Schema> schema, const Roots& roots,
                 base::Diagnostics& found)
    : parsed_(parsed), schema_(std::move(schema)), found_(found) {
  program_.source.files = parsed.files;
  program_.schema = schema_;
  program_.roots = roots;
  program_.styles = doc::standard_styles();
}

std::optional<CheckedTemplate> Checker::run() {
  const std::size_t errors = found_.errors();
  for (const Root& root : program_.roots) {
    const auto table = schema_->find_table(root.table);
    bind_record(root.name, static_cast<std::uint16_t>(table.value_or(0)), nullptr);
    if (!table) found_.add(diagnostics::unknown_table(root.table, known_names(), {}));
  }
  collect_styles();
  standard_styles();
  document_attributes();
  program_.body = nodes(parsed_.root);
  if (found_.errors() > errors) return {};
  return CheckedTemplate(std::make_shared<const Program>(std::move(program_)));
}

void Checker::collect_styles() { collect_styles(parsed_.root); }

void Checker::collect_styles(const Element& parent) {
  for (const Element& child : parent.children) {
    if (child.name == "style") set_style(child);
    if (child.name == "include" || child.name == "part") collect_styles(child);
  }
}

// Attributes that are absent keep what the style (or the one it is based on) has.
void Checker::set_style(const Element& element) {
  const std::string name = word(element, "name", "");
  auto id = program_.styles.find(name);
  const auto based_on = style(element.find("based-on"));
  if (!id) {
    program_.styles.styles.emplace_back();
    id = static_cast<doc::StyleId>(program_.styles.styles.size() - 1);
  }
  doc::ParagraphStyle made = program_.styles.at(based_on.value_or(*id));
  made.name = name;
  made.size = length(element, "size", made.size);
  made.leading = length(element, "leading", made.leading);
  made.bold = flag(element, "bold", made.bold);
  made.italic = flag(element, "italic", made.italic);
  if (const Attribute* align = element.find("align")) made.align = text_align(align->value.text);
  if (const Attribute* rule = element.find("connectives")) made.connectives = connectives(rule->value.text);
  made.indent = length(element, "indent", made.indent);
  made.right_indent = length(element, "right-indent", made.right_indent);
  made.first_indent = length(element, "first-indent", made.first_indent);
  made.space_before = length(element, "space-before", made.space_before);
  made.space_after = length(element, "space-after", made.space_after);
  made.keep_with_next = flag(element, "keep-with-next", made.keep_with_next);
  made.keep_together = flag(element, "keep-together", made.keep_together);
  if (const Attribute* colour = element.find("colour")) made.colour = parse_colour(colour->value.text);
  program_.styles.styles[*id] = std::move(made);
}

void Checker::standard_styles() {
  const auto id = [this](std::string_view name) { return program_.styles.find(name).value_or(0); };
  program_.standard = {id("body"),       id("list"),       id("note"),        id("signature"),
                       id("table-head"), id("table-cell"), id("table-group"), id("table-total")};
}

void Checker::document_attributes() {
  const Element& root = parsed_.root;
  program_.info = template_info(parsed_);
  program_.title = text(root.find("title"));
  program_.subject = text(root.find("subject"));
  program_.author = text(root.find("author"));
  program_.file_name = text(root.find("file"));
  program_.mark = text(root.find("mark"));
  if (const Attribute* when = root.find("mark-when")) {
    if (root.find("mark") == nullptr)
      found_.add(diagnostics::attribute_needs("mark-when", "mark", parsed_.position(when->place)));
    program_.mark_when = condition(when->value).value_or(Condition{});
  }
  program_.part_word = word(root, "part-word", "");
  program_.synthetic_note = word(root, "synthetic-note", kSyntheticNote);
  program_.styles.family = word(root, "family", program_.styles.family);
  program_.digits = word(root, "digits", "arabic") == "thai" ? doc::Digits::Thai : doc::Digits::Arabic;
  program_.style = value_style(root);
  if (const Attribute* outputs = root.find("outputs"))
    for (const std::string& output : split_words(outputs->value.text))
      if (output != "pdf" && output != "xlsx")
        found_.add(diagnostics::bad_value("outputs", output, {"pdf หรือ xlsx", "pdf or xlsx"}, at(outputs->value, 0)));
  if (const Attribute* needs = root.find("needs"))
    for (const std::string& name : split_words(needs->value.text)) check_need(name, at(needs->value, 0));
}

// `table` or `table.field`.
void Checker::check_need(const std::string& name, base::Position where) {
  const std::size_t dot = name.find('.');
  const auto table = schema_->find_table(name.substr(0, dot));
  std::vector<std::string> known;
  if (!table) {
    for (const base::Table& other : schema_->tables) known.push_back(other.name);
    found_.add(diagnostics::unknown_table(name.substr(0, dot), known, std::move(where)));
  } else if (dot != std::string::npos && !schema_->tables[*table].find_field(name.substr(dot + 1))) {
    for (const base::Field& field : schema_->tables[*table].fields) known.push_back(field.name);
    found_.add(diagnostics::unknown_step(name.substr(dot + 1), name.substr(0, dot), known, std::move(where)));
  }
}

std::optional<CheckedTemplate> check(const Template& parsed, std::shared_ptr<const base::Schema> schema,
                                     const Roots& roots, base::Diagnostics& found) {
  return Checker(parsed, std::move(schema), roots, found).run();
}

}  // namespace phaen::templates
