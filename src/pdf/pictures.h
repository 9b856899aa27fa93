// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace phaen::pdf {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

/// What the frame header of a JPEG says.
struct JpegSize {
  int width = 0, height = 0, components = 0;
};
/// Nothing when it is not a JPEG or has no frame header.
std::optional<JpegSize> jpeg_size(std::string_view bytes);

/// Pictures as cairo surfaces. The last few stay open, for logos that stand on every page.
class Pictures {
 public:
  enum class Use {
    Document,  ///< a JPEG goes into the file as it is; its pixels are not decoded
    Screen,    ///< everything is decoded
  };
  explicit Pictures(Use use) : use_(use) {}

  /// Valid until the next call. `page` counts from 1, for messages. Errors: P001, P002.
  base::Result<cairo_surface_t*> open(const std::shared_ptr<const std::string>& bytes, std::size_t page);

 private:
  struct Opened {
    std::shared_ptr<const std::string> bytes;
    Surface surface;
  };
  Use use_;
  std::vector<Opened> recent_;
};

}  // namespace phaen::pdf
