// SPDX-License-Identifier: GPL-3.0-or-later
// Owning handles of HarfBuzz objects.
#pragma once

#include <hb-ot.h>
#include <hb.h>

#include <memory>

namespace phaen::text {

struct HarfBuzzDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using HbBlob = std::unique_ptr<hb_blob_t, HarfBuzzDeleter>;
using HbFace = std::unique_ptr<hb_face_t, HarfBuzzDeleter>;
using HbFont = std::unique_ptr<hb_font_t, HarfBuzzDeleter>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HarfBuzzDeleter>;
using HbSet = std::unique_ptr<hb_set_t, HarfBuzzDeleter>;

}  // namespace phaen::text
