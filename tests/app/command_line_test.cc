// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <doctest/doctest.h>

#include <vector>

using namespace phaen::app;

namespace {

Invocation parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "phaen");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("build reads its options") {
  const Invocation invocation = parse({"build", "plan.db", "-t", "kj1", "-t", "my.xml", "-o", "out", "-j", "2",
                                       "--date", "2022-09-30", "--lang", "en", "--dump", "pages", "--strict"});
  const auto& job = std::get<BuildJob>(invocation.command);
  CHECK(job.location == "plan.db");
  CHECK(job.templates == std::vector<std::string>{"kj1", "my.xml"});
  CHECK(job.folder == "out");
  CHECK(job.workers == 2);
  CHECK(job.date == phaen::base::Date{2022, 9, 30});
  CHECK(job.dump == Dump::Pages);
  CHECK(job.attachments);
  CHECK_FALSE(std::get<BuildJob>(parse({"build", "plan.db", "--no-attachments"}).command).attachments);
  CHECK(invocation.common.strict);
  CHECK(invocation.common.language == phaen::base::Language::English);
}

TEST_CASE("messages are Thai unless asked otherwise") {
  CHECK(parse({"check", "plan.db"}).common.language == phaen::base::Language::Thai);
}

TEST_CASE("each command is recognised") {
  CHECK(std::get<NewJob>(parse({"new", "p.db", "--sample", "x"}).command).sample == "x");
  CHECK(std::get<ImportJob>(parse({"import", "dir", "p.db"}).command).source == "dir");
  CHECK(std::get<ExportJob>(parse({"export", "p.db", "--to", "dir"}).command).target == "dir");
  CHECK(std::get<CheckJob>(parse({"check", "p.db", "--format", "sarif"}).command).format == CheckFormat::Sarif);
  CHECK(std::get<TemplateJob>(parse({"template", "fields"}).command).action == TemplateAction::Fields);
  CHECK(std::get<TemplateJob>(parse({"template", "check", "a.xml"}).command).files.size() == 1);
}

TEST_CASE("wrong usage says what is wrong and exits with 2") {
  const std::vector<std::vector<const char*>> wrong = {{},
                                                       {"build"},
                                                       {"bild", "plan.db"},
                                                       {"build", "plan.db", "--date", "30/9/2565"},
                                                       {"build", "plan.db", "--dump", "nothing"},
                                                       {"build", "plan.db", "-j", "0"},
                                                       {"export", "plan.db"},
                                                       {"template"},
                                                       {"check", "p.db", "--lang", "fr"}};
  for (const auto& arguments : wrong) {
    const Invocation invocation = parse(arguments);
    REQUIRE(std::holds_alternative<Usage>(invocation.command));
    CHECK(std::get<Usage>(invocation.command).exit == Exit::Usage);
    CHECK_FALSE(std::get<Usage>(invocation.command).text.empty());
  }
}

TEST_CASE("wrong usage is told in the language of --lang, with what may have been meant") {
  const auto text = [](std::vector<const char*> arguments) { return std::get<Usage>(parse(arguments).command).text; };
  CHECK(text({"bild", "plan.db", "--lang", "en"}) == "error A020: no command `bild`\n    hint: did you mean `build`\n");
  CHECK(text({"bild", "plan.db"}) == "ข้อผิดพลาด A020: ไม่มีคำสั่ง “bild”\n    แนะนำ: หมายถึง “build” หรือไม่\n");
  CHECK(text({"template", "chek", "--lang=en"}) == "error A020: no command `chek`\n    hint: did you mean `check`\n");
  CHECK(text({"build", "plan.db", "--outptu", "x", "--lang", "en"}) ==
        "error A021: no option `--outptu`\n    hint: did you mean `--output`\n");
  CHECK(text({"build", "--lang", "en"}).find("error A022: PLAN is missing (plan.db or postgresql://…)") == 0);
  CHECK(text({"export", "plan.db"}).find("ข้อผิดพลาด A022: ต้องระบุ --to (โฟลเดอร์ปลายทาง)") == 0);
  CHECK(text({"build", "p.db", "--dump", "page", "--lang", "en"}) ==
        "error A023: --dump does not take the value `page`\n    hint: did you mean `pages`\n");
  CHECK(text({"build", "p.db", "-j", "0", "--lang", "en"}) ==
        "error A023: --jobs does not take the value `0`\n    hint: there are: 1-64\n");
  CHECK(text({"build", "p.db", "-j", "many", "--lang", "en"}).find("error A023: --jobs") == 0);
  CHECK(text({"build", "p.db", "--date", "30/9/2565"}).find("ข้อผิดพลาด A023: --date รับค่า “30/9/2565” ไม่ได้") == 0);
  CHECK(text({"build", "p.db", "-o"}).find("ข้อผิดพลาด A024: --output ไม่มีค่าตามหลัง") == 0);
  CHECK(text({"check", "p.db", "q.db", "--lang", "en"}).find("error A025: `q.db` is one argument too many") == 0);
  CHECK(text({"--lang", "en"}).find("error A026: a command is missing") == 0);
}

