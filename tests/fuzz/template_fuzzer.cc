// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a template: parsing gives a tree or diagnostics; a tree that checks expands to an end. No exception may
// escape, no memory error may happen.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "template/template.h"

namespace {

std::shared_ptr<const phaen::base::Schema> schema() {
  using namespace phaen::base;
  Field code, name, parent;
  code.name = "code";
  code.type = FieldType::Code;
  name.name = "name";
  parent.name = "parent";
  parent.type = FieldType::Reference;
  parent.target = "nodes";
  parent.inverse = "children";
  return std::make_shared<const Schema>(Schema{{{"nodes", "", "", {"code"}, {code, name, parent}}}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace phaen;
  base::Diagnostics found;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto parsed = templates::parse_template(
      {"fuzz.xml", text}, [&](const std::string&) { return "<part/>"; }, found);
  if (!parsed) return 0;
  base::Dataset plan(schema());
  plan.tables[0].push_back({{std::string("A"), std::string("ก"), base::Missing{}}});
  plan.tables[0].push_back({{std::string("B"), std::string("<b>{x}"), std::string("A")}});
  const auto checked = templates::check(*parsed, plan.schema, {{"plan", "nodes"}}, found);
  if (!checked) return 0;
  base::OriginTable origins;
  templates::ExpandOptions options;
  options.root_records = {{"plan", 0}};
  templates::Expander expander(*checked, plan, origins, options, found);
  expander.info();
  while (expander.next()) {
  }
  return 0;
}
