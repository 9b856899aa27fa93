// SPDX-License-Identifier: GPL-3.0-or-later
// map: one KPI Map as PDF, SVG, PNG or workbook. Load, assess, fill, draw, write: all files or none.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "app/attachments.h"
#include "app/commands.h"
#include "app/diagnostics.h"
#include "app/inputs.h"
#include "app/map_diagnostics.h"
#include "app/map_filler.h"
#include "app/map_picture.h"
#include "app/map_sheet.h"
#include "app/resources.h"
#include "app/stage_times.h"
#include "assess/assess.h"
#include "base/file.h"
#include "base/format.h"
#include "diagram/draw_map.h"
#include "doc/style_sheet.h"
#include "pdf/pdf.h"
#include "readback/readback.h"
#include "readback/workbook_readback.h"
#include "store/store.h"
#include "svg/svg.h"
#include "workbook/make.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

/// What a map is drawn from and with; lives as long as the job.
struct MapShop {
  const MapJob& job;
  const base::Dataset& data;
  base::Diagnostics& diagnostics;
  StageTimes& times;
  base::OriginTable origins;
  text::Breaker breaker;
  text::FontBook fonts;
  PlanReader plan;

  MapShop(const MapJob& with, const base::Dataset& assessed, base::Diagnostics& found, StageTimes& clock)
      : job(with),
        data(assessed),
        diagnostics(found),
        times(clock),
        breaker(unbroken_names(assessed)),
        plan(assessed, origins) {}
  line::Setter setter() { return {fonts, breaker, diagnostics}; }
};

diagram::Paper paper_of(const MapJob& job) {
  const MapPaper paper = job.paper.value_or(job.kind == MapKind::Cascade ? MapPaper::A3 : MapPaper::A4);
  return paper == MapPaper::A3 ? diagram::Paper::A3 : diagram::Paper::A4;
}

diagram::Orientation orientation_of(const MapJob& job) {
  const MapOrientation usual = job.kind == MapKind::Tree ? MapOrientation::Portrait : MapOrientation::Landscape;
  return job.orientation.value_or(usual) == MapOrientation::Portrait ? diagram::Orientation::Portrait
                                                                     : diagram::Orientation::Landscape;
}

using Content = std::shared_ptr<const doc::MapContent>;

diagram::Drawing draw_map(const doc::MapContent& content, MapShop& shop) {
  const MapJob& job = shop.job;
  diagram::MapOptions options;
  options.paper = paper_of(job);
  options.orientation = orientation_of(job);
  options.family = doc::standard_styles().family;
  options.keep_plan_order = !job.free_order;
  return diagram::draw_map(content, options, shop.setter());
}

// --- files ----------------------------------------------------------------------------------------------------------

struct MapFile {
  std::string path, bytes;
  std::size_t pages = 1;  ///< sheets of a workbook
};

/// `FILE.svg`, `FILE-2.svg` …
std::string page_path(const std::string& path, std::size_t page) {
  if (page == 0) return path;
  const fs::path whole(path);
  return (whole.parent_path() / base::format("{}-{}{}", whole.stem().string(), page + 1, whole.extension().string()))
      .string();
}

pdf::Attachments attachments_of(const MapShop& shop, const base::Date& date) {
  if (!shop.job.attachments) return {};
  return {plan_data(shop.data, store::is_server(shop.job.location) ? "." : folder_of(shop.job.location), date)};
}