TEST_CASE("help is in the language of --lang, whole, and shows nothing of the library") {
  for (const char* command : {"", "new", "import", "export", "check", "build", "map", "template"}) {
    for (const char* language : {"th", "en"}) {
      std::vector<const char*> arguments{command, "--lang", language, "--help"};
      if (*command == 0) arguments.erase(arguments.begin());
      const std::string text = std::get<Usage>(parse(arguments).command).text;
      CAPTURE(text);
      CHECK((text.find("วิธีใช้: phaen") != std::string::npos) == (std::string(language) == "th"));
      for (const char* leak : {"{", "}", " TEXT", "INT in"}) CHECK(text.find(leak) == std::string::npos);
    }
  }
  CHECK(untranslated_help().empty());
}

TEST_CASE("digits of all documents by one option") {
  CHECK(std::get<BuildJob>(parse({"build", "p.db", "--digits", "thai"}).command).digits == phaen::doc::Digits::Thai);
  CHECK(std::get<BuildJob>(parse({"build", "p.db", "--digits", "arabic"}).command).digits ==
        phaen::doc::Digits::Arabic);
  CHECK_FALSE(std::get<BuildJob>(parse({"build", "p.db"}).command).digits);
}

TEST_CASE("map reads its options") {
  const Invocation invocation =
      parse({"map", "plan.db", "--kind", "value-chain", "-o", "a.svg", "--focus", "I1-P1", "--issue", "I1", "--levels",
             "goal,issue,project", "--paper", "a3", "--orientation", "portrait", "--dpi", "300"});
  const auto& job = std::get<MapJob>(invocation.command);
  CHECK(job.location == "plan.db");
  CHECK(job.kind == MapKind::ValueChain);
  CHECK(job.output == "a.svg");
  CHECK(job.focus == "I1-P1");
  CHECK(job.issue == "I1");
  CHECK(job.levels == std::vector<std::string>{"goal", "issue", "project"});
  CHECK(job.paper == MapPaper::A3);
  CHECK(job.orientation == MapOrientation::Portrait);
  CHECK(job.dots_per_inch == 300);
  CHECK(std::get<MapJob>(parse({"map", "plan.db"}).command).kind == MapKind::Cascade);
}

TEST_CASE("a kind of map, a paper or a number of dots that does not exist is a usage error") {
  CHECK(std::get<Usage>(parse({"map", "p.db", "--kind", "pie"}).command).exit == Exit::Usage);
  CHECK(std::get<Usage>(parse({"map", "p.db", "--paper", "A5"}).command).exit == Exit::Usage);
  CHECK(std::get<Usage>(parse({"map", "p.db", "--dpi", "7"}).command).exit == Exit::Usage);
  CHECK(std::get<Usage>(parse({"map"}).command).exit == Exit::Usage);
}

TEST_CASE("help and version exit with 0") {
  CHECK(std::get<Usage>(parse({"--help"}).command).exit == Exit::Done);
  CHECK(std::get<Usage>(parse({"--version"}).command).text == "phaen 0.1.0\n");
  CHECK(std::get<Usage>(parse({"build", "--help"}).command).text.find("--template") != std::string::npos);
}
