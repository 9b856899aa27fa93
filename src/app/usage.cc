// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage.h"

#include <map>
#include <string_view>

#include "app/diagnostics.h"

namespace phaen::app {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

const Words& thai_words() {
  static const Words words = {
      {"phaen (แผน): one plan database, every document, the same figure everywhere",
       "phaen (แผน): ฐานข้อมูลแผนเดียว ได้เอกสารทุกฉบับ ตัวเลขตรงกันทุกที่"},
      {"Print this help message and exit", "แสดงวิธีใช้นี้"},
      {"Display program version information and exit", "แสดงรุ่นของโปรแกรม"},
      {"make an empty plan database, or one from a sample", "สร้างฐานข้อมูลแผนเปล่า หรือจากตัวอย่าง"},
      {"CSV folder to database: all or nothing, every bad cell named",
       "นำเข้าโฟลเดอร์ CSV ทั้งหมดหรือไม่นำเข้าเลย และบอกช่องที่ผิดทุกช่อง"},
      {"database to CSV folder", "ส่งออกฐานข้อมูลเป็นโฟลเดอร์ CSV"},
      {"check the plan against the schema and the templates that fit it", "ตรวจแผนกับโครงสร้างข้อมูลและแม่แบบที่ใช้กับแผนนี้"},
      {"make documents: PDF and workbooks", "สร้างเอกสาร PDF และสมุดงาน"},
      {"draw one KPI Map of the plan", "วาดแผนผังความเชื่อมโยงตัวชี้วัด (KPI Map) หนึ่งผัง"},
      {"what can be printed, and with what", "พิมพ์อะไรได้บ้าง และพิมพ์จากข้อมูลใด"},
      {"the standard templates", "แม่แบบมาตรฐาน"},
      {"check templates against the fields; needs no database", "ตรวจแม่แบบกับช่องข้อมูล ไม่ต้องมีฐานข้อมูล"},
      {"every table and field a template can print", "ตารางและช่องข้อมูลทั้งหมดที่แม่แบบพิมพ์ได้"},
      {"every table and field of a plan database", "ตารางและช่องข้อมูลทั้งหมดของฐานข้อมูลแผน"},
      {"every element and attribute of a template", "แท็กและแอตทริบิวต์ทั้งหมดของแม่แบบ"},
      {"RELAX NG schema of the template language, for editors", "ไวยากรณ์ RELAX NG ของภาษาแม่แบบ สำหรับโปรแกรมแก้ไข"},
      {"plan.db or postgresql://…", "plan.db หรือ postgresql://…"},
      {"name of a sample, as in samples/", "ชื่อตัวอย่างใน samples/"},
      {"folder of CSV files", "โฟลเดอร์ของแฟ้ม CSV"},
      {"folder to write", "โฟลเดอร์ปลายทาง"},
      {"text, json or sarif", "รูปแบบผล: text, json หรือ sarif"},
      {"template id or file; default: every one that fits the plan", "ชื่อหรือแฟ้มแม่แบบ ถ้าไม่ระบุใช้ทุกแม่แบบที่ใช้กับแผนนี้"},
      {"folder to write to", "โฟลเดอร์ปลายทาง"},
      {"threads, documents made at once (default: one a core)", "จำนวนงานที่ทำพร้อมกัน ถ้าไม่ระบุใช้ทุกแกนของเครื่อง"},
      {"date the documents bear (default: the plan's issue date)", "วันที่ของเอกสาร ถ้าไม่ระบุใช้วันที่ของแผน"},
      {"further folder of TrueType fonts", "โฟลเดอร์แบบอักษร TrueType เพิ่มเติม"},
      {"font family to set in, of --fonts or shipped", "ตระกูลแบบอักษรของเอกสาร จาก --fonts หรือที่มากับโปรแกรม"},
      {"font the worksheets name", "แบบอักษรของแผ่นงาน"},
      {"digits of all documents: thai or arabic (default: as each template says)",
       "ตัวเลขของเอกสารทุกฉบับ: thai (ไทย) หรือ arabic (อารบิก) ถ้าไม่ระบุใช้ตามแม่แบบ"},
      {"print a stage's value instead of writing files", "แสดงค่าของขั้นหนึ่งแทนการเขียนแฟ้ม"},
      {"print seconds, counts and memory of each stage", "แสดงเวลา จำนวน และหน่วยความจำของแต่ละขั้น"},
      {"leave a stage out, to measure the others; such files are not checked", "ข้ามขั้นหนึ่งเพื่อวัดขั้นอื่น แฟ้มที่ได้ไม่ผ่านการตรวจ"},
      {"do not carry the plan's data and the workbook inside each PDF", "ไม่แนบข้อมูลแผนและสมุดงานไว้ใน PDF"},
      {"do not carry the plan's data inside a PDF", "ไม่แนบข้อมูลแผนไว้ใน PDF"},
      {"cascade: boxes may leave plan order where that saves a fifth of the crossings",
       "cascade: ย้ายกล่องนอกลำดับแผนได้เมื่อลดเส้นตัดกันได้หนึ่งในห้า"},
      {"print every warning, also the many of one kind", "แสดงคำเตือนทุกข้อ รวมทั้งชนิดที่มีมาก"},
      {"which map", "ชนิดของแผนผัง"},
      {"file to write (default: KIND.pdf); further pages are FILE-2.svg …",
       "แฟ้มปลายทาง ถ้าไม่ระบุใช้ KIND.pdf หน้าต่อไปเป็น FILE-2.svg …"},
      {"only what belongs to this code", "เฉพาะส่วนที่เกี่ยวกับรหัสนี้"},
      {"only this issue", "เฉพาะประเด็นนี้"},
      {"levels of cascade and tree: goal,issue,project …", "ระดับของ cascade และ tree: goal,issue,project …"},
      {"A4 or A3", "กระดาษ A4 หรือ A3"},
      {"landscape or portrait", "แนวนอน (landscape) หรือแนวตั้ง (portrait)"},
      {"dots per inch of PNG", "จุดต่อนิ้วของ PNG"},
      {"date the file bears (default: the plan's issue date)", "วันที่ของแฟ้ม ถ้าไม่ระบุใช้วันที่ของแผน"},
      {"language of messages: th or en", "ภาษาของข้อความ: th (ไทย) หรือ en (อังกฤษ)"},
      {"folder with templates/, fonts/ and samples/", "โฟลเดอร์ที่มี templates/ fonts/ และ samples/"},
      {"exit with 3 when there were warnings", "จบด้วยรหัส 3 เมื่อมีคำเตือน"},
      {"template files; default: all standard ones", "แฟ้มแม่แบบ ถ้าไม่ระบุตรวจแม่แบบมาตรฐานทั้งหมด"},
  };
  return words;
}

std::string in_thai(const std::string& english) {
  const auto found = thai_words().find(english);
  return found == thai_words().end() ? english : found->second;
}

void caption(CLI::App& app, bool thai) {
  const auto formatter = app.get_formatter();
  formatter->label("TEXT", "");
  if (!thai) return;
  formatter->label("Usage", "วิธีใช้");
  formatter->label("Positionals", "สิ่งที่ระบุตามลำดับ");
  formatter->label("OPTIONS", "ตัวเลือก");
  formatter->label("SUBCOMMAND", "คำสั่ง");
  formatter->label("REQUIRED", "(จำเป็น)");
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

// The command that was being read when the mistake was found.
const CLI::App& command_of(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::vector<std::string> commands_below(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(below->get_name());
  return names;
}

std::string shown_name(const CLI::Option& option) {
  const std::string& name = option.get_single_name();
  return option.get_positional() ? name : "--" + name;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    if (!option->get_positional()) names.push_back(shown_name(*option));
  return names;
}

// The option whose name the message of CLI11 begins with: `--lang: …`.
const CLI::Option* option_of(const CLI::App& command, const CLI::ParseError& error) {
  const std::string message = error.what();
  for (const CLI::Option* option : command.get_options())
    if (message.starts_with(shown_name(*option) + ":")) return option;
  return nullptr;
}

const CLI::Option* missing_option(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options())
    if (option->get_required() && option->count() == 0) return option;
  return nullptr;
}

}  // namespace

void set_help_language(CLI::App& app, base::Language language) {
  const bool thai = language == base::Language::Thai;
  caption(app, thai);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    set_help_language(*command, language);
  if (!thai) return;
  app.description(in_thai(app.get_description()));
  if (app.get_parent() != nullptr) app.group("คำสั่ง");
  for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    option->description(in_thai(option->get_description()));
    option->group("ตัวเลือก");
  }
}

