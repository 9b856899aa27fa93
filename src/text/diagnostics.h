// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::text::diagnostics {

/// F001: the bytes are not a TrueType font, or a table it needs is missing or damaged (`what`).
base::Diagnostic not_a_font(const std::string& path, std::string_view what);
/// F002: PostScript outlines.
base::Diagnostic cff_outlines(const std::string& path);
/// F003: OS/2 fsType forbids embedding or subsetting.
base::Diagnostic embedding_forbidden(const std::string& path, unsigned fs_type);
/// F004: a style asks for a face no font file of the job has. `wanted` as `Sarabun Bold`; `families` are those there.
base::Diagnostic no_such_face(std::string_view wanted, const std::vector<std::string>& families);
/// F010: a document needs more characters of one face than a font can hold.
base::Diagnostic too_many_glyphs(const std::string& face);
/// F011: a character was shaped to a missing glyph.
base::Diagnostic missing_glyph(const std::string& face, char32_t character);

}  // namespace phaen::text::diagnostics
