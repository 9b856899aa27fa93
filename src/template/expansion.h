// SPDX-License-Identifier: GPL-3.0-or-later
// The expander at work: one document. Private to expand_*.cc.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "template/evaluator.h"
#include "template/inline_builder.h"
#include "template/program.h"

namespace phaen::templates {

/// Numbers of labelled headings and captions.
using LabelNumbers = std::map<std::string, std::string>;

class TableBuilder;
class ChartBuilder;

class Expansion {
 public:
  Expansion(const Program& program, const base::Dataset& data, base::OriginTable& origins, const ExpandOptions& options,
            base::Diagnostics& found);

  doc::DocumentInfo info();
  std::optional<doc::Section> next();

  /// Numbers found by an expansion that went before; null: references to numbers print nothing.
  void use_numbers(const LabelNumbers* numbers) { known_numbers_ = numbers; }
  LabelNumbers take_numbers() { return std::move(numbers_); }

 private:
  friend class TableBuilder;
  friend class ChartBuilder;

  struct PendingSection {
    const SectionNode* node;
    Place place;
    std::vector<SlotContent> frame;
  };
  struct ListState {
    ListKind kind = ListKind::Dash;
    std::int64_t number = 1;  // of the next item
    int depth = 0;
    doc::StyleId style = 0;
  };
  // Where paragraphs of a cell, an item or a note go.
  struct Flow {
    doc::StyleId style = 0;
    int depth = 0;
    bool in_cell = false;
    InlineStyle inline_style = {};
    InlineBuilder builder{true};
    std::vector<doc::Paragraph> paragraphs = {};
    std::optional<Figure> figure = {};
  };
  struct Printed {
    std::string text;
    base::OriginId origin = base::kNoOrigin;
    Figure figure;
    bool missing = false;
  };
  struct Footnotes {
    bool at_page_foot = false;  ///< a table's notes stand under the table
    std::uint32_t count = 0;
    std::vector<doc::Paragraph> notes = {};
  };

  // --- expand_values.cc
  base::Position at(const Place& place) const { return program_.source.position(place); }
  /// The place, and the record whose value the text prints first.
  base::Position at(const Text& text, const Place& place);
  void report_once(base::Diagnostic diagnostic);
  base::OriginId template_origin(const Literal& literal);
  base::OriginId place_origin(const Place& place);
  const std::string& digits_of(const Literal& literal) const;
  std::string localised(std::string text) const;
  thai::FormatOptions options_for(const ValueStyle& style) const;
  Printed print(const base::Value& value, const ValueType& type, const Placeholder* placeholder);
  Printed print(const Placeholder& placeholder);
  const thai::Format& format_for(const base::Value& value, const ValueType& type, const Placeholder* placeholder) const;
  /// Puts the record of a `from` into its slot; false: there is none. Several without `sort`: T102.
  bool look_up(const Selection& selection, const Place& place);
  doc::Derived aggregate(const Aggregate& aggregate, const Place& place, base::OriginId& origin);
  void report_derivation(doc::DerivationProblem problem, std::string_view name, const Place& place);
  Printed print_figure(const doc::CellValue& value, const thai::Format* format, base::OriginId origin);
  /// The figure of aggregate() as print_figure() prints it.
  Printed print_aggregate(const Aggregate& aggregate, const Place& place, const thai::Format* format);
  std::string plain(const Text& text);
  /// Text for machines: labels, addresses, paths, lengths. Its digits stay Arabic.
  std::string machine_text(const Text& text);

  // --- expand_inlines.cc
  void text(const Text& text, InlineBuilder& out, const InlineStyle& style);
  bool inline_node(const Node& node, InlineBuilder& out, const InlineStyle& style);
  void inlines(const Nodes& nodes, InlineBuilder& out, const InlineStyle& style);
  void reference(const RefNode& node, const Place& place, InlineBuilder& out, const InlineStyle& style);
  void footnote(const FootnoteNode& node, InlineBuilder& out, const InlineStyle& style);
  doc::Inlines line(const Nodes& nodes);

  /// Runs `body` on the content of a control node, once a round. False: the node is none.
  template <typename Body>
  bool control(const Node& node, Body&& body);