std::vector<std::string> untranslated(const CLI::App& app) {
  std::vector<std::string> found;
  const auto look = [&found](const std::string& text) {
    if (thai_words().count(text) == 0) found.push_back(text);
  };
  look(app.get_description());
  for (const CLI::Option* option : app.get_options()) look(option->get_description());
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const std::vector<std::string> below = untranslated(*command);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

base::Diagnostic usage_mistake(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = command_of(app);
  const std::vector<std::string> commands = commands_below(command), left = app.remaining(true);
  const std::string help = command.get_parent() == nullptr ? "phaen --help" : "phaen " + command.get_name() + " --help";
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr ||
      dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    if (const CLI::Option* option = option_of(command, error); option != nullptr && option->count() > 0)
      return diagnostics::bad_option_value(shown_name(*option), option->results().back(),
                                           split(option->get_type_name(), '|'));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    if (const CLI::Option* option = option_of(command, error))
      return diagnostics::option_without_value(shown_name(*option), option->get_type_name());
  if (!left.empty()) {
    if (left.front().starts_with("-")) return diagnostics::unknown_option(left.front(), option_names(command), help);
    if (!commands.empty()) return diagnostics::unknown_command(left.front(), commands);
    return diagnostics::too_many_arguments(left.front(), help);
  }
  if (!commands.empty()) return diagnostics::no_command(commands);
  if (const CLI::Option* option = missing_option(command))
    return diagnostics::missing_argument(shown_name(*option), option->get_description(), help);
  return diagnostics::wrong_usage(error.what(), help);
}

base::Language asked_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool apart = argument == "--lang" && i + 1 < argc;
    const std::string_view asked = apart                             ? std::string_view(argv[i + 1])
                                   : argument.starts_with("--lang=") ? argument.substr(7)
                                                                     : std::string_view();
    if (asked == "en" || asked == "EN") return base::Language::English;
  }
  return base::Language::Thai;
}

}  // namespace phaen::app
