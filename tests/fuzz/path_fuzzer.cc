// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as each of the small languages of attributes: a value or an error whose place is inside the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "template/expression.h"

namespace {

template <typename T>
void check_place(const phaen::templates::Parsed<T>& parsed, std::size_t size) {
  if (!parsed && parsed.error().offset > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace phaen::templates;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_place(parse_path(text), size);
  check_place(parse_collection(text), size);
  check_place(parse_condition(text), size);
  check_place(parse_sort(text), size);
  check_place(parse_keys(text), size);
  check_place(parse_text(text), size);
  return 0;
}