  // --- expand_blocks.cc
  void blocks(const Nodes& nodes, std::vector<doc::Block>& out);
  void block(const Node& node, std::vector<doc::Block>& out);
  void flow(const Nodes& nodes, Flow& flow);
  void flow_end(Flow& flow);
  void paragraph(const ParagraphNode& node, const Place& place, Flow& flow);
  void list(const ListNode& node, const Place& place, Flow& flow, int depth);
  void items(const Nodes& nodes, ListState& state, Flow& flow);
  void item(const ItemNode& node, const Place& place, ListState& state, Flow& flow);
  std::string marker(const ListState& state) const;
  doc::Heading heading(const HeadingNode& node, const Place& place);
  std::string heading_number(const HeadingNode& node);
  /// What a caption numbers: each has a count of its own.
  enum class Captioned : std::uint8_t { Table, Image, Map };
  doc::Caption caption(const CaptionNode& node, const Place& place, Captioned what);
  std::optional<doc::Image> image(const ImageNode& node, const Place& place);
  std::optional<doc::MapFigure> map(const MapNode& node, const Place& place);
  std::optional<base::Length> block_width(const Text& written, const Place& place);
  /// The content of a <figure>.
  struct FigureParts {
    std::optional<doc::Image> image;
    std::optional<doc::ChartBlock> chart;
    std::optional<doc::MapFigure> map;
    const CaptionNode* caption = nullptr;
    Place place;  ///< of the caption
  };
  void figure(const Nodes& nodes, FigureParts& parts);
  void finish_figure(FigureParts&& parts, std::vector<doc::Block>& out);
  doc::Keep signature(const SignatureNode& node, const Place& place);
  void signers(const Nodes& nodes, doc::Table& table);
  std::string label(const Text& text, const Place& place);
  std::string label(const Text& text, const Place& place, const std::string& number);

  // --- expand_document.cc
  void plan_sections(const Nodes& nodes);
  doc::Section section(const PendingSection& pending);
  void check_references();

  const Program& program_;
  const ExpandOptions& options_;
  base::Diagnostics& found_;
  base::OriginTable& origins_;
  Evaluator evaluator_;
  doc::Digits digits_;
  std::vector<base::OriginId> literal_origins_;
  std::set<std::pair<std::string, std::pair<std::uint32_t, std::uint32_t>>> reported_;

  std::vector<PendingSection> sections_;
  std::size_t next_section_ = 0;
  base::Length text_width_;  ///< of the section being expanded

  ValueStyle value_style_;                     ///< in force: of the document, the table, the column, the cell
  const thai::Format* cell_format_ = nullptr;  ///< of the cell being expanded
  Footnotes* footnotes_ = nullptr;             ///< where notes go: the table's or the section's
  std::vector<int> heading_counters_;
  std::map<Captioned, int> captions_;  ///< the last number of each
  std::set<std::string> labels_;
  LabelNumbers numbers_;
  const LabelNumbers* known_numbers_ = nullptr;
  std::vector<std::pair<std::string, Place>> references_;
};

template <typename Body>
bool Expansion::control(const Node& node, Body&& body) {
  if (const auto* loop = std::get_if<ForNode>(&node.is)) {
    const Selection& selection = loop->selection;
    std::int64_t number = 0;
    for (SlotContent& round : evaluator_.select(selection)) {
      evaluator_.frame()[selection.slot] = std::move(round);
      if (selection.index) evaluator_.frame()[*selection.index] = {kNoRecord, ++number, place_origin(node.place)};
      body(loop->body);
      if (evaluator_.exhausted()) break;
    }
    return true;
  }
  if (const auto* choice = std::get_if<IfNode>(&node.is)) {
    for (const Branch& branch : choice->branches) {
      if (branch.test && !evaluator_.holds(*branch.test)) continue;
      body(branch.body);
      break;
    }
    return true;
  }
  if (const auto* include = std::get_if<IncludeNode>(&node.is)) {
    for (const IncludeNode::Name& name : include->names) {
      SlotContent& slot = evaluator_.frame()[name.slot];
      const auto* path = std::get_if<Path>(&name.value);
      if (path == nullptr) {
        slot = {kNoRecord, std::get<base::Value>(name.value), place_origin(node.place)};
      } else if (path->end == Path::End::Record) {
        const std::uint32_t record = evaluator_.record(*path);
        slot = {record, {}, base::kNoOrigin};
      } else {
        const FoundValue value = evaluator_.value(*path);
        SlotContent content{kNoRecord, value.missing() ? base::Value(base::Missing{}) : *value.value,
                            evaluator_.origin(value)};
        slot = std::move(content);
      }
    }
    body(include->body);
    return true;
  }
  return false;
}

}  // namespace phaen::templates
