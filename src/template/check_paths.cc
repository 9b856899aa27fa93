// SPDX-License-Identifier: GPL-3.0-or-later
// Looking names up: a path starts at a variable, a root or a table and steps through references (forward), their
// inverses (back, to one or several records) and ends in a field, a record or several records.
#include <algorithm>

#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {

void Checker::syntax(const SyntaxError& error, const PlacedText& text) {
  found_.add(diagnostics::syntax(error.expected, error.found, at(text, error.offset)));
}

const Checker::Binding* Checker::find_binding(std::string_view name) const {
  const auto at = std::find_if(names_.rbegin(), names_.rend(), [&](const Binding& b) { return b.name == name; });
  return at == names_.rend() || name.empty() ? nullptr : &*at;
}

Slot Checker::bind_record(const std::string& name, std::uint16_t table, const PlacedText* where) {
  return bind({name, 0, true, table, {}}, where);
}

Slot Checker::bind_value(const std::string& name, ValueType type, const PlacedText* where) {
  return bind({name, 0, false, 0, type}, where);
}

Slot Checker::bind(Binding binding, const PlacedText* where) {
  if (where != nullptr && find_binding(binding.name) != nullptr)
    found_.add(diagnostics::name_taken(binding.name, at(*where, 0)));
  binding.slot = static_cast<Slot>(names_.size());
  names_.push_back(std::move(binding));
  program_.slots = std::max(program_.slots, names_.size());
  return names_.back().slot;
}

std::uint16_t Checker::link(std::uint16_t table, std::uint16_t field, std::uint16_t target) {
  const Link wanted{table, field, target};
  const auto known = std::find(program_.links.begin(), program_.links.end(), wanted);
  if (known != program_.links.end()) return static_cast<std::uint16_t>(known - program_.links.begin());
  program_.links.push_back(wanted);
  return static_cast<std::uint16_t>(program_.links.size() - 1);
}

std::vector<std::string> Checker::known_names() const {
  std::vector<std::string> names;
  for (const Binding& binding : names_)
    if (!binding.name.empty()) names.push_back(binding.name);
  for (const base::Table& table : schema_->tables) names.push_back(table.name);
  return names;
}

std::vector<std::string> Checker::known_steps(std::uint16_t index) const {
  std::vector<std::string> steps;
  for (const base::Field& field : table(index).fields) steps.push_back(field.name);
  for (const base::Table& other : schema_->tables)
    for (const base::Field& field : other.fields)
      if (field.target == table(index).name && !field.inverse.empty()) steps.push_back(field.inverse);
  return steps;
}

std::optional<Checker::Resolved> Checker::resolve(const PathText& path, const PlacedText& text) {
  Resolved resolved;
  resolved.path.text = path.text;
  if (!start(path, text, resolved)) return {};
  for (std::size_t n = 1; n < path.steps.size(); ++n)
    if (!step(path, n, text, resolved)) return {};
  return resolved;
}

bool Checker::start(const PathText& path, const PlacedText& text, Resolved& resolved) {
  const PathStep& first = path.steps.front();
  if (const Binding* binding = find_binding(first.name)) {
    resolved.path.slot = binding->slot;
    resolved.path.table = binding->table;
    resolved.path.end = binding->record ? Path::End::Record : Path::End::Value;
    resolved.path.type = binding->type;
    return true;
  }
  const auto table = schema_->find_table(first.name);
  if (!table) {
    found_.add(diagnostics::unknown_name(first.name, known_names(), at(text, first.offset)));
    return false;
  }
  resolved.path.from_table = true;
  resolved.path.start_table = resolved.path.table = static_cast<std::uint16_t>(*table);
  resolved.path.end = Path::End::Records;
  resolved.plural = true;
  return true;
}

bool Checker::step(const PathText& path, std::size_t n, const PlacedText& text, Resolved& resolved) {
  const PathStep& step = path.steps[n];
  const Path::End end = resolved.path.end;
  if (end == Path::End::Record || end == Path::End::Records) {
    const auto field = table(resolved.path.table).find_field(step.name);
    if (field && !step.deep && step_forward(static_cast<std::uint16_t>(*field), resolved)) return true;
    if (!field && step_back(step, resolved)) return true;
    if (!field && !step.deep && step_years(step.name, resolved)) return true;
    found_.add(diagnostics::unknown_step(step.deep ? step.name + "*" : step.name, table(resolved.path.table).name,
                                         known_steps(resolved.path.table), at(text, step.offset)));
    return false;
  }
  std::string before = path.steps.front().name;
  for (std::size_t i = 1; i < n; ++i) before += "." + path.steps[i].name;
  found_.add(diagnostics::unknown_step(step.name, before, {}, at(text, step.offset)));
  return false;
}

