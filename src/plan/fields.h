// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the plan database by topic, as rows. plan_schema() joins them; nobody else needs this header.
#pragma once

#include <vector>

#include "base/record.h"

namespace phaen::plan {

std::vector<base::Table> reference_tables();  ///< sources, cycles, committees, areas, upper plans, agencies, persons
std::vector<base::Table> record_tables();     ///< evidence, meetings, decisions, hearings, calendar
std::vector<base::Table> plan_tables();       ///< the plan, its tree and the details of projects
std::vector<base::Table> analysis_tables();   ///< SWOT, positioning, missions, needs, quality scores
std::vector<base::Table> kpi_tables();        ///< KPIs, targets, actuals, links, KPI bank
std::vector<base::Table> money_tables();      ///< budgets, commitments, disbursements, progress
std::vector<base::Table> audit_tables();      ///< audit reports to verifications
std::vector<base::Table> document_tables();   ///< narratives, images, attachments, change register

}  // namespace phaen::plan
