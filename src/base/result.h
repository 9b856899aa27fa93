// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include "base/diagnostic.h"

namespace phaen::base {

/// What a leaf that fails for one reason returns. Stages take Diagnostics& instead and report everything they find.
template <typename T>
using Result = tl::expected<T, Diagnostic>;
using Failure = tl::unexpected<Diagnostic>;

/// The same with an error of another kind, for leaves whose caller makes the diagnostic.
template <typename T, typename Error>
using Expected = tl::expected<T, Error>;
template <typename Error>
using Unexpected = tl::unexpected<Error>;

}  // namespace phaen::base
