// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of what the command line itself has to say. Letter A.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::app::diagnostics {

/// A001: no folder with templates, fonts and samples beside the program or where --share says.
base::Diagnostic no_share_folder(const std::string& tried);
/// A002: no such sample.
base::Diagnostic unknown_sample(const std::string& name, const std::vector<std::string>& samples);
/// A003: no such template id or file.
base::Diagnostic unknown_template(const std::string& name, const std::vector<std::string>& ids);
/// A004: no standard template fits the plan.
base::Diagnostic no_template_fits(const std::string& cycle);
/// A005: the database holds no plan record, or several.
base::Diagnostic not_one_plan(const std::string& location, std::size_t found);
/// A006: a folder that cannot be read or made.
base::Diagnostic bad_folder(const std::string& folder, const std::string& reason);
/// A007: the font family asked for is not among the fonts.
base::Diagnostic unknown_family(const std::string& family, const std::vector<std::string>& families);
/// A008: `new` on a file that exists.
base::Diagnostic already_exists(const std::string& location);
/// A009: neither --date nor an issue date in the plan.
base::Diagnostic no_date(const std::string& location);
/// A011: two templates would write the same file.
base::Diagnostic same_output(const std::string& file);

/// A012, a warning: a template makes no section for this plan.
base::Diagnostic nothing_to_print(const std::string& id);

// --- the command line

/// A020: no command of this name.
base::Diagnostic unknown_command(const std::string& name, const std::vector<std::string>& commands);
/// A021: no option of this name. `help` is the command that shows them.
base::Diagnostic unknown_option(const std::string& name, const std::vector<std::string>& options,
                                const std::string& help);
/// A022: an argument that must be there is not; `meaning` says what it is, in the language of the help.
base::Diagnostic missing_argument(const std::string& name, const std::string& meaning, const std::string& help);
/// A023: a value an option does not take; `expected` are its values, or their one form.
base::Diagnostic bad_option_value(const std::string& option, const std::string& value,
                                  const std::vector<std::string>& expected);
/// A024: an option that stands without its value.
base::Diagnostic option_without_value(const std::string& option, const std::string& form);
/// A025: more arguments than the command takes.
base::Diagnostic too_many_arguments(const std::string& first, const std::string& help);
/// A026: no command at all.
base::Diagnostic no_command(const std::vector<std::string>& commands);
/// A027: any other mistake, in the words of the library that reads the arguments.
base::Diagnostic wrong_usage(const std::string& reason, const std::string& help);

}  // namespace phaen::app::diagnostics
