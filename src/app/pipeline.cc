// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline.h"

#include <optional>

#include "app/attachments.h"
#include "app/diagnostics.h"
#include "app/map_filler.h"
#include "app/map_picture.h"
#include "base/format.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "readback/readback.h"
#include "readback/workbook_readback.h"
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
  std::optional<PlanReader> plan;  // for maps; made at the first one
  std::string name;
  StageTimes times;

  Workshop(const BuildInputs& with, const Progress& report, base::Diagnostics& found)
      : inputs(with),
        progress(report),
        diagnostics(found),
        breaker(unbroken_names(with.data)),
        images(with.plan_folder) {
    fonts.add(with.fonts, found);
    sheet_fonts.add(with.fonts, found);
  }
  // Asking the clock at every word is for those who want to know.
  base::StageWatch* watch() { return inputs.watch_stages ? &times : nullptr; }
};

templates::ExpandOptions expand_options(Workshop& shop) {
  templates::ExpandOptions options;
  options.root_records = shop.inputs.roots;
  options.issue_date = shop.inputs.date;
  options.digits = shop.inputs.digits;
  options.load_image = [&shop](const std::string& path) { return shop.images.load(path); };
  options.load_map = [&shop](const templates::MapRequest& request, base::Diagnostics& found) {
    if (!shop.plan) {
      shop.plan.emplace(shop.inputs.data, shop.origins);
      shop.plan->enter_document();
    }
    return fill_map(*shop.plan, request, found);
  };
  return options;
}

std::string describe_origin(base::OriginId id, const void* context) {
  const auto& shop = *static_cast<const Workshop*>(context);
  return shop.origins.describe(id, shop.inputs.data);
}

