// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/workbook_parts.h"

#include <algorithm>

namespace phaen::readback {
namespace {

std::string value_of(const Attributes& attributes, std::string_view name) {
  return std::string(attributes.find(name).value_or(""));
}

// `../comments1.xml` seen from `xl/worksheets/sheet1.xml`: `xl/comments1.xml`.
std::string resolved(std::string_view source, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(source.substr(0, source.rfind('/') + 1));
  while (target.starts_with("../") && !folder.empty()) {
    target.remove_prefix(3);
    folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return folder + std::string(target);
}

}  // namespace

void RichTextReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "rPh") is_guide_ = true;
  if (element != "t" || is_guide_) return;
  keeps_space_ = attributes.find("xml:space") == "preserve";
  run_.begin();
}

void RichTextReader::end(std::string_view element) {
  if (element == "rPh") is_guide_ = false;
  if (element != "t" || is_guide_) return;
  std::string& run = run_.end();
  if (!keeps_space_) run = std::string(trimmed(run));
  resolve_escapes(run);
  text_ += run;
}

void RelationshipReader::start(std::string_view element, const Attributes& attributes) {
  if (element != "Relationship") return;
  Relationship relationship;
  relationship.id = value_of(attributes, "Id");
  const std::string type = value_of(attributes, "Type");
  relationship.kind = type.substr(type.rfind('/') + 1);
  relationship.is_external = attributes.find("TargetMode") == "External";
  relationship.target = value_of(attributes, "Target");
  if (!relationship.is_external) relationship.target = resolved(source_, relationship.target);
  all_.push_back(std::move(relationship));
}

const Relationship* RelationshipReader::find_id(std::string_view id) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& r) { return r.id == id; });
  return found == all_.end() ? nullptr : &*found;
}

const Relationship* RelationshipReader::find_kind(std::string_view kind) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& r) { return r.kind == kind; });
  return found == all_.end() ? nullptr : &*found;
}

std::vector<const Relationship*> RelationshipReader::find_all(std::string_view kind) const {
  std::vector<const Relationship*> found;
  for (const Relationship& relationship : all_)
    if (relationship.kind == kind) found.push_back(&relationship);
  return found;
}

std::string relationships_of(std::string_view part) {
  const auto name = part.rfind('/') + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

void BookReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "sheet") {
    Sheet sheet{value_of(attributes, "name"), value_of(attributes, "r:id"),
                attributes.find("state").value_or("visible") != "visible"};
    resolve_escapes(sheet.name);
    sheets.push_back(std::move(sheet));
  } else if (element == "definedName") {
    names.push_back({value_of(attributes, "name"), parse_count(value_of(attributes, "localSheetId")), ""});
    content_.begin();
  }
}

void BookReader::end(std::string_view element) {
  if (element == "definedName") names.back().refers_to = content_.end();
}

void SharedStringReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "si") item_.begin();
  item_.start(element, attributes);
}

void SharedStringReader::end(std::string_view element) {
  item_.end(element);
  if (element != "si") return;
  texts_ += item_.text();
  ends_.push_back(texts_.size());
}

std::optional<std::string_view> SharedStringReader::at(std::size_t index) const {
  if (index >= ends_.size()) return std::nullopt;
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(texts_).substr(begin, ends_[index] - begin);
}

void StyleReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "cellXfs") in_cell_styles_ = true;
  const auto id = parse_count(attributes.find("numFmtId").value_or("0")).value_or(0);
  if (element == "numFmt") codes_.emplace_back(id, value_of(attributes, "formatCode"));
  if (element != "xf" || !in_cell_styles_) return;
  const auto own = std::find_if(codes_.begin(), codes_.end(), [&](const auto& code) { return code.first == id; });
  number_formats.emplace_back(own == codes_.end() ? built_in_number_format(id) : own->second);
  if (number_formats.back() == "General") number_formats.back().clear();
}

void StyleReader::end(std::string_view element) {
  if (element == "cellXfs") in_cell_styles_ = false;
}

void CommentReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "comment") {
    comments.push_back({value_of(attributes, "ref"), ""});
    content_.begin();
  }
  content_.start(element, attributes);
}

void CommentReader::end(std::string_view element) {
  content_.end(element);
  if (element == "comment") comments.back().text = content_.text();
}

void ChartReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "ser") {
    series.emplace_back();
    reference_ = nullptr;
  }
  if (series.empty()) return;
  Series& last = series.back();
  if (element == "tx") reference_ = &last.name;
  if (element == "cat") reference_ = &last.categories;
  if (element == "val") reference_ = &last.values;
  if (element == "pt") point_ = parse_count(attributes.find("idx").value_or("0")).value_or(0);
  if (element == "f" || element == "v") content_.begin();
}

void ChartReader::end(std::string_view element) {
  if (element == "f" || element == "v") {
    const std::string text = content_.end();
    if (reference_ != nullptr) (element == "f" ? reference_->cells : reference_->values[point_]) = text;
  }
  if (element == "tx" || element == "cat" || element == "val" || element == "ser") reference_ = nullptr;
}

void PropertyReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "property") custom_ = value_of(attributes, "name");
  content_.begin();
}

void PropertyReader::end(std::string_view element) {
  if (element == "property") {
    custom_.clear();
    return;
  }
  all_.emplace_back(custom_.empty() ? std::string(element) : custom_, content_.end());
}

std::optional<std::string_view> PropertyReader::find(std::string_view name) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& entry) { return entry.first == name; });
  if (found == all_.end()) return std::nullopt;
  return found->second;
}

}  // namespace phaen::readback
