// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of every message of the module. Positions are those of the caller, who knows the cell or the line.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"

namespace phaen::thai::diagnostics {

/// H001: text that is no date in any accepted form.
base::Diagnostic not_a_date(std::string_view text, base::Position where);
/// H002: a day that the calendar does not have, `29 ก.พ. 2566`. `year` is in the era the text used.
base::Diagnostic no_such_day(std::string_view text, base::Position where);
/// H003: a year that is plausible in neither era.
base::Diagnostic implausible_year(std::string_view text, base::Position where);
/// H004: a weekday that contradicts the date. `expected`: the weekday that date has.
base::Diagnostic wrong_weekday(std::string_view text, std::string_view expected, base::Position where);
/// H005, a warning: one number in Thai and Arabic digits.
base::Diagnostic mixed_digits(std::string_view number, base::Position where);
/// H006, a note: a spelling that was mended at import. `rule` names what was done.
base::Diagnostic spelling_changed(std::string_view found, std::string_view written, const base::Bilingual& rule,
                                  base::Position where);
/// H007, a warning: a spelling that looks damaged and was kept, because only a person can tell what was meant.
base::Diagnostic spelling_doubtful(std::string_view found, const base::Bilingual& rule, base::Position where);
/// H008: the ICU library has no Thai collation data.
base::Diagnostic no_thai_collation(std::string_view reason);
/// H009: text that is no year in any accepted form.
base::Diagnostic not_a_year(std::string_view text, base::Position where);

}  // namespace phaen::thai::diagnostics
