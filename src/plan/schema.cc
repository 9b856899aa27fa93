// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/schema.h"

#include <iterator>

#include "plan/fields.h"

namespace phaen::plan {

std::shared_ptr<const base::Schema> plan_schema() {
  auto schema = std::make_shared<base::Schema>();
  for (auto topic : {reference_tables, record_tables, plan_tables, analysis_tables, kpi_tables, money_tables,
                     audit_tables, document_tables}) {
    std::vector<base::Table> tables = topic();
    std::move(tables.begin(), tables.end(), std::back_inserter(schema->tables));
  }
  return schema;
}

std::vector<std::string> reference_table_names() {
  return {"sources", "committees", "cycles", "cycle_forms", "areas", "memberships", "upper_items", "abbreviations"};
}

}  // namespace phaen::plan
