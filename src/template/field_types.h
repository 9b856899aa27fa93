// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/record.h"

namespace phaen::templates {

/// `money`, `reference`: the words of messages and of the field list.
std::string_view name_of(base::FieldType type);

}  // namespace phaen::templates
