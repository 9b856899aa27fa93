// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of every message of the module. T0xx: the template itself, found before any data is read; T1xx: the
// template with this data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::templates::diagnostics {

using base::Bilingual;
using base::Diagnostic;
using base::Position;

// --- XML and vocabulary ----------------------------------------------------------------------------------------------
Diagnostic malformed(std::string_view reason, Position where);                              // T001
Diagnostic doctype(Position where);                                                         // T002
Diagnostic unknown_element(std::string_view name, std::string_view meant, Position where);  // T003
Diagnostic misplaced_element(std::string_view name, std::string_view parent,                // T004
                             const std::vector<std::string>& allowed, Position where);
Diagnostic unknown_attribute(std::string_view name, std::string_view element,  // T005
                             const std::vector<std::string>& known, Position where);
Diagnostic missing_attribute(std::string_view name, std::string_view element, Position where);       // T006
Diagnostic bad_value(std::string_view attribute, std::string_view found, const Bilingual& expected,  // T007
                     Position where, std::string_view meant = {});
Diagnostic misplaced_text(std::string_view parent, Position where);                        // T008
Diagnostic include_not_found(std::string_view path, Position where);                       // T010
Diagnostic include_cycle(const std::vector<std::string>& files, Position where);           // T011
Diagnostic too_large(const Bilingual& limit, Position where);                              // T012
Diagnostic lonely_else(Position where);                                                    // T013
Diagnostic wrong_root(std::string_view found, std::string_view expected, Position where);  // T014
Diagnostic not_utf8(Position where);                                                       // T015

// --- expressions -----------------------------------------------------------------------------------------------------
Diagnostic syntax(const Bilingual& expected, std::string_view found, Position where);  // T020
Diagnostic unknown_name(std::string_view name, const std::vector<std::string>& known,  // T021
                        Position where);
Diagnostic unknown_step(std::string_view step, std::string_view table,  // T022
                        const std::vector<std::string>& known, Position where);
Diagnostic not_a_value(std::string_view path, std::string_view example, Position where);         // T023
Diagnostic not_a_collection(std::string_view path, const std::vector<std::string>& collections,  // T024
                            Position where);
Diagnostic collection_as_value(std::string_view path, Position where);                   // T025
Diagnostic unknown_format(std::string_view name, const std::vector<std::string>& known,  // T026
                          Position where);
Diagnostic format_mismatch(std::string_view format, std::string_view path, std::string_view type,  // T027
                           std::string_view takes, Position where);
Diagnostic literal_mismatch(std::string_view literal, std::string_view field,  // T028
                            const Bilingual& expected, Position where);
Diagnostic not_comparable(std::string_view left, std::string_view right, Position where);  // T029

// --- names and combinations ------------------------------------------------------------------------------------------
Diagnostic unknown_style(std::string_view name, const std::vector<std::string>& known,  // T040
                         Position where);
Diagnostic unknown_derivation(std::string_view name, const std::vector<std::string>& known,  // T041
                              Position where);
Diagnostic derivation_inputs(std::string_view name, int expected, std::size_t found,  // T042
                             Position where);
Diagnostic unknown_column(std::string_view key, const std::vector<std::string>& known,  // T043
                          Position where);
Diagnostic name_taken(std::string_view name, Position where);                                    // T044
Diagnostic attributes_conflict(const std::vector<std::string>& attributes, Position where);      // T045
Diagnostic attribute_needs(std::string_view attribute, std::string_view other, Position where);  // T046
Diagnostic unknown_table(std::string_view name, const std::vector<std::string>& known,           // T047
                         Position where);
Diagnostic text_beside_blocks(std::string_view parent, Position where);  // T048
Diagnostic one_category(std::size_t found, Position where);              // T049
Diagnostic not_of_this_kind(const std::vector<std::string>& attributes,  // T050
                            std::string_view kind, Position where);

// --- with data -------------------------------------------------------------------------------------------------------
Diagnostic row_width(std::size_t covered, std::size_t columns, Position where);                     // T101
Diagnostic several_matches(std::string_view path, std::string_view first, std::string_view second,  // T102
                           Position where);
Diagnostic mixed_kinds(std::string_view derivation, Position where);                     // T103
Diagnostic not_a_number(std::string_view derivation, Position where);                    // T104
Diagnostic overflow(std::string_view derivation, Position where);                        // T105
Diagnostic label_twice(std::string_view label, Position where);                          // T106
Diagnostic unknown_label(std::string_view label, const std::vector<std::string>& known,  // T107
                         Position where);
Diagnostic image_not_found(std::string_view path, Position where);                 // T108
Diagnostic too_much_output(Position where);                                        // T109
Diagnostic no_root_record(std::string_view root, std::string_view table);          // T110
Diagnostic bad_expanded_value(std::string_view attribute, std::string_view found,  // T111
                              const Bilingual& expected, Position where);
Diagnostic several_columns(std::string_view key, std::size_t columns, Position where);      // T112
Diagnostic derived_from_itself(std::string_view derivation, Position where);                // T113
Diagnostic no_number_to_draw(std::string_view text, Position where);                        // T114
Diagnostic empty_chart(Position where);                                                     // T115
Diagnostic period_reversed(std::string_view first, std::string_view last, Position where);  // T116
Diagnostic sum_differs(std::string_view sum, std::string_view control, Position where);     // T117

}  // namespace phaen::templates::diagnostics
