// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "base/format.h"
#include "template/attribute_values.h"
#include "template/diagnostics.h"
#include "template/template.h"
#include "template/vocabulary.h"

namespace phaen::templates {
namespace {

constexpr int kMaxIncludeDepth = 16;
constexpr std::size_t kMaxElements = 100'000;  // parts that include parts twice each would double without end

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string beside(const std::string& including, const std::string& path) {
  return (std::filesystem::path(including).parent_path() / path).lexically_normal().generic_string();
}

class TemplateParser {
 public:
  TemplateParser(const IncludeLoader& loader, base::Diagnostics& found) : loader_(loader), found_(found) {}

  std::optional<Template> parse(const Source& source) {
    auto root = read(source, Place{});
    if (!root) return {};
    if (root->name != "document") {
      found_.add(diagnostics::wrong_root(root->name, "document", at(root->place)));
      return {};
    }
    stack_.push_back(source.path);
    root->row = find_element("document");
    check_element(*root, Content::None);
    template_.root = std::move(*root);
    if (found_.has_errors()) return {};
    return std::move(template_);
  }

 private:
  base::Position at(const Place& place) const { return template_.position(place); }

  std::optional<Element> read(const Source& source, const Place&) {
    const auto file = static_cast<std::uint32_t>(template_.files.size());
    template_.files.push_back(source);
    XmlFile xml = read_xml(template_.files.back().text, file);
    if (xml.problem) report(*xml.problem);
    return std::move(xml.root);
  }

  void report(const XmlProblem& problem) {
    const base::Position where = at(problem.place);
    switch (problem.kind) {
      case XmlProblem::Kind::Malformed: found_.add(diagnostics::malformed(problem.reason, where)); break;
      case XmlProblem::Kind::Doctype: found_.add(diagnostics::doctype(where)); break;
      case XmlProblem::Kind::NotUtf8: found_.add(diagnostics::not_utf8(where)); break;
      case XmlProblem::Kind::TooDeep:
        found_.add(diagnostics::too_large(
            {base::format("แท็กซ้อนกันเกิน {} ชั้น", kMaxDepth), base::format("elements nest over {} deep", kMaxDepth)},
            where));
        break;
    }
  }

  // Attributes and children of an element whose row is known.
  void check_element(Element& element, Content here) {
    check_attributes(element);
    if (element.name == "include") return include(element, here);
    check_children(element, content_inside(*element.row, here));
  }

  void check_attributes(Element& element) {
    std::vector<std::string> known;
    for (const AttributeRow& row : element.row->attributes) known.emplace_back(row.name);
    for (Attribute& attribute : element.attributes) {
      attribute.row = element.row->find(attribute.name);
      if (attribute.row == nullptr) {
        found_.add(diagnostics::unknown_attribute(attribute.name, element.name, known, at(attribute.place)));
        continue;
      }
      if (const auto expected = literal_problem(*attribute.row, attribute.value.text))
        found_.add(diagnostics::bad_value(attribute.name, attribute.value.text, *expected, at(attribute.value.at(0)),
                                          meant_value(*attribute.row, attribute.value.text)));
    }
    for (const AttributeRow& row : element.row->attributes)
      if (row.required && element.find(row.name) == nullptr)
        found_.add(diagnostics::missing_attribute(row.name, element.name, at(element.place)));
  }

  void check_children(Element& element, Content content) {
    std::vector<Element> kept;
    bool after_if = false;
    for (Element& child : element.children) {
      if (child.is_text()) {
        if (is_blank(child.text.text)) {
          if (takes_text(content)) kept.push_back(std::move(child));
          continue;
        }
        if (!takes_text(content))
          found_.add(diagnostics::misplaced_text(element.name, at(child.place)));
        else
          kept.push_back(std::move(child));
        after_if = false;
        continue;
      }
      if (++elements_ > kMaxElements) return too_many(child.place);
      if (!check_place(child, element, content)) continue;
      if (child.name == "else" && !after_if) found_.add(diagnostics::lonely_else(at(child.place)));
      after_if = child.name == "if" || (child.name == "else" && child.find("test") != nullptr);
      check_element(child, content);
      kept.push_back(std::move(child));
    }
    element.children = std::move(kept);
  }

