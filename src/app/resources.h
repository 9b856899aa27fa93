// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "text/fonts.h"

namespace phaen::app {

/// The folder that holds templates/, fonts/ and samples/: the one asked for, else found from where the program stands
/// (../../ of a build folder, ../share/phaen of an installation).
base::Result<std::string> find_share_folder(const std::string& asked);

/// Names of the samples: folders of samples/ that hold a plans.csv, sorted.
std::vector<std::string> sample_names(const std::string& share);

/// The files of a folder and its folders whose names end so, sorted by path, as paths that begin with `folder`.
std::vector<std::string> files_below(const std::string& folder, const std::string& ending);

/// The shipped fonts, and those of `extra` when it is not empty. Adds what could not be read to the diagnostics.
std::vector<text::FontFile> load_fonts(const std::string& share, const std::string& extra,
                                       base::Diagnostics& diagnostics);

/// The folder part of a path; `.` when it has none.
std::string folder_of(const std::string& path);
/// Makes the folder and those above it. Errors: A006.
base::Result<void> make_folder(const std::string& folder);

}  // namespace phaen::app
