// SPDX-License-Identifier: GPL-3.0-or-later
// A small plan for the tests of templates: one plan of three years, two issues, three KPIs, a tree of projects.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/record.h"
#include "template/template.h"

namespace phaen::templates::test {

std::shared_ptr<const base::Schema> small_schema();
base::Dataset small_plan();
Roots small_roots();

/// Values in the canonical form of CSV; `-` is missing.
void add(base::Dataset& data, const std::string& table, const std::vector<std::string>& values);

struct Outcome {
  std::string dump;  ///< of all sections
  std::string info;
  std::string messages;  ///< English, as printed
  bool parsed = false, checked = false;
  std::vector<doc::Section> sections;
};

struct Job {
  std::string xml;
  std::vector<Source> parts = {};
  std::optional<base::Dataset> data = {};
  std::optional<doc::Digits> digits = {};
};
Outcome expand(const Job& job);
/// `blocks` inside a document and a section; the dump without the section's own line.
Outcome expand_blocks(const std::string& blocks, const std::vector<Source>& parts = {});
/// The messages of a template that is only parsed and checked.
std::string check_messages(const std::string& xml, const std::vector<Source>& parts = {});
std::string in_section(const std::string& blocks);

}  // namespace phaen::templates::test
