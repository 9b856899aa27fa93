// SPDX-License-Identifier: GPL-3.0-or-later
// Templates: XML in, document tree out, in three steps that each report everything they find.
//
//   parse_template   the XML and its includes against the vocabulary; needs no schema
//   check            every path, format, style, derivation and condition against the field tables; needs no data
//   Expander         checked template x data -> sections of a document, one at a time
//
// The module knows no plan: it sees tables, fields and records (base/record.h) and a few named roots.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "base/record.h"
#include "doc/document.h"
#include "template/xml.h"

namespace phaen::templates {

struct Source {
  std::string path;  ///< as messages and origins print it
  std::string text;
};

/// Gives the text of an included file, or nothing when there is none. Paths are normalised: `parts/kpi.xml` beside
/// `a/b.xml` is asked for as `a/parts/kpi.xml`.
using IncludeLoader = std::function<std::optional<std::string>(const std::string& path)>;

/// A parsed template with its parts in place.
struct Template {
  std::vector<Source> files;  ///< the template first, then the parts in order of inclusion
  Element root;               ///< <document>

  base::Position position(const Place& place) const;
};

/// Nothing only when there is an error. Adds T001-T015.
std::optional<Template> parse_template(const Source& source, const IncludeLoader& loader, base::Diagnostics& found);

/// What lists of templates show; from literal attributes of <document>.
struct TemplateInfo {
  std::string id;
  base::Bilingual name;
  std::vector<std::string> cycles;  ///< empty: all
  std::vector<std::string> kinds;   ///< kinds of plan; empty: all
  std::vector<std::string> needs;   ///< tables, or fields of tables, without which the document says nothing
  bool to_pdf = true, to_workbook = false;
};
TemplateInfo template_info(const Template& parsed);

/// A name every path may begin with, for one record of a table: `plan`, `cycle`. Beside the roots each table of the
/// schema is a name for all its records.
struct Root {
  std::string name, table;
};
using Roots = std::vector<Root>;

struct Program;  // program.h: the template with every name looked up

/// A template that can be expanded: all its names are looked up in one schema.
class CheckedTemplate {
 public:
  CheckedTemplate(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

/// Nothing when there is an error. Adds T013, T020-T048, and T101 for rows that are wrong whatever the data.
std::optional<CheckedTemplate> check(const Template& parsed, std::shared_ptr<const base::Schema> schema,
                                     const Roots& roots, base::Diagnostics& found);

/// The bytes of a PNG or JPEG file by its path as the template or the data writes it; null when there is none.
using ImageLoader = std::function<std::shared_ptr<const std::string>(const std::string& path)>;

struct ExpandOptions {
  /// Index of the record of each root, by name. A root without a record is missing: what hangs on it prints as nil.
  std::map<std::string, std::size_t> root_records;
  base::Date issue_date;
  ImageLoader load_image;             ///< may be empty when no template has images
  std::optional<doc::Digits> digits;  ///< overrides the template's switch
};

/// Expands one document, section by section. The dataset and the origin table must outlive it; the dataset must be of
/// the schema the template was checked with. Adds T101-T112.
class Expander {
 public:
  Expander(const CheckedTemplate& checked, const base::Dataset& data, base::OriginTable& origins,
           const ExpandOptions& options, base::Diagnostics& found);
  ~Expander();
  Expander(const Expander&) = delete;
  Expander& operator=(const Expander&) = delete;

  doc::DocumentInfo info();
  /// The next section, or nothing after the last one. After the last, references to unknown labels are reported.
  std::optional<doc::Section> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Index of the record with this key, for ExpandOptions::root_records.
std::optional<std::size_t> find_record(const base::Dataset& data, const std::string& table, const std::string& key);

/// The names a template may use, as Markdown: each table with fields, references, and collections. Generated.
std::string field_list(const base::Schema& schema, const Roots& roots);
/// Every element with its attributes, as Markdown. Generated from the vocabulary table.
std::string vocabulary_reference();
/// The grammar of templates for editors, from the vocabulary table (RELAX NG, XML syntax).
std::string relax_ng();

}  // namespace phaen::templates