bool Checker::step_forward(std::uint16_t field, Resolved& resolved) {
  Path& path = resolved.path;
  const base::Field& row = table(path.table).fields[field];
  if (row.type != base::FieldType::Reference) {
    path.end = Path::End::Field;
    path.field = field;
    path.type = {row.type, &row};
    return true;
  }
  const auto target = schema_->find_table(row.target);
  if (!target) return false;
  const auto to = static_cast<std::uint16_t>(*target);
  path.steps.push_back({Step::Kind::Reference, link(path.table, field, to)});
  path.table = to;
  return true;
}

bool Checker::step_back(const PathStep& step, Resolved& resolved) {
  Path& path = resolved.path;
  for (std::size_t t = 0; t < schema_->tables.size(); ++t) {
    const base::Table& other = schema_->tables[t];
    for (std::size_t f = 0; f < other.fields.size(); ++f) {
      const base::Field& field = other.fields[f];
      if (field.inverse != step.name || field.target != table(path.table).name) continue;
      if (step.deep && t != path.table) return false;
      const bool one = other.key.size() == 1 && other.key[0] == field.name;
      const auto kind = step.deep ? Step::Kind::Descend : one ? Step::Kind::Extension : Step::Kind::Inverse;
      path.steps.push_back({kind, link(static_cast<std::uint16_t>(t), static_cast<std::uint16_t>(f), path.table)});
      path.table = static_cast<std::uint16_t>(t);
      if (kind != Step::Kind::Extension) {
        path.end = Path::End::Records;
        resolved.plural = true;
        resolved.plural_steps = path.steps.size();
      }
      return true;
    }
  }
  return false;
}

// A record with a first and a last year has the years between as a collection.
bool Checker::step_years(std::string_view name, Resolved& resolved) {
  Path& path = resolved.path;
  const auto first = table(path.table).find_field("start_year"), last = table(path.table).find_field("end_year");
  if (name != "years" || !first || !last || resolved.plural) return false;
  path.end = Path::End::Years;
  path.field = static_cast<std::uint16_t>(*first);
  path.until = static_cast<std::uint16_t>(*last);
  path.type = {base::FieldType::Year, &table(path.table).fields[*first]};
  return true;
}

std::optional<Path> Checker::single(const PathText& path, const PlacedText& text) {
  auto resolved = resolve(path, text);
  if (!resolved) return {};
  if (resolved->plural || resolved->path.end == Path::End::Years) {
    found_.add(diagnostics::collection_as_value(path.text, at(text, path.offset)));
    return {};
  }
  return std::move(resolved->path);
}

std::optional<Path> Checker::value(const PathText& path, const PlacedText& text) {
  auto found = single(path, text);
  if (!found || found->end == Path::End::Field || found->end == Path::End::Value) return found;
  const base::Table& of = table(found->table);
  std::string example = path.text + "." + of.fields.front().name;
  for (const char* name : {"title", "name"})
    if (of.find_field(name)) example = path.text + "." + name;
  found_.add(diagnostics::not_a_value(path.text, example, at(text, path.offset)));
  return {};
}

std::optional<Path> Checker::records(const PathText& path, const PlacedText& text) {
  auto resolved = resolve(path, text);
  if (!resolved) return {};
  const Path& found = resolved->path;
  if (found.end == Path::End::Years) return found;
  if (found.end == Path::End::Records && resolved->plural_steps == found.steps.size()) return found;
  std::vector<std::string> collections;
  if (found.end == Path::End::Record)
    for (const base::Table& other : schema_->tables)
      for (const base::Field& field : other.fields)
        if (field.target == table(found.table).name && !field.inverse.empty())
          collections.push_back(path.text + "." + field.inverse);
  found_.add(diagnostics::not_a_collection(path.text, collections, at(text, path.offset)));
  return {};
}

// Cuts a path behind the last step that leads to several records: `issue.kpis.node.name` gives the records
// `issue.kpis` and, from one of them in a new slot, the value `node.name`.
bool Checker::split(Resolved& resolved, const PathText& path, const PlacedText& text, Path& head, Path& tail) {
  if (!resolved.plural) {
    found_.add(diagnostics::not_a_collection(path.text, {}, at(text, path.offset)));
    return false;
  }
  if (resolved.path.end != Path::End::Field) {
    const std::string example = path.text + "." + table(resolved.path.table).fields.front().name;
    found_.add(diagnostics::not_a_value(path.text, example, at(text, path.offset)));
    return false;
  }
  tail = resolved.path;
  const auto cut = static_cast<std::ptrdiff_t>(resolved.plural_steps);
  tail.steps.erase(tail.steps.begin(), tail.steps.begin() + cut);
  tail.from_table = false;
  head = std::move(resolved.path);
  head.steps.resize(resolved.plural_steps);
  head.end = Path::End::Records;
  head.table = head.steps.empty() ? head.start_table : program_.links[head.steps.back().link].table;
  return true;
}

}  // namespace phaen::templates
