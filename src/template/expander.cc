// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/diagnostics.h"
#include "template/expansion.h"

namespace phaen::templates {

Expansion::Expansion(const Program& program, const base::Dataset& data, base::OriginTable& origins,
                     const ExpandOptions& options, base::Diagnostics& found)
    : program_(program),
      options_(options),
      found_(found),
      origins_(origins),
      evaluator_(program, data, origins),
      digits_(options.digits.value_or(program.digits)),
      literal_origins_(program.literals, base::kNoOrigin),
      value_style_(program.style) {
  for (std::size_t i = 0; i < program.roots.size(); ++i) {
    const auto record = options.root_records.find(program.roots[i].name);
    if (record != options.root_records.end() && record->second < data.records(program.roots[i].table).size())
      evaluator_.frame()[i].record = static_cast<std::uint32_t>(record->second);
  }
  plan_sections(program.body);
}

// Loops over sections run at once and keep the frame of each: sections are then expanded one by one.
void Expansion::plan_sections(const Nodes& nodes) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<SectionNode>(&node.is))
      sections_.push_back({one, node.place, evaluator_.frame()});
    else
      control(node, [&](const Nodes& body) { plan_sections(body); });
  }
}

doc::DocumentInfo Expansion::info() {
  doc::DocumentInfo made;
  made.title = plain(program_.title);
  made.subject = plain(program_.subject);
  made.author = plain(program_.author);
  made.issue_date = options_.issue_date;
  made.digits = digits_;
  made.file_name = program_.file_name.empty() ? program_.info.id : machine_text(program_.file_name);
  made.to_pdf = program_.info.to_pdf;
  made.to_workbook = program_.info.to_workbook;
  made.styles = program_.styles;
  if (!program_.mark_when || evaluator_.holds(*program_.mark_when)) made.mark = plain(program_.mark);
  made.synthetic_note = localised(program_.synthetic_note);
  return made;
}

std::optional<doc::Section> Expansion::next() {
  if (next_section_ >= sections_.size()) {
    if (next_section_ == sections_.size()) check_references();
    next_section_ = sections_.size() + 1;
    return {};
  }
  PendingSection& pending = sections_[next_section_++];
  evaluator_.frame() = std::move(pending.frame);
  doc::Section made = section(pending);
  if (evaluator_.exhausted()) report_once(diagnostics::too_much_output(at(pending.place)));
  return made;
}

doc::Section Expansion::section(const PendingSection& pending) {
  const SectionNode& node = *pending.node;
  doc::Section made;
  made.name = plain(node.name);
  made.geometry = node.geometry;
  made.folio = node.folio;
  made.folio_place = node.folio_place;
  made.folio_form = node.folio_form;
  made.running_heading = node.running_heading;
  made.folio_on_first_page = node.first_folio;
  made.restart_folio_at = node.restart;
  InlineBuilder head(false);
  text(node.running_head, head, {});
  made.running_head = head.take_line();
  made.sheet = plain(node.sheet);
  text_width_ = node.geometry.paper.width - node.geometry.left - node.geometry.right;
  Footnotes notes{.at_page_foot = true};
  footnotes_ = &notes;
  blocks(node.body, made.blocks);
  footnotes_ = nullptr;
  for (doc::Paragraph& note : notes.notes) made.blocks.emplace_back(std::move(note));
  return made;
}

void Expansion::check_references() {
  const std::vector<std::string> known(labels_.begin(), labels_.end());
  for (const auto& [label, place] : references_)
    if (labels_.count(label) == 0) report_once(diagnostics::unknown_label(label, known, at(place)));
}

struct Expander::State {
  CheckedTemplate checked;
  ExpandOptions options;
  LabelNumbers numbers;
  std::optional<Expansion> expansion;
};

Expander::Expander(const CheckedTemplate& checked, const base::Dataset& data, base::OriginTable& origins,
                   const ExpandOptions& options, base::Diagnostics& found)
    : state_(std::make_unique<State>(State{checked, options, {}, {}})) {
  const Program& program = state_->checked.program();
  if (program.number_refs) {
    // A reference may point forward: one expansion goes ahead for the numbers alone.
    base::OriginTable scratch_origins;
    base::Diagnostics scratch;
    Expansion ahead(program, data, scratch_origins, state_->options, scratch);
    while (ahead.next()) {
    }
    state_->numbers = ahead.take_numbers();
  }
  state_->expansion.emplace(program, data, origins, state_->options, found);
  state_->expansion->use_numbers(&state_->numbers);
  for (const auto& [name, record] : options.root_records) {
    const auto root = std::find_if(program.roots.begin(), program.roots.end(),
                                   [&wanted = name](const Root& r) { return r.name == wanted; });
    if (root != program.roots.end() && record >= data.records(root->table).size())
      found.add(diagnostics::no_root_record(name, root->table));
  }
}

Expander::~Expander() = default;

doc::DocumentInfo Expander::info() { return state_->expansion->info(); }
std::optional<doc::Section> Expander::next() { return state_->expansion->next(); }

std::optional<std::size_t> find_record(const base::Dataset& data, const std::string& table, const std::string& key) {
  const auto index = data.schema->find_table(table);
  if (!index) return {};
  const auto& records = data.tables[*index];
  for (std::size_t i = 0; i < records.size(); ++i)
    if (base::key_text(data.schema->tables[*index], records[i]) == key) return i;
  return {};
}

}  // namespace phaen::templates
