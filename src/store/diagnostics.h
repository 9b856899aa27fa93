// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of every message of the module. Positions are those of the caller, who knows the cell or the record.
#pragma once

#include <string>
#include <string_view>

#include "base/record.h"

namespace phaen::store::diagnostics {

using base::Bilingual;
using base::Diagnostic;
using base::Field;
using base::Position;
using base::Table;

// CSV files.
Diagnostic no_folder(const std::string& folder);                                                   ///< S001
Diagnostic no_tables(const std::string& folder);                                                   ///< S002
Diagnostic unknown_file(const std::string& file, const std::string& nearest);                      ///< S003, a warning
Diagnostic bad_utf8(Position where, bool looks_thai_single_byte);                                  ///< S004
Diagnostic unclosed_quote(Position where);                                                         ///< S005
Diagnostic stray_quote(Position where);                                                            ///< S006
Diagnostic ragged_row(std::size_t expected, std::size_t found, Position where);                    ///< S007
Diagnostic unknown_column(const std::string& column, const std::string& nearest, Position where);  ///< S008
Diagnostic duplicate_column(const std::string& column, Position where);                            ///< S009
Diagnostic missing_column(const Field& field, Position where);                                     ///< S010
Diagnostic no_header(Position where);                                                              ///< S011

// Cells and records.
/// S012: text that is no value of the field's type. `rule` says what is, `mend` how to write it.
Diagnostic bad_value(std::string_view found, const Bilingual& rule, const Bilingual& mend, Position where);
Diagnostic required_missing(const Field& field, Position where);                        ///< S013
Diagnostic unknown_choice(const Field& field, std::string_view found, Position where);  ///< S014
/// S015. `first`: where the record with the same key stands.
Diagnostic duplicate_key(const Table& table, const std::string& key, const Position& first, Position where);
/// S016. `nearest`: a key of the target that may have been meant, or empty.
Diagnostic dangling_reference(const Field& field, std::string_view found, const std::string& nearest, Position where);
Diagnostic line_break(const Field& field, Position where);                              ///< S017
Diagnostic control_character(char32_t character, Position where);                       ///< S018
Diagnostic common_era_year(std::string_view found, int buddhist_year, Position where);  ///< S019, a note
Diagnostic spaces_removed(std::string_view found, Position where);                      ///< S020, a note

// Databases. `location` never shows a password.
Diagnostic cannot_open(const std::string& location, std::string_view reason);      ///< S030
Diagnostic not_a_database(const std::string& location, std::string_view reason);   ///< S031
Diagnostic not_a_plan(const std::string& location);                                ///< S032
Diagnostic newer_schema(const std::string& location, int found, int known);        ///< S033
Diagnostic locked(const std::string& location, std::string_view reason);           ///< S034
Diagnostic disk_full(const std::string& location, std::string_view reason);        ///< S035
Diagnostic already_exists(const std::string& location);                            ///< S036
Diagnostic database_failed(const std::string& location, std::string_view reason);  ///< S037
/// S038: a stored value that is none of the field's type: the database was changed by another program.
Diagnostic bad_stored_value(const Field& field, std::string_view found, Position where);
Diagnostic schema_differs(const std::string& location, std::string_view reason);       ///< S039
Diagnostic constraint_violated(const std::string& location, std::string_view reason);  ///< S040

}  // namespace phaen::store::diagnostics