// Of a derived value, where its first input stands.
base::Position locate_origin(base::OriginId id, const Workshop& shop) {
  const base::Origin& origin = shop.origins.at(id);
  const base::Dataset& data = shop.inputs.data;
  base::Position where;
  switch (origin.kind) {
    case base::Origin::Kind::None: break;
    case base::Origin::Kind::Field: {
      const base::Table& table = data.schema->tables[origin.a];
      where.table = table.name;
      where.record = base::key_text(table, data.tables[origin.a][origin.b]);
      where.field = table.fields[origin.c].name;
      break;
    }
    case base::Origin::Kind::Derived: {
      const std::vector<base::OriginId> inputs = shop.origins.inputs(id);
      if (!inputs.empty()) where = locate_origin(inputs.front(), shop);
      break;
    }
    case base::Origin::Kind::Template:
      where.file = shop.origins.name(origin.a);
      where.line = static_cast<int>(origin.b);
      break;
  }
  return where;
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

workbook::Options workbook_options(Workshop& shop, const doc::DocumentInfo& info) {
  workbook::Options options;
  options.draw_map = [&shop, family = info.styles.family](const doc::MapFigure& map, base::Length width) {
    return map_pictures(map, width, family, shop.sheet_fonts, {shop.sheet_fonts, shop.breaker, shop.diagnostics});
  };
  options.font.name = shop.inputs.sheet_font;
  options.threads = shop.inputs.threads;
  options.make_fonts = [&shop] {
    base::Diagnostics known;  // of the first book of these fonts
    text::FontBook fonts;
    fonts.add(shop.inputs.fonts, known);
    return fonts;
  };
  return options;
}

std::size_t row_count(const workbook::Workbook& workbook) {
  std::size_t rows = 0;
  for (const workbook::Sheet& sheet : workbook.sheets) rows += sheet.rows.size();
  return rows;
}

// expand -> compose -> paginate -> resolve, and the worksheets beside: one section at a time.
struct Typeset {
  page::Pages pages;
  workbook::Workbook workbook;
  std::string dump;
  std::size_t sections = 0;
};

Typeset typeset(templates::Expander& expander, const doc::DocumentInfo& info, Workshop& shop) {
  Typeset result;
  if (wants(shop, Dump::Document)) result.dump = doc::dump(info);
  layout::Typesetter typesetter(info, {shop.fonts, shop.breaker, shop.origins, shop.diagnostics,
                                       wants(shop, Dump::Galley) ? &result.dump : nullptr, shop.watch(),
                                       [&shop](base::OriginId id) { return locate_origin(id, shop); }});
  workbook::WorkbookMaker maker(info, workbook_options(shop, info),
                                {shop.sheet_fonts, shop.breaker, shop.origins, shop.diagnostics});
  std::size_t& sections = result.sections;
  const auto expand = [&] { return shop.times.measure("expand", [&] { return expander.next(); }); };
  while (std::optional<doc::Section> section = expand()) {
    shop.progress(shop.name, "section", ++sections);
    if (wants(shop, Dump::Document)) result.dump += doc::dump(*section);
    if (shop.diagnostics.has_errors()) continue;  // go on expanding: all errors at once
    if (info.to_workbook) shop.times.measure("sheets", [&] { maker.add(*section); });
    if (info.to_pdf) shop.times.measure("compose", [&] { typesetter.add(std::move(*section)); });
  }
  shop.times.count("expand", sections, "sections");
  if (shop.diagnostics.has_errors() || sections == 0) return result;
  if (info.to_pdf) {
    result.pages = shop.times.measure("resolve", [&] { return typesetter.finish(); });
    shop.times.count("compose", result.pages.pages.size(), "pages");
  }
  if (info.to_workbook) {
    result.workbook = shop.times.measure("sheets", [&] { return maker.finish(); });
    shop.times.count("sheets", row_count(result.workbook), "rows");
  }
  if (wants(shop, Dump::Pages)) result.dump = page::dump(result.pages, shop.fonts, describe_origin, &shop);
  if (wants(shop, Dump::Workbook)) result.dump = workbook::dump(result.workbook);
  return result;
}

// What the PDF carries: the plan's data, and the workbook made from the same tables.
pdf::Attachments attachments_of(const std::optional<BuiltFile>& workbook, const Workshop& shop) {
  pdf::Attachments attachments;
  if (!shop.inputs.plan_data.valid()) return attachments;
  attachments.push_back(shop.inputs.plan_data.get());
  if (workbook) attachments.push_back(workbook_attachment(workbook->name, workbook->bytes, shop.inputs.date));
  return attachments;
}

// draw -> finish -> read back.
std::optional<BuiltFile> make_pdf_file(page::Pages&& pages, const std::string& stem,
                                       const pdf::Attachments& attachments, Workshop& shop) {
  BuiltFile file{stem + ".pdf", "document", {}, pages.pages.size(), 0};
  shop.progress(shop.name, "pages", file.pages);
  const bool reads_back = !shop.inputs.skip_read_back;
  readback::Expectation expected = shop.times.measure(
      "expect", [&] { return reads_back ? readback::expect(pages, shop.fonts) : readback::Expectation{}; });
  expected.attachments = expected_files(attachments);
  base::Result<std::string> bytes = shop.times.measure(
      "draw", [&] { return pdf::make_pdf(std::move(pages), shop.fonts, attachments, shop.watch()); });
  shop.times.count("draw", file.pages, "pages");
  if (!bytes) {
    shop.diagnostics.add(bytes.error());
    return {};
  }
  file.bytes = std::make_shared<const std::string>(std::move(*bytes));
  if (!reads_back) return file;
  shop.progress(shop.name, "read back", file.pages);
  shop.times.measure("read back", [&] {
    readback::compare_pdf(*file.bytes, expected, file.name, shop.diagnostics, shop.inputs.threads);
  });
  shop.times.count("read back", file.pages, "pages");
  return file;
}

std::optional<BuiltFile> make_workbook_file(const workbook::Workbook& workbook, const std::string& stem,
                                            Workshop& shop) {
  BuiltFile file{stem + ".xlsx", "workbook", {}, 0, workbook.sheets.size()};
  shop.progress(shop.name, "sheets", file.sheets);
  base::Result<std::string> bytes =
      shop.times.measure("write sheets", [&] { return workbook::write_xlsx(workbook, shop.inputs.threads); });
  shop.times.count("write sheets", row_count(workbook), "rows");
  if (!bytes) {
    shop.diagnostics.add(bytes.error());
    return {};
  }
  file.bytes = std::make_shared<const std::string>(std::move(*bytes));
  if (shop.inputs.skip_read_back) return file;
  shop.times.measure("read back sheets",
                     [&] { readback::compare_workbook(*file.bytes, workbook, file.name, shop.diagnostics); });
  shop.times.count("read back sheets", row_count(workbook), "rows");
  return file;
}

void build(const templates::CheckedTemplate& checked, Workshop& shop, BuiltDocument& built) {
  templates::Expander expander(checked, shop.inputs.data, shop.origins, expand_options(shop), shop.diagnostics);
  const doc::DocumentInfo info = document_info(expander, shop);
  Typeset set = typeset(expander, info, shop);
  if (set.sections == 0 && !shop.diagnostics.has_errors()) {
    shop.diagnostics.add(diagnostics::nothing_to_print(shop.name));
    return;
  }
  if (shop.inputs.dump != Dump::None) {
    built.dump = std::move(set.dump);
    return;
  }
  if (shop.diagnostics.has_errors()) return;
  // The workbook first: the PDF carries it.
  std::optional<BuiltFile> workbook;
  if (info.to_workbook) workbook = make_workbook_file(set.workbook, info.file_name, shop);
  set.workbook = {};
  if (info.to_pdf) {
    const pdf::Attachments attachments = attachments_of(workbook, shop);
    if (auto file = make_pdf_file(std::move(set.pages), info.file_name, attachments, shop))
      built.files.push_back(std::move(*file));
  }
  if (workbook) built.files.push_back(std::move(*workbook));
}

}  // namespace

BuiltDocument build_document(const LoadedTemplate& loaded, const BuildInputs& inputs, const Progress& progress,
                             base::Diagnostics& diagnostics) {
  const std::optional<templates::CheckedTemplate> checked =
      templates::check(loaded.parsed, inputs.data.schema, template_roots(), diagnostics);
  if (!checked) return {};
  Workshop shop(inputs, progress, diagnostics);
  shop.name = loaded.info.id;
  BuiltDocument built;
  build(*checked, shop, built);
  built.times = std::move(shop.times);
  return built;
}

}  // namespace phaen::app
