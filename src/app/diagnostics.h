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
/// A010: a file a template names (an image) is not beside the plan.
base::Diagnostic missing_file(const std::string& file, const std::string& folder);
/// A011: two templates would write the same file.
base::Diagnostic same_output(const std::string& file);

}  // namespace phaen::app::diagnostics
