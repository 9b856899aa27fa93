// SPDX-License-Identifier: GPL-3.0-or-later
// map: one KPI Map as PDF, SVG or PNG. Load, assess, fill, draw, write: all files or none.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "app/attachments.h"
#include "app/commands.h"
#include "app/diagnostics.h"
#include "app/inputs.h"
#include "app/kpi_graph.h"
#include "app/map_diagnostics.h"
#include "app/map_values.h"
#include "app/resources.h"
#include "app/stage_times.h"
#include "assess/assess.h"
#include "base/file.h"
#include "base/format.h"
#include "diagram/bands.h"
#include "diagram/dimensions.h"
#include "diagram/linkage_map.h"
#include "diagram/map.h"
#include "diagram/matrix.h"
#include "diagram/value_chain.h"
#include "doc/style_sheet.h"
#include "pdf/pdf.h"
#include "readback/readback.h"
#include "store/store.h"
#include "svg/svg.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

const char* kind_name(MapKind kind) {
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

std::vector<std::string> issue_codes(const PlanReader& plan) {
  std::vector<std::string> codes;
  for (const std::size_t issue : plan.of_level("issue")) codes.push_back(plan.nodes()[issue].code);
  return codes;
}

/// The node --focus or --issue names: of an indicator the node it measures.
std::optional<std::size_t> focus_node(MapShop& shop) {
  const MapJob& job = shop.job;
  const Rows kpis(shop.plan, "kpis");
  std::optional<std::size_t> focus;
  if (!job.issue.empty()) {
    const std::vector<std::string> issues = issue_codes(shop.plan);
    focus = shop.plan.find_node(job.issue);
    if (std::find(issues.begin(), issues.end(), job.issue) == issues.end())
      shop.diagnostics.add(diagnostics::unknown_issue(job.issue, issues));
  }
  if (job.focus.empty()) return focus;
  if (const auto node = shop.plan.find_node(job.focus)) return node;
  if (const auto kpi = shop.plan.find_kpi(job.focus)) return shop.plan.find_node(kpis.text(*kpi, "node"));
  std::vector<std::string> codes = shop.plan.node_codes();
  for (std::size_t i = 0; i < kpis.size(); ++i) codes.push_back(kpis.text(i, "code"));
  // Cascades show upper plans too: their graph says whether the code is there.
  const Rows upper(shop.plan, "upper_items");
  const bool layered = job.kind == MapKind::Cascade || job.kind == MapKind::Tree;
  for (std::size_t i = 0; layered && i < upper.size(); ++i)
    if (upper.text(i, "code") == job.focus) return {};
  shop.diagnostics.add(diagnostics::unknown_focus(job.focus, codes));
  return {};
}

// --- the kinds ------------------------------------------------------------------------------------------------------

diagram::Drawing draw_layered(MapShop& shop, const std::string& family) {
  const MapJob& job = shop.job;
  KpiGraphOptions options;
  options.levels = job.levels;
  std::vector<std::string> known;
  for (const doc::GraphLevel& level : kpi_graph_levels()) known.push_back(level.key);
  for (const std::string& level : job.levels)
    if (std::find(known.begin(), known.end(), level) == known.end())
      shop.diagnostics.add(diagnostics::unknown_level(level, known));
  if (shop.diagnostics.has_errors()) return {};
  const Rows plans(shop.plan, "plans");
  options.result_year = plans.integer(0, "report_year");
  const doc::Graph graph = make_kpi_graph(shop.data, options, &shop.origins);
  diagram::MapOptions map;
  map.paper = paper_of(job);
  map.orientation = orientation_of(job);
  map.family = family;
  map.focus = job.focus;
  map.keep_plan_order = !job.free_order;
  if (!job.issue.empty())
    map.issue = static_cast<std::uint16_t>(shop.plan.number(shop.plan.find_node(job.issue).value()) - 1);
  return job.kind == MapKind::Cascade ? diagram::draw_cascade(graph, map, shop.setter())
                                      : diagram::draw_tree(graph, map, shop.setter());
}

void lacks(MapShop& shop, const char* tables) {
  shop.diagnostics.add(diagnostics::nothing_to_draw(kind_name(shop.job.kind), tables));
}

void draw_grid_kind(MapShop& shop, std::optional<std::size_t> focus, const diagram::FrameSetting& setting,
                    diagram::Drawing& drawing) {
  switch (shop.job.kind) {
    case MapKind::Linkage: {
      const std::vector<doc::LinkageMap> maps = linkage_maps(shop.plan, focus);
      if (maps.empty()) lacks(shop, "nodes");
      for (const doc::LinkageMap& map : maps) diagram::draw_linkage(drawing, map, setting);
      return;
    }
    case MapKind::Matrix: {
      const doc::Matrix matrix = project_matrix(shop.plan, focus);
      if (matrix.columns.empty() || matrix.rows.empty()) return lacks(shop, "kpis, nodes");
      return diagram::draw_matrix(drawing, matrix, setting);
    }
    case MapKind::Xyz: {
      const doc::CausalMap map = causal_map(shop.plan, focus);
      if (map.chains.empty()) return lacks(shop, "nodes, alignments");
      return diagram::draw_bands(drawing, map, setting);
    }
    case MapKind::ValueChain: {
      const doc::ValueChains map = value_chains(shop.plan, focus);
      if (map.chains.empty()) return lacks(shop, "value_chains, value_chain_stages");
      return diagram::draw_value_chains(drawing, map, setting);
    }
    case MapKind::Dimensions: {
      const doc::DimensionFrame map = dimension_frame(shop.plan, focus);
      if (map.groups.empty()) return lacks(shop, "kpis");
      return diagram::draw_dimensions(drawing, map, setting);
    }
    case MapKind::Cascade:
    case MapKind::Tree: return;
  }
}

diagram::Drawing draw_map(MapShop& shop) {
  const std::optional<std::size_t> focus = focus_node(shop);
  if (shop.diagnostics.has_errors()) return {};
  const std::string family = doc::standard_styles().family;
  if (shop.job.kind == MapKind::Cascade || shop.job.kind == MapKind::Tree) return draw_layered(shop, family);
  const auto typeface = diagram::find_typeface(shop.fonts, family);
  if (!typeface) {
    shop.diagnostics.add(diagnostics::unknown_family(family, shop.fonts.families()));
    return {};
  }
  diagram::Drawing drawing;
  drawing.title = map_words(shop.plan, {}).title;
  draw_grid_kind(shop, focus, {paper_of(shop.job), orientation_of(shop.job), *typeface, shop.setter()}, drawing);
  return drawing;
}

// --- files ----------------------------------------------------------------------------------------------------------

struct MapFile {
  std::string path, bytes;
  std::size_t pages = 1;
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

void write_map_files(const std::vector<MapFile>& files, Console& console, base::Diagnostics& diagnostics) {
  base::StagedFiles staged;
  std::string lines;
  const bool thai = console.language() == base::Language::Thai;
  for (const MapFile& file : files) {
    if (const base::Result<void> added = staged.add(file.path, file.bytes); !added) diagnostics.add(added.error());
    lines += base::format("{}  {} {}  {} kB\n", file.path, file.pages, thai ? "หน้า" : "pages",
                          (file.bytes.size() + 999) / 1000);
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
  info.subject = base::format("KPI Map: {}", kind_name(shop.job.kind));
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
  const std::string path = job.output.empty() ? std::string(kind_name(job.kind)) + ".pdf" : job.output;
  if (!path.ends_with(".pdf") && !path.ends_with(".svg") && !path.ends_with(".png"))
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
  diagram::Drawing drawing = times.measure("lay out", [&] { return draw_map(shop); });
  times.count("lay out", drawing.pages.size(), "pages");
  page::FileInfo info = file_info(shop, drawing.title);
  if (diagnostics.has_errors()) return;
  const std::vector<MapFile> files = make_files(diagram::to_pages(std::move(drawing), std::move(info)), path, shop);
  if (!diagnostics.has_errors()) times.measure("write", [&] { write_map_files(files, console, diagnostics); });
}

}  // namespace

Exit run_map(const MapJob& job, const Common& common, Console& console) {
  base::Diagnostics diagnostics;
  StageTimes times;
  make_map(job, common, console, diagnostics, times);
  if (job.show_times) console.note(stage_lines(kind_name(job.kind), times));
  console.report(diagnostics);
  return console.exit_for(diagnostics);
}

}  // namespace phaen::app
