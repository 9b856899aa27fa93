// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/pdf_structure_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/format.h"

namespace phaen::support {
namespace {

using Handle = QPDFObjectHandle;
using Roles = std::vector<std::string>;

const std::set<std::string>& standard_roles() {
  static const std::set<std::string> kRoles = {
      "Document", "Part",      "Art",     "Sect",  "Div",     "BlockQuote", "Caption", "TOC",       "TOCI",
      "Index",    "NonStruct", "Private", "P",     "H",       "H1",         "H2",      "H3",        "H4",
      "H5",       "H6",        "L",       "LI",    "Lbl",     "LBody",      "TR",      "TH",        "TD",
      "Table",    "THead",     "TBody",   "TFoot", "Span",    "Quote",      "Note",    "Reference", "BibEntry",
      "Code",     "Link",      "Annot",   "Ruby",  "Warichu", "Figure",     "Formula", "Form"};
  return kRoles;
}

// A role, the parents it may have and the rule that says so.
struct Home {
  const char* rule;
  Roles parents;
};
const std::map<std::string, Home>& homes() {
  static const std::map<std::string, Home> kHomes = {
      {"TR", {"UA 7.2-4", {"Table", "THead", "TBody", "TFoot"}}},
      {"THead", {"UA 7.2-5", {"Table"}}},
      {"TBody", {"UA 7.2-6", {"Table"}}},
      {"TFoot", {"UA 7.2-7", {"Table"}}},
      {"TH", {"UA 7.2-8", {"TR"}}},
      {"TD", {"UA 7.2-9", {"TR"}}},
      {"LI", {"UA 7.2-17", {"L"}}},
      {"LBody", {"UA 7.2-18", {"LI"}}},
      {"TOCI", {"UA 7.2-26", {"TOC"}}},
  };
  return kHomes;
}

// A role, the children it may have and the rule that says so. A caption, where it may be, comes first or last.
const std::map<std::string, Home>& children() {
  static const std::map<std::string, Home> kChildren = {
      {"Table", {"UA 7.2-3", {"TR", "THead", "TBody", "TFoot", "Caption"}}},
      {"TR", {"UA 7.2-10", {"TH", "TD"}}},
      {"L", {"UA 7.2-19", {"L", "LI", "Caption"}}},
      {"LI", {"UA 7.2-20", {"Lbl", "LBody"}}},
      {"TOC", {"UA 7.2-27", {"TOC", "TOCI", "Caption"}}},
      {"THead", {"UA 7.2-36", {"TR"}}},
      {"TBody", {"UA 7.2-37", {"TR"}}},
      {"TFoot", {"UA 7.2-38", {"TR"}}},
  };
  return kChildren;
}

bool contains(const Roles& roles, const std::string& role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string role_of(Handle element) { return element.getKey("/S").getName().substr(1); }

std::vector<Handle> elements_of(Handle parent) {
  std::vector<Handle> elements;
  Handle kids = parent.getKey("/K");
  const auto take = [&](Handle kid) {
    if (kid.isDictionary() && kid.getKey("/S").isName()) elements.push_back(kid);
  };
  if (kids.isArray())
    for (int i = 0; i < kids.getArrayNItems(); ++i) take(kids.getArrayItem(i));
  else
    take(kids);
  return elements;
}

int span_of(Handle cell, const char* key) {
  Handle attributes = cell.getKey("/A");
  Handle span = attributes.isDictionary() ? attributes.getKey(key) : Handle::newNull();
  return span.isInteger() ? span.getIntValueAsInt() : 1;
}

class Walk {
 public:
  explicit Walk(std::vector<Breach>& breaches) : breaches_(breaches) {}

  void element(Handle handle, const std::string& parent) {
    const std::string role = role_of(handle);
    expect(standard_roles().contains(role), "UA 7.1-5", role + " is no standard role");
    if (const auto home = homes().find(role); home != homes().end())
      expect(contains(home->second.parents, parent), home->second.rule, role + " inside " + parent);
    heading(role);
    const std::vector<Handle> below = elements_of(handle);
    check_children(role, below);
    if (role == "Table") check_grid(handle);
    for (const Handle& child : below) element(child, role);
  }

 private:
  void expect(bool holds, const char* rule, const std::string& what) {
    if (!holds) breaches_.push_back({rule, what});
  }

  void heading(const std::string& role) {
    if (role.size() != 2 || role[0] != 'H' || role[1] < '1' || role[1] > '6') return;
    const int level = role[1] - '0';
    expect(level <= last_heading_ + 1, "UA 7.4.2-1", base::format("{} after H{}", role, last_heading_));
    last_heading_ = level;
  }

  void check_children(const std::string& role, const std::vector<Handle>& below) {
    const auto allowed = children().find(role);
    if (allowed == children().end()) return;
    std::map<std::string, int> count;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const std::string child = role_of(below[i]);
      ++count[child];
      expect(contains(allowed->second.parents, child), allowed->second.rule, child + " inside " + role);
      const bool at_end = i == 0 || (role == "Table" && i + 1 == below.size());
      expect(child != "Caption" || at_end, allowed->second.rule, "a caption in the middle of " + role);
    }
    if (role != "Table") return;
    expect(count["THead"] <= 1, "UA 7.2-11", "several heads in a table");
    expect(count["THead"] == 0 || count["TBody"] > 0, "UA 7.2-14", "a head without body");
    expect(count["Caption"] <= 1, "UA 7.2-39", "several captions in a table");
  }

  void check_grid(Handle table) {
    std::vector<Handle> rows;
    for (const Handle& child : elements_of(table)) {
      if (role_of(child) == "TR") rows.push_back(child);
      if (const std::string role = role_of(child); role == "THead" || role == "TBody" || role == "TFoot")
        for (const Handle& row : elements_of(child)) rows.push_back(row);
    }
    std::map<int, std::set<int>> taken;  // columns of each row
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
      int column = 0;
      for (const Handle& cell : elements_of(rows[static_cast<std::size_t>(row)])) {
        while (taken[row].contains(column)) ++column;
        for (int down = 0; down < span_of(cell, "/RowSpan"); ++down)
          for (int along = 0; along < span_of(cell, "/ColSpan"); ++along)
            expect(taken[row + down].insert(column + along).second, "UA 7.2-15",
                   base::format("two cells at row {}, column {}", row + down + 1, column + along + 1));
      }
    }
    expect(taken.size() <= rows.size(), "UA 7.2-41", "a cell spans rows that the table has not");
    for (const auto& [row, columns] : taken) {
      const bool full = columns.empty() || *columns.rbegin() + 1 == static_cast<int>(columns.size());
      expect(full && columns.size() == taken[0].size(), "UA 7.2-42",
             base::format("row {} has {} columns, the first {}", row + 1, columns.size(), taken[0].size()));
    }
  }

  std::vector<Breach>& breaches_;
  int last_heading_ = 0;
};

}  // namespace

std::vector<Breach> check_nesting(QPDFObjectHandle document) {
  std::vector<Breach> breaches;
  Walk(breaches).element(document, "StructTreeRoot");
  return breaches;
}

}  // namespace phaen::support
