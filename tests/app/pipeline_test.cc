// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline.h"

#include <doctest/doctest.h>

#include <set>

#include "app/attachments.h"
#include "app/resources.h"
#include "assess/assess.h"
#include "base/file.h"
#include "plan/schema.h"
#include "support/dataset.h"
#include "support/pdf_checks.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const char* value) { return std::string(value); }

base::Dataset small_plan() {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "cycles", {{"code", text("2566")}, {"issue_word", text("ประเด็นการพัฒนา")}});
  add_record(plan, "plans",
             {{"code", text("X")},
              {"title", text("แผนพัฒนาน้ำ </p>{plan.code}<b>&")},
              {"cycle", text("2566")},
              {"start_year", std::int64_t{2566}},
              {"end_year", std::int64_t{2567}}});
  for (const char* code : {"J1", "J2"}) {
    add_record(plan, "nodes", {{"code", text(code)}, {"level", text("project")}, {"name", text(code)}});
    add_record(plan, "budgets",
               {{"node", text(code)},
                {"year", std::int64_t{2566}},
                {"stage", text("planned")},
                {"line", std::int64_t{1}},
                {"amount", base::Money::baht(17'576'740'000)},
                {"fact", text(code == std::string("J2") ? "synthetic" : "real")}});
  }
  return assess::assess(std::move(plan));
}

const char* const kTemplate = R"(<document id="t" title="{plan.title}" outputs="pdf xlsx" synthetic-note="มีข้อมูลสมมุติ">
  <section sheet="งบ">
    <heading level="1">{plan.title}</heading>
    <table><column key="n"/><column key="a" align="right" format="baht"/>
      <head><row><cell>โครงการ</cell><cell>งบประมาณ</cell></row></head>
      <for each="n" in="nodes"><row><cell>{n.name}</cell><cell>{n.totals.amount | baht}</cell></row></for>
      <total><cell>รวม</cell><cell derive="subtotal"/></total>
    </table>
  </section>
</document>)";

struct Bench {
  base::Dataset data = small_plan();
  base::Diagnostics diagnostics;
  std::optional<app::LoadedTemplate> loaded;
  bool watch_stages = false;

  explicit Bench(const std::string& source = kTemplate) {
    const std::string path = "/tmp/phaen-pipeline-test.xml";
    REQUIRE(base::write_file_atomically(path, source));
    loaded = app::load_template("", path, diagnostics);
  }

  app::BuiltDocument build(app::Dump dump = app::Dump::None, std::optional<pdf::Attachment> plan_data = {}) {
    REQUIRE(loaded);
    app::BuildInputs inputs{.data = data, .sheet_font = "TH SarabunPSK", .date = {2022, 10, 1}, .dump = dump};
    if (plan_data) {
      std::promise<pdf::Attachment> promise;
      promise.set_value(std::move(*plan_data));
      inputs.plan_data = promise.get_future().share();
    }
    inputs.watch_stages = watch_stages;
    inputs.roots = app::root_records(data, "plan.db", diagnostics);
    inputs.fonts = app::load_fonts(PHAEN_SOURCE_DIR, "", diagnostics);
    return app::build_document(
        *loaded, inputs, [](const auto&, const auto&, auto) {}, diagnostics);
  }
};

}  // namespace

TEST_CASE("a plan becomes a PDF and a workbook that were read back, the same bytes each time") {
  Bench bench;
  const app::BuiltDocument first = bench.build();
  CHECK(bench.diagnostics.empty());
  REQUIRE(first.files.size() == 2);
  CHECK(first.files[0].name == "t.pdf");
  CHECK(first.files[0].pages == 1);
  CHECK(first.files[1].name == "t.xlsx");
  const app::BuiltDocument second = bench.build();
  for (std::size_t i = 0; i < 2; ++i) CHECK(*first.files[i].bytes == *second.files[i].bytes);
  CHECK(support::check_pdf(*first.files[0].bytes).empty());
}

TEST_CASE("a PDF carries the plan's data and its own workbook when the job says so") {
  Bench bench;
  const pdf::Attachment data = app::plan_data(bench.data, ".", {2022, 10, 1});
  const app::BuiltDocument with = bench.build(app::Dump::None, data), without = bench.build();
  CHECK(bench.diagnostics.empty());
  REQUIRE(with.files.size() == 2);
  CHECK(with.files[0].bytes->find(*data.bytes) != std::string::npos);
  CHECK(with.files[0].bytes->find(*with.files[1].bytes) != std::string::npos);
  CHECK(without.files[0].bytes->find(*with.files[1].bytes) == std::string::npos);
  CHECK(*with.files[1].bytes == *without.files[1].bytes);
  CHECK(support::to_text(support::check_pdf(*with.files[0].bytes)) == "");
}