std::vector<MapFile> make_files(page::Pages&& pages, const std::string& path, MapShop& shop) {
  std::vector<MapFile> files;
  const auto keep = [&](std::string name, base::Result<std::string> bytes, std::size_t count) {
    if (bytes)
      files.push_back({std::move(name), std::move(*bytes), count});
    else
      shop.diagnostics.add(bytes.error());
  };
  const std::size_t count = pages.pages.size();
  if (path.ends_with(".pdf")) {
    const bool reads_back = !shop.job.skip_read_back;
    const pdf::Attachments attachments = attachments_of(shop, pages.info.date);
    readback::Expectation expected = reads_back ? readback::expect(pages, shop.fonts) : readback::Expectation{};
    expected.attachments = expected_files(attachments);
    keep(path, shop.times.measure("draw", [&] { return pdf::make_pdf(std::move(pages), shop.fonts, attachments); }),
         count);
    if (!files.empty() && reads_back)
      shop.times.measure("read back",
                         [&] { readback::compare_pdf(files.front().bytes, expected, path, shop.diagnostics); });
  } else if (path.ends_with(".png")) {
    for (std::size_t i = 0; i < count; ++i)
      keep(page_path(path, i), pdf::render_png(pages.pages[i], shop.fonts, shop.job.dots_per_inch), 1);
  } else {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back(fs::path(page_path(path, i)).filename().string());
    std::vector<std::string> texts = svg::make_svg(pages, names, shop.fonts);
    for (std::size_t i = 0; i < count; ++i) keep(page_path(path, i), std::move(texts[i]), 1);
  }
  return files;
}

/// The rows of a cascade or tree on one sheet, the picture of any map on the next.
std::vector<MapFile> make_workbook_files(const Content& content, const page::FileInfo& file, const std::string& path,
                                         MapShop& shop) {
  doc::DocumentInfo info;
  info.title = file.title;
  info.subject = file.subject;
  info.author = file.author;
  info.issue_date = file.date;
  info.to_workbook = true;
  info.styles = doc::standard_styles();
  info.synthetic_note = "แผ่นงานนี้มีข้อมูลสมมุติเพื่อการสาธิต มิใช่ข้อมูลของทางราชการ";
  workbook::Options options;
  options.draw_map = [&](const doc::MapFigure& map, base::Length width) {
    return map_pictures(map, width, info.styles.family, shop.fonts, shop.setter());
  };
  workbook::WorkbookMaker maker(info, options, {shop.fonts, shop.breaker, shop.origins, shop.diagnostics});
  if (const auto* graph = std::get_if<doc::GraphMap>(&content->value))
    maker.add(map_sheet(shop.plan, *graph, info.styles, shop.diagnostics));
  doc::Section picture;
  picture.name = picture.sheet = "แผนภาพ";
  picture.geometry.paper = {base::Length::mm(420), base::Length::mm(297)};
  picture.geometry.left = picture.geometry.right = base::Length::cm(1.5);
  picture.blocks.emplace_back(doc::MapFigure{content, {}, {}});
  maker.add(picture);
  const workbook::Workbook book = maker.finish();
  if (shop.diagnostics.has_errors()) return {};
  base::Result<std::string> bytes = workbook::write_xlsx(book);
  if (!bytes) {
    shop.diagnostics.add(bytes.error());
    return {};
  }
  readback::compare_workbook(*bytes, book, path, shop.diagnostics);
  return {{path, std::move(*bytes), book.sheets.size()}};
}

void write_map_files(const std::vector<MapFile>& files, Console& console, base::Diagnostics& diagnostics) {
  base::StagedFiles staged;
  std::string lines;
  const bool thai = console.language() == base::Language::Thai;
  for (const MapFile& file : files) {
    if (const base::Result<void> added = staged.add(file.path, file.bytes); !added) diagnostics.add(added.error());
    const bool sheets = file.path.ends_with(".xlsx");
    const char* unit = sheets ? (thai ? "แผ่นงาน" : "sheets") : (thai ? "หน้า" : "pages");
    lines += base::format("{}  {} {}  {} kB\n", file.path, file.pages, unit, (file.bytes.size() + 999) / 1000);
  }
  if (diagnostics.has_errors()) return;
  if (const base::Result<void> written = staged.commit(); !written)
    diagnostics.add(written.error());
  else
    console.print(lines);
}

page::FileInfo file_info(MapShop& shop, const std::string& title) {
  const Rows plans(shop.plan, "plans"), agencies(shop.plan, "agencies");
  page::FileInfo info;
  info.title = title;
  info.subject = base::format("KPI Map: {}", doc::name(shop.job.kind));
  for (std::size_t i = 0; i < agencies.size(); ++i)
    if (agencies.text(i, "code") == plans.text(0, "agency")) info.author = agencies.text(i, "name");
  const auto* date = std::get_if<base::Date>(&plans.value(0, "issue_date"));
  if (shop.job.date)
    info.date = *shop.job.date;
  else if (date != nullptr)
    info.date = *date;
  else
    shop.diagnostics.add(diagnostics::no_date(shop.job.location));
  return info;
}

