// SPDX-License-Identifier: GPL-3.0-or-later
// check() at work: turns the tree of elements into a Program. Private to check_*.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "template/field_types.h"
#include "template/program.h"

namespace phaen::templates {

class Checker {
 public:
  Checker(const Template& parsed, std::shared_ptr<const base::Schema> schema, const Roots& roots,
          base::Diagnostics& found);
  std::optional<CheckedTemplate> run();

 private:
  struct Binding {
    std::string name;  ///< empty: a slot no path can name
    Slot slot = 0;
    bool record = true;
    std::uint16_t table = 0;  ///< of a record
    ValueType type;           ///< of a value
  };
  // A path with what its caller must know to accept or split it.
  struct Resolved {
    Path path;
    bool plural = false;
    std::size_t plural_steps = 0;  ///< steps up to and with the last one that leads to several records
  };
  // Leaves the names and slots that were taken since it was made.
  class Scope {
   public:
    explicit Scope(Checker& checker) : checker_(checker), names_(checker.names_.size()) {}
    ~Scope() { checker_.names_.resize(names_); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Checker& checker_;
    std::size_t names_;
  };

  // --- check_paths.cc: names
  base::Position at(const PlacedText& text, std::size_t offset) const { return parsed_.position(text.at(offset)); }
  void syntax(const SyntaxError& error, const PlacedText& text);
  const base::Table& table(std::uint16_t index) const { return schema_->tables[index]; }
  const Binding* find_binding(std::string_view name) const;
  Slot bind_record(const std::string& name, std::uint16_t table, const PlacedText* where);
  Slot bind_value(const std::string& name, ValueType type, const PlacedText* where);
  Slot bind(Binding binding, const PlacedText* where);
  std::uint16_t link(std::uint16_t table, std::uint16_t field, std::uint16_t target);
  std::vector<std::string> known_names() const;
  std::vector<std::string> known_steps(std::uint16_t table) const;
  std::optional<Resolved> resolve(const PathText& path, const PlacedText& text);
  bool start(const PathText& path, const PlacedText& text, Resolved& resolved);
  bool step(const PathText& path, std::size_t n, const PlacedText& text, Resolved& resolved);
  bool step_forward(std::uint16_t field, Resolved& resolved);
  bool step_back(const PathStep& step, Resolved& resolved);
  bool step_years(std::string_view name, Resolved& resolved);
  std::optional<Path> single(const PathText& path, const PlacedText& text);   ///< a value or one record
  std::optional<Path> value(const PathText& path, const PlacedText& text);    ///< a value
  std::optional<Path> records(const PathText& path, const PlacedText& text);  ///< several records, or years
  bool split(Resolved& resolved, const PathText& path, const PlacedText& text, Path& head, Path& tail);

  // --- check_conditions.cc
  std::optional<Condition> condition(const PlacedText& text);
  std::optional<Clause> clause(const ClauseText& clause, const PlacedText& text);
  std::optional<Operand> operand(const OperandText& operand, const Path& left, const PlacedText& text);
  std::optional<base::Value> literal(const OperandText& operand, const ValueType& type, const std::string& left,
                                     const PlacedText& text);
  bool comparable(const Path& left, const Path& right) const;
  std::vector<SortKey> sort_keys(const PlacedText& text);

  // --- check_selections.cc
  std::optional<Selection> selection(const Element& element, const Attribute* in, const Attribute* variable);
  bool selection_source(const CollectionText& collection, const PlacedText& text, Selection& made, ValueType& type);
  bool choices_source(const CollectionText& collection, const PlacedText& text, Selection& made, ValueType& type);
  void refine(const Element& element, Selection& made);
  std::optional<Aggregate> aggregate(const Element& element);
  void aggregate_sum(const Element& element, const Attribute& sum, Aggregate& made);
  std::optional<Aggregate> control(const Element& element, const std::optional<Derive>& derive);

  // --- check_text.cc
  Text text(const PlacedText& text);
  Text text(const Attribute* attribute) { return attribute == nullptr ? Text{} : text(attribute->value); }
  Literal literal(std::string_view raw, Place place);
  std::optional<Placeholder> placeholder(const PlaceholderText& placeholder, const PlacedText& text);
  const thai::Format* format(std::string_view name, const PlacedText& text, std::size_t offset);
  const thai::Format* format(const Attribute* attribute);

  // --- check_attributes.cc
  std::optional<doc::StyleId> style(const Attribute* attribute);
  ValueStyle value_style(const Element& element);
  doc::Emphasis emphasis(const Element& element);
  static bool flag(const Element& element, std::string_view name, bool standard);
  static std::string word(const Element& element, std::string_view name, std::string_view standard);
  static int number(const Element& element, std::string_view name, int standard);
  static base::Length length(const Element& element, std::string_view name, base::Length standard);
  std::optional<KeyRange> key_range(const Attribute* attribute);
  void exclude(const Element& element, const std::vector<std::string>& names);

  // --- check_nodes.cc, check_tables.cc, check_charts.cc
  Nodes nodes(const Element& parent);
  std::optional<Node> node(const Element& element);
  Node for_node(const Element& element);
  void add_branch(const Element& element, Nodes& nodes);
  Node include_node(const Element& element);
  Node heading_node(const Element& element);
  Node paragraph_node(const Element& element);
  Node list_node(const Element& element);
  Node span_node(const Element& element);
  Node ref_node(const Element& element);
  Node value_node(const Element& element);
  Node image_node(const Element& element);
  Node map_node(const Element& element);
  Node signer_node(const Element& element);
  Node section_node(const Element& element);
  Node table_node(const Element& element);
  Node chart_node(const Element& element);
  Node series_node(const Element& element);
  const Element* category_of(const Element& chart);
  std::optional<Path> date_path(const Element& element, std::string_view attribute);
  void check_rows(const Element& table);  ///< check_rows.cc
  Node column_node(const Element& element);
  Node row_node(const Element& element, doc::RowKind kind);
  Node cell_node(const Element& element);
  Node caption_node(const Element& element);
  std::optional<SpanWidth> span_width(const Attribute* attribute);
  std::optional<Derive> derive(const Element& element);
  void check_keys(const KeyRange& range, const Attribute& attribute);
  void check_flow(const Element& element);

  // --- check.cc
  void collect_styles();
  void collect_styles(const Element& parent);
  void set_style(const Element& element);
  void document_attributes();
  void check_need(const std::string& name, base::Position where);
  void standard_styles();

  const Template& parsed_;
  std::shared_ptr<const base::Schema> schema_;
  base::Diagnostics& found_;
  Program program_;
  std::vector<Binding> names_;
  std::vector<std::string> columns_;             ///< keys of the table being checked
  doc::ChartKind chart_ = doc::ChartKind::Bars;  ///< kind of the chart being checked
};

}  // namespace phaen::templates