TEST_CASE("the plan's data holds the plan's tables as they are exported, the same bytes at any date") {
  const Bench bench;
  const pdf::Attachment data = app::plan_data(bench.data, ".", {2022, 10, 1});
  CHECK(data.name == "plan-data.zip");
  CHECK(data.relationship == pdf::Relationship::Source);
  CHECK(*data.bytes == *app::plan_data(bench.data, ".", {2023, 1, 2}).bytes);
  CHECK(data.bytes->find("plans.csv") != std::string::npos);
  CHECK(data.bytes->find("node_totals.csv") == std::string::npos);  // derived: phaen makes it again
}

TEST_CASE("the dump of the pages names where each figure came from") {
  Bench bench;
  const std::string dump = bench.build(app::Dump::Pages).dump;
  CHECK(dump.find("แผนพัฒนาน้ำ </p>{plan.code}<b>&") != std::string::npos);
  CHECK(dump.find("from sum(budgets J1/2566/planned/1 amount) \"17,576,740,000\"") != std::string::npos);
  CHECK(dump.find("\"35,153,480,000\"") != std::string::npos);
  CHECK(dump.find("มีข้อมูลสมมุติ") != std::string::npos);
}

TEST_CASE("the stages of a document are timed apart when asked, and the document is the same") {
  Bench bench;
  const auto names = [](const app::BuiltDocument& built) {
    std::set<std::string> found;
    for (const app::StageTimes::Stage& stage : built.times.stages()) found.insert(stage.name);
    return found;
  };
  const app::BuiltDocument plain = bench.build();
  CHECK(names(plain).contains("compose"));
  CHECK_FALSE(names(plain).contains("shape"));
  bench.watch_stages = true;
  const app::BuiltDocument watched = bench.build();
  for (const char* stage :
       {"expand", "break", "shape", "compose", "paginate", "resolve", "draw", "finish", "read back"})
    CHECK(names(watched).contains(stage));
  REQUIRE(watched.files.size() == plain.files.size());
  for (std::size_t i = 0; i < plain.files.size(); ++i) CHECK(*watched.files[i].bytes == *plain.files[i].bytes);
}

TEST_CASE("a stage inside another stops the other's time") {
  app::StageTimes times;
  times.enter("compose");
  for (const char* word : {"shape", "break", "shape"}) {
    const base::WatchedStage watched(&times, word);
  }
  times.leave();
  REQUIRE(times.stages().size() == 3);
  for (const app::StageTimes::Stage& stage : times.stages()) {
    CHECK(stage.time.count() >= 0);
    CHECK(stage.peak_kib > 0);
  }
  CHECK(app::stage_lines("t", times).find("compose") < app::stage_lines("t", times).find("shape"));
}

TEST_CASE("each stage's value can be printed") {
  Bench bench;
  CHECK(bench.build(app::Dump::Document).dump.find("heading") != std::string::npos);
  CHECK(bench.build(app::Dump::Galley).dump.find("J1") != std::string::npos);
  CHECK(bench.build(app::Dump::Workbook).dump.find("SUBTOTAL") != std::string::npos);
  CHECK(bench.diagnostics.empty());
}

TEST_CASE("a mistake in the template stops the build before anything is set") {
  Bench bench("<document id=\"t\" title=\"x\"><section><p>{plan.titel}</p></section></document>");
  CHECK(bench.build().files.empty());
  REQUIRE(bench.diagnostics.errors() == 1);
  CHECK(base::to_text(bench.diagnostics.all()[0], base::Language::English).find("did you mean `title`") !=
        std::string::npos);
}

TEST_CASE("a character no font draws is an error with its code point") {
  Bench bench;
  bench.data.tables[*bench.data.schema->find_table("plans")][0].values[1] = std::string("แผน \xF0\x93\x80\x80");
  CHECK(bench.build().files.empty());
  REQUIRE(bench.diagnostics.has_errors());
  CHECK(bench.diagnostics.all()[0].code == "L003");
  CHECK(bench.diagnostics.all()[0].message.en.find("U+13000") != std::string::npos);
}