std::optional<base::Dataset> load_assessed(const std::string& location, base::Diagnostics& diagnostics) {
  const store::Versions versions = store::plan_versions();
  base::Result<store::Store> opened = store::open(location, versions);
  if (!opened) {
    diagnostics.add(opened.error());
    return {};
  }
  base::Dataset plan = store::load(*opened, versions.schema, diagnostics);
  if (diagnostics.has_errors()) return {};
  base::Dataset data = assess::assess(std::move(plan));
  root_records(data, location, diagnostics);
  if (diagnostics.has_errors()) return {};
  return data;
}

/// The first circle of nodes, each under the one before it; empty: the plan is a tree.
std::vector<std::string> find_circle(const base::Dataset& data) {
  std::map<std::string, std::string> parents;
  const std::size_t table = data.schema->find_table("nodes").value();
  const std::size_t code = data.schema->tables[table].find_field("code").value();
  const std::size_t parent = data.schema->tables[table].find_field("parent").value();
  for (const base::Record& record : data.tables[table])
    if (const auto* above = std::get_if<std::string>(&record.values[parent]))
      parents.emplace(std::get<std::string>(record.values[code]), *above);
  std::set<std::string> sound;
  for (const auto& [start, above] : parents) {
    std::vector<std::string> chain;
    for (auto at = parents.find(start); at != parents.end() && !sound.contains(at->first);
         at = parents.find(at->second)) {
      const auto again = std::find(chain.begin(), chain.end(), at->first);
      if (again != chain.end()) return {std::make_reverse_iterator(chain.end()), std::make_reverse_iterator(again)};
      chain.push_back(at->first);
    }
    sound.insert(chain.begin(), chain.end());
  }
  return {};
}

void make_map(const MapJob& job, const Common& common, Console& console, base::Diagnostics& diagnostics,
              StageTimes& times) {
  const std::string path = job.output.empty() ? std::string(doc::name(job.kind)) + ".pdf" : job.output;
  constexpr std::string_view kEndings[] = {".pdf", ".svg", ".png", ".xlsx"};
  if (std::none_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view end) { return path.ends_with(end); }))
    diagnostics.add(diagnostics::unknown_ending(path));
  const base::Result<std::string> share = find_share_folder(common.share);
  if (!share) diagnostics.add(share.error());
  if (diagnostics.has_errors()) return;
  const std::optional<base::Dataset> data =
      times.measure("load, assess", [&] { return load_assessed(job.location, diagnostics); });
  if (!data) return;
  if (const std::vector<std::string> circle = find_circle(*data); !circle.empty())
    return diagnostics.add(diagnostics::circle_of_nodes(circle));
  MapShop shop(job, *data, diagnostics, times);
  times.measure("fonts", [&] { shop.fonts.add(load_fonts(*share, {}, diagnostics), diagnostics); });
  if (diagnostics.has_errors()) return;
  const Content content = times.measure("fill", [&] {
    return fill_map(shop.plan, {job.kind, job.focus, job.issue, job.levels, {}}, diagnostics);
  });
  if (content == nullptr) return;
  diagram::Drawing drawing = times.measure("lay out", [&] { return draw_map(*content, shop); });
  times.count("lay out", drawing.pages.size(), "pages");
  page::FileInfo info = file_info(shop, drawing.title);
  if (diagnostics.has_errors()) return;
  const std::vector<MapFile> files =
      path.ends_with(".xlsx") ? make_workbook_files(content, info, path, shop)
                              : make_files(diagram::to_pages(std::move(drawing), std::move(info)), path, shop);
  if (!diagnostics.has_errors()) times.measure("write", [&] { write_map_files(files, console, diagnostics); });
}

}  // namespace

Exit run_map(const MapJob& job, const Common& common, Console& console) {
  base::Diagnostics diagnostics;
  StageTimes times;
  make_map(job, common, console, diagnostics, times);
  if (job.show_times) console.note(stage_lines(std::string(doc::name(job.kind)), times));
  console.report(diagnostics);
  return console.exit_for(diagnostics);
}

}  // namespace phaen::app
