// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of a workbook, read into plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readback/package.h"
#include "readback/spreadsheet_text.h"

namespace phaen::readback {

/// Collects the text of one element at a time.
class TextCollector {
 public:
  void begin() {
    text_.clear();
    on_ = true;
  }
  void add(std::string_view text) {
    if (on_) text_ += text;
  }
  /// Nothing more until begin(); the reference lasts until then.
  std::string& end() {
    on_ = false;
    return text_;
  }

 private:
  std::string text_;
  bool on_ = false;
};

/// The texts of an `si`, `is` or comment `text` element: plain or in runs; pronunciation guides are left out.
class RichTextReader {
 public:
  void begin() { text_.clear(); }
  void start(std::string_view element, const Attributes& attributes);
  void end(std::string_view element);
  void characters(std::string_view text) { run_.add(text); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  TextCollector run_;
  bool keeps_space_ = false, is_guide_ = false;
};

struct Relationship {
  std::string id;
  std::string kind;    ///< last part of its type: `worksheet`, `hyperlink`
  std::string target;  ///< name of the part, or a URI when it is external
  bool is_external = false;
};

class RelationshipReader : public XmlHandler {
 public:
  /// `source`: name of the part whose relationships these are; "" for those of the package.
  explicit RelationshipReader(std::string_view source) : source_(source) {}
  void start(std::string_view element, const Attributes& attributes) override;
  const Relationship* find_id(std::string_view id) const;
  const Relationship* find_kind(std::string_view kind) const;
  std::vector<const Relationship*> find_all(std::string_view kind) const;

 private:
  std::string source_;
  std::vector<Relationship> all_;
};

/// Where the relationships of a part are kept: `xl/_rels/workbook.xml.rels`.
std::string relationships_of(std::string_view part);

/// xl/workbook.xml.
class BookReader : public XmlHandler {
 public:
  struct Sheet {
    std::string name, relationship;
    bool hidden = false;
  };
  struct DefinedName {
    std::string name;
    std::optional<std::uint32_t> sheet;  ///< the sheet it is local to
    std::string refers_to;
  };
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override { content_.add(text); }

  std::vector<Sheet> sheets;
  std::vector<DefinedName> names;

 private:
  TextCollector content_;
};

/// xl/sharedStrings.xml: all texts in one piece of memory.
class SharedStringReader : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override { item_.characters(text); }
  std::optional<std::string_view> at(std::size_t index) const;

 private:
  RichTextReader item_;
  std::string texts_;
  std::vector<std::size_t> ends_;
};

/// xl/styles.xml: the number format code of each cell style; General is "".
class StyleReader : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  std::vector<std::string> number_formats;

 private:
  std::vector<std::pair<std::uint32_t, std::string>> codes_;
  bool in_cell_styles_ = false;
};

/// xl/comments1.xml.
class CommentReader : public XmlHandler {
 public:
  struct Comment {
    std::string cell, text;
  };
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override { content_.characters(text); }
  std::vector<Comment> comments;

 private:
  RichTextReader content_;
};

/// xl/charts/chart1.xml: what each series shows.
class ChartReader : public XmlHandler {
 public:
  /// Cells, and what the chart keeps of their values.
  struct Reference {
    std::string cells;
    std::map<std::uint32_t, std::string> values;  ///< by their place in the range
  };
  struct Series {
    Reference name, categories, values;
  };
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override { content_.add(text); }
  std::vector<Series> series;

 private:
  Reference* reference_ = nullptr;
  std::uint32_t point_ = 0;
  TextCollector content_;
};

/// docProps/core.xml and custom.xml: contents by element name, custom ones by property name.
class PropertyReader : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override { content_.add(text); }
  std::optional<std::string_view> find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
  std::string custom_;  ///< name of the custom property being read
  TextCollector content_;
};

}  // namespace phaen::readback
