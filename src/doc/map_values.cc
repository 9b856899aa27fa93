// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/map_values.h"

namespace phaen::doc {

const std::vector<MapKind>& map_kinds() {
  static const std::vector<MapKind> kKinds{MapKind::Cascade, MapKind::Tree,       MapKind::Linkage,   MapKind::Matrix,
                                           MapKind::Xyz,     MapKind::ValueChain, MapKind::Dimensions};
  return kKinds;
}

std::string_view name(MapKind kind) {
  switch (kind) {
    case MapKind::Cascade: return "cascade";
    case MapKind::Tree: return "tree";
    case MapKind::Linkage: return "linkage";
    case MapKind::Matrix: return "matrix";
    case MapKind::Xyz: return "xyz";
    case MapKind::ValueChain: return "value-chain";
    case MapKind::Dimensions: return "dimensions";
  }
  return "";
}

std::optional<MapKind> find_map_kind(std::string_view wanted) {
  for (const MapKind kind : map_kinds())
    if (name(kind) == wanted) return kind;
  return {};
}

MapKind kind_of(const MapContent& content) {
  struct Visitor {
    MapKind operator()(const GraphMap& map) const { return map.kind; }
    MapKind operator()(const LinkageMaps&) const { return MapKind::Linkage; }
    MapKind operator()(const Matrix&) const { return MapKind::Matrix; }
    MapKind operator()(const CausalMap&) const { return MapKind::Xyz; }
    MapKind operator()(const ValueChains&) const { return MapKind::ValueChain; }
    MapKind operator()(const DimensionFrame&) const { return MapKind::Dimensions; }
  };
  return std::visit(Visitor{}, content.value);
}

}  // namespace phaen::doc
