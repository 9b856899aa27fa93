// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/page.h"

namespace phaen::page {

std::string_view name(Role role) {
  switch (role) {
    case Role::Document: return "Document";
    case Role::Part: return "Part";
    case Role::H1: return "H1";
    case Role::H2: return "H2";
    case Role::H3: return "H3";
    case Role::H4: return "H4";
    case Role::H5: return "H5";
    case Role::H6: return "H6";
    case Role::P: return "P";
    case Role::L: return "L";
    case Role::LI: return "LI";
    case Role::Lbl: return "Lbl";
    case Role::LBody: return "LBody";
    case Role::Table: return "Table";
    case Role::THead: return "THead";
    case Role::TBody: return "TBody";
    case Role::TR: return "TR";
    case Role::TH: return "TH";
    case Role::TD: return "TD";
    case Role::Caption: return "Caption";
    case Role::Figure: return "Figure";
    case Role::TOC: return "TOC";
    case Role::TOCI: return "TOCI";
    case Role::Link: return "Link";
    case Role::Span: return "Span";
    case Role::Note: return "Note";
  }
  return "Document";
}

}  // namespace phaen::page
