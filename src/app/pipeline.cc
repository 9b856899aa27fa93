// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline.h"

#include <optional>

#include "app/diagnostics.h"
#include "base/format.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "readback/readback.h"
#include "workbook/make.h"

namespace phaen::app {
namespace {

// What the stages of one document share; lives as long as the document is built.
struct Workshop {
  const BuildInputs& inputs;
  const Progress& progress;
  base::Diagnostics& diagnostics;
  base::OriginTable origins;
  text::Breaker breaker;
  text::FontBook fonts;        // of the PDF: its tables become the derived fonts
  text::FontBook sheet_fonts;  // measures worksheets
  ImageFolder images;
  std::string name;

  Workshop(const BuildInputs& with, const Progress& report, base::Diagnostics& found)
      : inputs(with),
        progress(report),
        diagnostics(found),
        breaker(unbroken_names(with.data)),
        images(with.plan_folder, found) {
    fonts.add(with.fonts, found);
    sheet_fonts.add(with.fonts, found);
  }
};

templates::ExpandOptions expand_options(Workshop& shop) {
  templates::ExpandOptions options;
  options.root_records = shop.inputs.roots;
  options.issue_date = shop.inputs.date;
  options.load_image = [&shop](const std::string& path) { return shop.images.load(path); };
  return options;
}

std::string describe_origin(base::OriginId id, const void* context) {
  const auto& shop = *static_cast<const Workshop*>(context);
  return shop.origins.describe(id, shop.inputs.data);
}

bool wants(const Workshop& shop, Dump dump) { return shop.inputs.dump == dump; }

// The document's information with the job's font family; reports a family there is no font of.
doc::DocumentInfo document_info(templates::Expander& expander, Workshop& shop) {
  doc::DocumentInfo info = expander.info();
  if (!shop.inputs.family.empty()) info.styles.family = shop.inputs.family;
  if (!shop.fonts.find_face(info.styles.family, false, false))
    shop.diagnostics.add(diagnostics::unknown_family(info.styles.family, shop.fonts.families()));
  return info;
}

workbook::Options workbook_options(const Workshop& shop) {
  workbook::Options options;
  options.font.name = shop.inputs.sheet_font;
  return options;
}

// expand -> compose -> paginate -> resolve, and the worksheets beside: one section at a time.
struct Typeset {
  page::Pages pages;
  workbook::Workbook workbook;
  std::string dump;
};

Typeset typeset(templates::Expander& expander, const doc::DocumentInfo& info, Workshop& shop) {
  Typeset result;
  if (wants(shop, Dump::Document)) result.dump = doc::dump(info);
  layout::Typesetter typesetter(info, {shop.fonts, shop.breaker, shop.origins, shop.diagnostics,
                                       wants(shop, Dump::Galley) ? &result.dump : nullptr});
  workbook::WorkbookMaker maker(info, workbook_options(shop),
                                {shop.sheet_fonts, shop.breaker, shop.origins, shop.diagnostics});
  std::size_t sections = 0;
  while (std::optional<doc::Section> section = expander.next()) {
    shop.progress(shop.name, "section", ++sections);
    if (wants(shop, Dump::Document)) result.dump += doc::dump(*section);
    if (shop.diagnostics.has_errors()) continue;  // go on expanding: all errors at once
    if (info.to_workbook) maker.add(*section);
    if (info.to_pdf) typesetter.add(std::move(*section));
  }
  if (shop.diagnostics.has_errors()) return result;
  if (info.to_pdf) result.pages = typesetter.finish();
  if (info.to_workbook) result.workbook = maker.finish();
  if (wants(shop, Dump::Pages)) result.dump = page::dump(result.pages, shop.fonts, describe_origin, &shop);
  if (wants(shop, Dump::Workbook)) result.dump = workbook::dump(result.workbook);
  return result;
}

// draw -> finish -> read back.
std::optional<BuiltFile> make_pdf_file(page::Pages&& pages, const std::string& stem, Workshop& shop) {
  BuiltFile file{stem + ".pdf", "document", {}, pages.pages.size(), 0};
  shop.progress(shop.name, "pages", file.pages);
  const readback::Expectation expected = readback::expect(pages, shop.fonts);
  base::Result<std::string> bytes = pdf::make_pdf(std::move(pages), shop.fonts, {});
  if (!bytes) {
    shop.diagnostics.add(bytes.error());
    return {};
  }
  file.bytes = std::move(*bytes);
  shop.progress(shop.name, "read back", file.pages);
  readback::compare_pdf(file.bytes, expected, file.name, shop.diagnostics);
  return file;
}

std::optional<BuiltFile> make_workbook_file(const workbook::Workbook& workbook, const std::string& stem,
                                            Workshop& shop) {
  BuiltFile file{stem + ".xlsx", "workbook", {}, 0, workbook.sheets.size()};
  shop.progress(shop.name, "sheets", file.sheets);
  base::Result<std::string> bytes = workbook::write_xlsx(workbook);
  if (!bytes) {
    shop.diagnostics.add(bytes.error());
    return {};
  }
  file.bytes = std::move(*bytes);
  return file;
}

}  // namespace

BuiltDocument build_document(const LoadedTemplate& loaded, const BuildInputs& inputs, const Progress& progress,
                             base::Diagnostics& diagnostics) {
  const std::optional<templates::CheckedTemplate> checked =
      templates::check(loaded.parsed, inputs.data.schema, template_roots(), diagnostics);
  if (!checked) return {};
  Workshop shop(inputs, progress, diagnostics);
  shop.name = loaded.info.id;
  templates::Expander expander(*checked, inputs.data, shop.origins, expand_options(shop), diagnostics);
  const doc::DocumentInfo info = document_info(expander, shop);
  Typeset set = typeset(expander, info, shop);
  BuiltDocument built;
  if (inputs.dump != Dump::None) {
    built.dump = std::move(set.dump);
    return built;
  }
  if (diagnostics.has_errors()) return built;
  if (info.to_pdf)
    if (auto file = make_pdf_file(std::move(set.pages), info.file_name, shop)) built.files.push_back(std::move(*file));
  if (info.to_workbook)
    if (auto file = make_workbook_file(set.workbook, info.file_name, shop)) built.files.push_back(std::move(*file));
  return built;
}

}  // namespace phaen::app
