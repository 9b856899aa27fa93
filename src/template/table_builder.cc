// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/table_builder.h"

#include <algorithm>

#include "base/format.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

// Whether columns stand anywhere inside: the loops of rows need no round for them.
bool holds_columns(const Nodes& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    if (const auto* loop = std::get_if<ForNode>(&node.is)) return holds_columns(loop->body);
    if (const auto* include = std::get_if<IncludeNode>(&node.is)) return holds_columns(include->body);
    if (const auto* choice = std::get_if<IfNode>(&node.is))
      return std::any_of(choice->branches.begin(), choice->branches.end(),
                         [](const Branch& branch) { return holds_columns(branch.body); });
    return std::holds_alternative<ColumnNode>(node.is);
  });
}

}  // namespace

doc::Table TableBuilder::build() {
  const ValueStyle outer_style = expansion_.value_style_;
  Expansion::Footnotes* const outer_notes = expansion_.footnotes_;
  Expansion::Footnotes notes;
  expansion_.footnotes_ = &notes;
  expansion_.value_style_.override_with(node_.style);
  table_.head_style = node_.head_style;
  table_.cell_style = node_.cell_style;
  table_.rules = node_.rules;
  table_.split_rows = node_.split_rows;
  table_.repeat_header = node_.repeat_header;
  table_.continuation_label = node_.continuation;
  table_.carry = node_.carry;
  table_.split_columns = node_.split_columns;
  table_.key_columns = static_cast<std::uint16_t>(std::clamp(node_.keys, 0, 0xFFFF));
  table_.alternative = expansion_.plain(node_.alternative);
  columns(node_.body);
  occupied_.assign(columns_.size(), 0);
  merges_.assign(columns_.size(), {});
  heads(node_.body);
  scope_first_ = table_.rows.size();
  scoped(node_.body);
  parts(node_.body);
  compute_all();
  for (doc::Row& row : table_.rows)
    for (doc::Cell& cell : row.cells)
      cell.row_span = std::min<std::uint32_t>(
          cell.row_span,
          static_cast<std::uint32_t>(table_.rows.size() - static_cast<std::size_t>(&row - table_.rows.data())));
  table_.notes.insert(table_.notes.end(), notes.notes.begin(), notes.notes.end());
  expansion_.footnotes_ = outer_notes;
  expansion_.value_style_ = outer_style;
  return std::move(table_);
}

// --- columns ---------------------------------------------------------------------------------------------------------

void TableBuilder::columns(const Nodes& nodes) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<ColumnNode>(&node.is)) {
      column(*one, node.place);
    } else if (const auto* loop = std::get_if<ForNode>(&node.is)) {
      const std::size_t before = columns_.size();
      if (!holds_columns(loop->body)) continue;
      expansion_.control(node, [&](const Nodes& body) {
        const std::size_t first = columns_.size();
        columns(body);
        const SlotContent& round = expansion_.evaluator_.frame()[loop->selection.slot];
        for (std::size_t i = std::max(first, before); i < columns_.size(); ++i)
          if (!base::is_missing(round.value)) table_.columns[i].key += ":" + base::canonical_text(round.value);
      });
    } else if (std::holds_alternative<IfNode>(node.is) || std::holds_alternative<IncludeNode>(node.is)) {
      expansion_.control(node, [&](const Nodes& body) { columns(body); });
    }
  }
}

void TableBuilder::column(const ColumnNode& node, const Place& place) {
  const ValueStyle outer = expansion_.value_style_;
  expansion_.value_style_.override_with(node.style);
  table_.columns.push_back(
      {node.key, node.width, node.align, node.header, expansion_.options_for({}), expansion_.place_origin(place)});
  expansion_.value_style_ = outer;
  columns_.push_back({node.key, node.format, node.style});
}

// Columns with a key of the range; from the first of one key to the last of the other.
std::vector<std::size_t> TableBuilder::key_columns(const KeyRange& range) const {
  std::size_t first = columns_.size(), last = 0;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].key == range.first) first = std::min(first, i);
    if (columns_[i].key == range.last) last = i;
    if (range.first == range.last && columns_[i].key == range.first) found.push_back(i);
  }
  if (range.first == range.last) return found;
  for (std::size_t i = first; i <= last && i < columns_.size(); ++i) found.push_back(i);
  return found;
}

// --- rows ------------------------------------------------------------------------------------------------------------

void TableBuilder::heads(const Nodes& nodes) {
  const auto rows = [this](const Nodes& in, auto& self) -> void {
    for (const Node& node : in)
      if (const auto* one = std::get_if<RowNode>(&node.is))
        row(*one, node.place, true);
      else
        expansion_.control(node, [&](const Nodes& body) { self(body, self); });
  };
  for (const Node& node : nodes) {
    if (const auto* head = std::get_if<HeadNode>(&node.is))
      rows(head->body, rows);
    else if (std::holds_alternative<IfNode>(node.is) || std::holds_alternative<IncludeNode>(node.is))
      expansion_.control(node, [&](const Nodes& body) { heads(body); });
  }
}