  bool check_place(Element& child, const Element& parent, Content content) {
    child.row = find_element(child.name);
    if (child.row == nullptr) {
      std::vector<std::string> names;
      for (const ElementRow& row : vocabulary()) names.emplace_back(row.name);
      found_.add(diagnostics::unknown_element(child.name, base::did_you_mean(child.name, names), at(child.place)));
      return false;
    }
    if (includes(child.row->stands_in, content)) return true;
    std::vector<std::string> allowed;
    for (const ElementRow& row : vocabulary())
      if (includes(row.stands_in, content)) allowed.emplace_back(row.name);
    found_.add(diagnostics::misplaced_element(child.name, parent.name, allowed, at(child.place)));
    return false;
  }

  void too_many(const Place& place) {
    if (elements_ == kMaxElements + 1)
      found_.add(diagnostics::too_large({base::format("มีแท็กเกิน {} แท็ก รวมแฟ้มที่นำเข้า", kMaxElements),
                                         base::format("more than {} elements, includes counted", kMaxElements)},
                                        at(place)));
  }

  // Reads the part into a child named `part`, after the <with> children.
  void include(Element& element, Content here) {
    check_children(element, Content::Parameters);
    const Attribute* src = element.find("src");
    if (src == nullptr || elements_ > kMaxElements) return;
    const std::string path = beside(template_.files[element.place.file].path, src->value.text);
    const base::Position where = at(src->value.at(0));
    if (std::find(stack_.begin(), stack_.end(), path) != stack_.end()) {
      std::vector<std::string> chain = stack_;
      chain.push_back(path);
      found_.add(diagnostics::include_cycle(chain, where));
      return;
    }
    if (stack_.size() >= static_cast<std::size_t>(kMaxIncludeDepth)) {
      found_.add(diagnostics::too_large({base::format("นำเข้าซ้อนกันเกิน {} ชั้น", kMaxIncludeDepth),
                                         base::format("includes nest over {} deep", kMaxIncludeDepth)},
                                        where));
      return;
    }
    auto text = loader_ ? loader_(path) : std::nullopt;
    if (!text) {
      found_.add(diagnostics::include_not_found(path, where));
      return;
    }
    stack_.push_back(path);
    add_part({path, std::move(*text)}, element, here);
    stack_.pop_back();
  }

  void add_part(const Source& source, Element& element, Content here) {
    auto part = read(source, element.place);
    if (!part) return;
    if (part->name != "part") {
      found_.add(diagnostics::wrong_root(part->name, "part", at(part->place)));
      return;
    }
    part->row = find_element("part");
    check_element(*part, here);
    element.children.push_back(std::move(*part));
  }

  const IncludeLoader& loader_;
  base::Diagnostics& found_;
  Template template_;
  std::vector<std::string> stack_;
  std::size_t elements_ = 0;
};

}  // namespace

base::Position Template::position(const Place& place) const {
  base::Position position;
  if (place.file >= files.size()) return position;
  const Source& file = files[place.file];
  position.file = file.path;
  position.line = static_cast<int>(place.line);
  position.column = static_cast<int>(place.column);
  position.source_line = line_of(file.text, place.line);
  return position;
}

std::optional<Template> parse_template(const Source& source, const IncludeLoader& loader, base::Diagnostics& found) {
  base::Diagnostics own;
  auto parsed = TemplateParser(loader, own).parse(source);
  found.append(own);
  return parsed;
}

TemplateInfo template_info(const Template& parsed) {
  const auto text = [&parsed](std::string_view name) {
    const Attribute* attribute = parsed.root.find(name);
    return attribute == nullptr ? std::string() : attribute->value.text;
  };
  TemplateInfo info;
  info.id = text("id");
  info.name = {text("name").empty() ? info.id : text("name"), text("name-en").empty() ? info.id : text("name-en")};
  info.cycles = split_words(text("cycles"));
  info.kinds = split_words(text("kinds"));
  info.needs = split_words(text("needs"));
  const std::vector<std::string> outputs = split_words(text("outputs"));
  const auto goes_to = [&outputs](std::string_view name) {
    return std::find(outputs.begin(), outputs.end(), name) != outputs.end();
  };
  info.to_pdf = outputs.empty() || goes_to("pdf");
  info.to_workbook = goes_to("xlsx");
  return info;
}

}  // namespace phaen::templates
