// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace phaen::base {

/// Calls work(0) to work(count - 1), each once, on up to `threads` threads, the caller's among them: every thread takes
/// the lowest number none has taken. Returns when all are done; what one threw comes out then.
void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace phaen::base