// The rows of the table or of one round of a loop: what totals inside add up.
void TableBuilder::scoped(const Nodes& nodes) {
  const std::size_t outer_first = scope_first_;
  const std::vector<std::size_t> outer_open = std::move(open_);
  open_.clear();
  scope_first_ = table_.rows.size();
  body(nodes);
  for (const std::size_t index : open_) pending_[index].end = table_.rows.size();
  open_ = outer_open;
  scope_first_ = outer_first;
}

void TableBuilder::body(const Nodes& nodes) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<RowNode>(&node.is))
      row(*one, node.place, false);
    else if (std::holds_alternative<ForNode>(node.is))
      expansion_.control(node, [&](const Nodes& inside) { scoped(inside); });
    else if (std::holds_alternative<IfNode>(node.is) || std::holds_alternative<IncludeNode>(node.is))
      expansion_.control(node, [&](const Nodes& inside) { body(inside); });
  }
}

// Caption, unit line and notes.
void TableBuilder::parts(const Nodes& nodes) {
  for (const Node& node : nodes) {
    if (const auto* words = std::get_if<CaptionNode>(&node.is)) {
      table_.caption = expansion_.caption(*words, node.place, Expansion::Captioned::Table);
    } else if (const auto* unit = std::get_if<UnitNode>(&node.is)) {
      table_.unit_line = expansion_.line(unit->body);
    } else if (const auto* note = std::get_if<NoteNode>(&node.is)) {
      Expansion::Flow flow{expansion_.program_.standard.note};
      expansion_.flow(note->body, flow);
      expansion_.flow_end(flow);
      for (doc::Paragraph& paragraph : flow.paragraphs) table_.notes.push_back(std::move(paragraph));
    } else if (std::holds_alternative<IfNode>(node.is) || std::holds_alternative<IncludeNode>(node.is)) {
      expansion_.control(node, [&](const Nodes& body) { parts(body); });
    }
  }
}

void TableBuilder::row(const RowNode& node, const Place& place, bool head) {
  const StandardStyles& standard = expansion_.program_.standard;
  doc::Row made;
  made.kind = head ? doc::RowKind::Header : node.kind;
  made.level = static_cast<std::uint8_t>(node.level);
  made.keep_with_next = node.keep;
  RowState state{&node, place};
  switch (made.kind) {
    case doc::RowKind::Header: state.style = table_.head_style; break;
    case doc::RowKind::Group: state.style = standard.table_group; break;
    case doc::RowKind::Body: state.style = table_.cell_style; break;
    case doc::RowKind::Total: state.style = standard.table_total; break;
  }
  state.style = node.style.value_or(state.style);
  if (made.kind != doc::RowKind::Body) merges_.assign(columns_.size(), {});
  made.cells.reserve(columns_.size());
  table_.rows.push_back(std::move(made));
  pending_at_.emplace_back();
  cells(node.body, state);
  finish_row(state);
}

void TableBuilder::cells(const Nodes& nodes, RowState& state) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<CellNode>(&node.is))
      cell(*one, node.place, state);
    else
      expansion_.control(node, [&](const Nodes& body) { cells(body, state); });
  }
}

void TableBuilder::skip_occupied(RowState& state) const {
  const std::size_t current = table_.rows.size() - 1;
  while (state.cursor < columns_.size() && occupied_[state.cursor] > current) ++state.cursor;
}

// A row must account for every column: a cell too few would shift figures under the wrong heading.
void TableBuilder::finish_row(RowState& state) {
  skip_occupied(state);
  if (state.cursor < columns_.size() || state.overflow)
    expansion_.report_once(
        diagnostics::row_width(state.cursor + (state.overflow ? 1 : 0), columns_.size(), expansion_.at(state.place)));
}

// --- cells -----------------------------------------------------------------------------------------------------------

std::size_t TableBuilder::place_cell(const CellNode& node, const Place& place, RowState& state) {
  skip_occupied(state);
  if (!node.column) return state.cursor;
  const std::vector<std::size_t> named = key_columns(*node.column);
  if (named.size() == 1 && named[0] >= state.cursor) {
    // Cells left out before a named column are empty on purpose.
    for (; state.cursor < named[0]; ++state.cursor) {
      if (occupied_[state.cursor] >= table_.rows.size()) continue;
      doc::Cell blank;
      blank.column = static_cast<std::uint16_t>(state.cursor);
      table_.rows.back().cells.push_back(std::move(blank));
    }
  } else if (named.size() != 1) {
    expansion_.report_once(diagnostics::several_columns(node.column->first, named.size(), expansion_.at(place)));
  }
  return state.cursor;
}

std::size_t TableBuilder::span_of(const CellNode& node, const Place&, const RowState& state, std::size_t column) {
  const std::size_t rest = columns_.size() - column;
  if (!node.span)
    return state.node->kind == doc::RowKind::Group && state.node->body.size() == 1 && column == 0 ? rest : 1;
  switch (node.span->kind) {
    case SpanWidth::Kind::Count: return static_cast<std::size_t>(node.span->count);
    case SpanWidth::Kind::All: return rest;
    case SpanWidth::Kind::Keys: return key_columns(node.span->keys).size();
  }
  return 1;
}

