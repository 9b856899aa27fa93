// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of choices that several tables share. The order is the order of columns when a document spreads them.
#pragma once

#include <vector>

#include "base/record.h"

namespace phaen::plan {

std::vector<base::Choice> rank_choices();      ///< primary, secondary: edges of the plan graph
std::vector<base::Choice> period_choices();    ///< quarters, year, months of the fiscal year
std::vector<base::Choice> category_choices();  ///< expense categories, in the order of the budget documents
std::vector<base::Choice> fund_choices();      ///< where money comes from
std::vector<base::Choice> stage_choices();     ///< planned, requested, approved, transferred
std::vector<base::Choice> direction_choices();
std::vector<base::Choice> frequency_choices();
std::vector<base::Choice> topic_choices();  ///< topics of KPIs and needs
std::vector<base::Choice> area_kind_choices();

}  // namespace phaen::plan