void TableBuilder::cell(const CellNode& node, const Place& place, RowState& state) {
  const std::size_t column = place_cell(node, place, state);
  if (column >= columns_.size()) {
    state.overflow = true;
    return;
  }
  std::size_t span = span_of(node, place, state, column);
  if (span == 0) return;  // a span over columns that are not there in this document
  if (column + span > columns_.size()) {
    state.overflow = true;
    span = columns_.size() - column;
  }
  state.cursor = column + span;
  if (node.merge && merge(node, column, state)) return;
  const std::size_t current = table_.rows.size() - 1;
  if (node.rows > 1)
    for (std::size_t i = column; i < column + span; ++i) occupied_[i] = current + static_cast<std::size_t>(node.rows);
  doc::Cell made;
  made.column = static_cast<std::uint16_t>(column);
  made.column_span = static_cast<std::uint16_t>(span);
  made.row_span = static_cast<std::uint32_t>(node.rows);
  made.align = node.align;
  made.vertical = node.vertical;
  const doc::RowKind kind = table_.rows.back().kind;
  if (!made.align && kind == doc::RowKind::Header) made.align = doc::Align::Centre;
  if (!made.align && kind == doc::RowKind::Group && span > 1) made.align = doc::Align::Left;
  fill(node, place, columns_[column], state, made);
  table_.rows.back().cells.push_back(std::move(made));
}

// Content, figure and origin of a cell.
void TableBuilder::fill(const CellNode& node, const Place& place, const ColumnInfo& info, RowState& state,
                        doc::Cell& made) {
  const ValueStyle outer = expansion_.value_style_;
  expansion_.value_style_.override_with(info.style);
  expansion_.value_style_.override_with(node.value_style);
  const bool header = table_.rows.back().kind == doc::RowKind::Header;
  expansion_.cell_format_ = node.format != nullptr ? node.format : header ? nullptr : info.format;
  Expansion::Flow flow{node.style.value_or(state.style), node.depth, true};
  if (node.aggregate) {
    const Expansion::Printed printed = expansion_.print_aggregate(*node.aggregate, place, expansion_.cell_format_);
    flow.builder.figure(printed.figure);
    flow.builder.value(printed.text, {}, printed.origin);
  } else if (node.derive) {
    const std::size_t row = table_.rows.size() - 1;
    pending_at_[row].emplace_back(table_.rows.back().cells.size(), pending_.size());
    open_.push_back(pending_.size());
    pending_.push_back({row, table_.rows.back().cells.size(), &node, place, scope_first_, 0});
    if (node.control) {
      base::OriginId origin = base::kNoOrigin;
      pending_.back().control = expansion_.aggregate(*node.control, place, origin).value;
    }
    doc::Paragraph waiting;
    waiting.style = flow.style;
    flow.paragraphs.push_back(std::move(waiting));
  } else if (node.from) {
    fill_from(node, place, flow);
  } else {
    expansion_.flow(node.body, flow);
  }
  expansion_.flow_end(flow);
  if (flow.figure) {
    made.value = flow.figure->value;
    made.format = flow.figure->format;
    made.origin = flow.figure->origin;
  }
  made.content = std::move(flow.paragraphs);
  expansion_.cell_format_ = nullptr;
  expansion_.value_style_ = outer;
}

void TableBuilder::fill_from(const CellNode& node, const Place& place, Expansion::Flow& flow) {
  if (expansion_.look_up(*node.from, place))
    expansion_.flow(node.body, flow);
  else
    flow.builder.value(std::string(thai::nil_text(expansion_.options_for({}).nil)), {}, base::kNoOrigin);
}

// --- merging downward ------------------------------------------------------------------------------------------------

std::string TableBuilder::merge_key(const Path& path) {
  if (path.end == Path::End::Record) {
    const std::uint32_t record = expansion_.evaluator_.record(path);
    return record == kNoRecord ? std::string() : base::format("#{}", record);
  }
  const FoundValue value = expansion_.evaluator_.value(path);
  return value.missing() ? std::string() : "=" + base::canonical_text(*value.value);
}

// True when the cell continues the one above: that one grows and this one is left out.
bool TableBuilder::merge(const CellNode& node, std::size_t column, RowState& state) {
  const std::size_t current = table_.rows.size() - 1;
  const std::string key = merge_key(*node.merge);
  MergeColumn& above = merges_[column];
  const bool body = table_.rows.back().kind == doc::RowKind::Body;
  const bool continues = body && state.merging && !key.empty() && key == above.key &&
                         above.row + table_.rows[above.row].cells[above.cell].row_span == current;
  if (continues) {
    ++table_.rows[above.row].cells[above.cell].row_span;
    return true;
  }
  state.merging = false;
  above = {body ? key : std::string(), current, table_.rows.back().cells.size()};
  return false;
}

}  // namespace phaen::templates
