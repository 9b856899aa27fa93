// SPDX-License-Identifier: GPL-3.0-or-later
// A finished file keeps every rule of PDF/A-3a and PDF/UA-1 the checker knows; with one thing taken away, the checker
// names the rule. The second half proves that the first can fail.
#define POINTERHOLDER_TRANSITION 4
#include <doctest/doctest.h>

#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "pdf/pdf.h"
#include "pdf/readers.h"
#include "support/pdf_checks.h"
#include "support/sample_pages.h"

using namespace phaen;
using page::Role;
using support::SamplePages;
using Handle = QPDFObjectHandle;

namespace {

// One of everything: heading, contents with links, table, list, figures, note, attachment, outline, labels.
std::string everything() {
  SamplePages sample;
  const auto points = [](double value) { return base::Length::pt(value); };
  const line::LinkId inside = sample.link("#หัวข้อ"), outside = sample.link("https://example.go.th/");
  sample.new_page("ก");
  const page::TagId entry = sample.tag(Role::TOCI, sample.tag(Role::TOC));
  sample.line(70, 60, "หัวข้อ ........ 1", sample.tag(Role::Link, entry), {.link = inside});
  sample.new_page("1");
  sample.page().anchors.push_back({"หัวข้อ", {points(70), points(50)}});
  sample.pages.outline.push_back({1, "หัวข้อ", "หัวข้อ"});
  sample.line(300, 30, "หัวกระดาษ", page::kArtifact);
  sample.line(70, 60, "หัวข้อ", sample.tag(Role::H1), {.size = 14, .bold = true});
  sample.line(70, 90, {{"อ่านที่ ", {}}, {"เว็บไซต์", {.link = outside}}}, sample.tag(Role::P));
  const page::TagId table = sample.tag(Role::Table);
  const page::TagId head = sample.tag(Role::TR, sample.tag(Role::THead, table));
  const page::TagId row = sample.tag(Role::TR, sample.tag(Role::TBody, table));
  for (const double x : {70.0, 130.0}) {
    sample.line(x, 120, "หัว", sample.tag(Role::TH, head));
    sample.line(x, 140, "ค่า", sample.tag(Role::TD, row));
  }
  const page::TagId wide = sample.tag(Role::TD, sample.tag(Role::TR, sample.tag_at(row).parent));
  sample.tag_at(wide).column_span = 2;
  sample.line(70, 155, "กว้าง", wide);
  const page::TagId item = sample.tag(Role::LI, sample.tag(Role::L));
  sample.line(70, 170, "1)", sample.tag(Role::Lbl, item));
  sample.line(90, 170, "ข้อ", sample.tag(Role::LBody, item));
  sample.line(70, 190, "หัวข้อย่อย", sample.tag(Role::H2), {.bold = true});
  sample.page().rules.push_back({{points(70), points(125)}, {points(200), points(125)}, points(0.5), {}, {}});
  for (const bool jpeg : {false, true}) {
    const page::TagId figure = sample.tag(Role::Figure);
    sample.tag_at(figure).alternative = "ภาพตัวอย่าง";
    auto bytes = std::make_shared<const std::string>(jpeg ? support::small_jpeg(3) : support::small_png(true));
    sample.page().pictures.push_back({{points(jpeg ? 70 : 200), points(200), points(80), points(80)}, bytes, figure});
  }
  sample.line(70, 700, "1 หมายเหตุ", sample.tag(Role::Note));
  sample.line(70, 720, "2 หมายเหตุ", sample.tag(Role::Note));
  const pdf::Attachments attachments = {{"plan.csv",
                                         "text/csv",
                                         "ข้อมูลแผน",
                                         pdf::Relationship::Data,
                                         std::make_shared<const std::string>("a,b\n1,2\n"),
                                         {2022, 9, 1}},
                                        {"แม่แบบ.xml",
                                         "text/xml",
                                         "แม่แบบ",
                                         pdf::Relationship::Source,
                                         std::make_shared<const std::string>("<a/>"),
                                         {2022, 9, 2}}};
  base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, attachments);
  REQUIRE_MESSAGE(bytes.has_value(), bytes.error().message.en);
  return *bytes;
}

std::string changed(const std::string& bytes, const std::function<void(QPDF&)>& change) {
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  change(file);
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
}

void each_dictionary(QPDF& file, const char* key, const char* value, const std::function<void(Handle)>& change) {
  for (Handle object : file.getAllObjects()) {
    Handle dictionary = object.isStream() ? object.getDict() : object;
    if (dictionary.isDictionary() && dictionary.getKey(key).isNameAndEquals(value)) change(dictionary);
  }
}

void replace_content(QPDF& file, const std::string& from, const std::string& to) {
  Handle page = file.getAllPages().at(1);
  Handle contents = page.getKey("/Contents");
  const std::shared_ptr<Buffer> data = contents.getStreamData();
  std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  contents.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

// Another text in the XMP packet, or in the first ToUnicode map.
void replace_text(Handle stream, const std::string& from, const std::string& to) {
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  stream.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}
void replace_metadata(QPDF& file, const std::string& from, const std::string& to) {
  replace_text(file.getRoot().getKey("/Metadata"), from, to);
}
// Maps the first character of the first font to another, given in hexadecimal.
void replace_character(QPDF& file, const std::string& code) {
  bool done = false;
  each_dictionary(file, "/Subtype", "/Type0", [&](Handle font) {
    if (done) return;
    done = true;
    const std::shared_ptr<Buffer> data = font.getKey("/ToUnicode").getStreamData();
    const std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = map.find("> <", map.find("beginbfchar"));
    REQUIRE(at != std::string::npos);
    replace_text(font.getKey("/ToUnicode"), map.substr(at, 8), "> <" + code + ">");
  });
}

// Every element of a role gets another one.
std::function<void(QPDF&)> renamed(const char* from, const char* to) {
  return [from, to](QPDF& file) {
    each_dictionary(file, "/S", from, [&](Handle element) { element.replaceKey("/S", Handle::newName(to)); });
  };
}
void without_language(QPDF& file) { file.getRoot().removeKey("/Lang"); }

struct Control {
  const char* rule;
  std::function<void(QPDF&)> take_away;
};

const std::vector<Control>& controls() {
  static const std::vector<Control> kControls = {
      {"6.2.4.3-2", [](QPDF& f) { f.getRoot().removeKey("/OutputIntents"); }},
      {"6.2.3-1",
       [](QPDF& f) {
         Handle profile = f.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
         profile.replaceStreamData(std::string(508, 'x'), Handle::newNull(), Handle::newNull());
       }},
      {"6.6.2.1-1", [](QPDF& f) { f.getRoot().removeKey("/Metadata"); }},
      {"UA 7.1-8", [](QPDF& f) { f.getRoot().removeKey("/Metadata"); }},
      {"6.6.4-1", [](QPDF& f) { replace_metadata(f, "<pdfaid:part>3", "<pdfaid:part>1"); }},
      {"6.6.4-1", [](QPDF& f) { replace_metadata(f, "<pdfaid:conformance>A", "<pdfaid:conformance>U"); }},
      {"UA 5-1", [](QPDF& f) { replace_metadata(f, "<pdfuaid:part>1</pdfuaid:part>", ""); }},
      {"6.6.2.3.1-1", [](QPDF& f) { replace_metadata(f, "<pdfaProperty:name>part", "<pdfaProperty:name>other"); }},
      {"6.6.2.3.1-2", [](QPDF& f) { replace_metadata(f, "valueType>Integer", "valueType>Text"); }},
      {"UA 7.1-9", [](QPDF& f) { replace_metadata(f, "<dc:title>", "<dc:subject>"); }},
      {"6.6.2-1", [](QPDF& f) { f.getTrailer().getKey("/Info").replaceKey("/Title", Handle::newString("อื่น")); }},
      {"6.6.2-1",
       [](QPDF& f) {
         f.getTrailer().getKey("/Info").replaceKey("/CreationDate", Handle::newString("20220930000000"));
       }},
      {"6.2.11.3.2-1",
       [](QPDF& f) { each_dictionary(f, "/Subtype", "/CIDFontType2", [](Handle d) { d.removeKey("/CIDToGIDMap"); }); }},
      {"6.2.11.7.2-1",
       [](QPDF& f) { each_dictionary(f, "/Subtype", "/Type0", [](Handle d) { d.removeKey("/ToUnicode"); }); }},
      {"UA 7.21.3.2-1",
       [](QPDF& f) { each_dictionary(f, "/Subtype", "/CIDFontType2", [](Handle d) { d.removeKey("/CIDToGIDMap"); }); }},
      {"6.2.11.7.2-2", [](QPDF& f) { replace_character(f, "FEFF"); }},
      {"6.2.11.7.3-1", [](QPDF& f) { replace_character(f, "F70A"); }},
      {"6.2.11.5-1",
       [](QPDF& f) {
         each_dictionary(f, "/Subtype", "/CIDFontType2",
                         [](Handle d) { d.getKey("/W").getArrayItem(1).setArrayItem(1, Handle::newInteger(4321)); });
       }},
      {"6.2.11.4.1-1",
       [](QPDF& f) { each_dictionary(f, "/Type", "/FontDescriptor", [](Handle d) { d.removeKey("/FontFile2"); }); }},
      {"6.2.11.8-1", [](QPDF& f) { replace_content(f, "Tf\n<", "Tf\n<0000"); }},
      {"6.2.8-3",
       [](QPDF& f) {
         each_dictionary(f, "/Subtype", "/Image",
                         [](Handle d) { d.replaceKey("/Interpolate", Handle::newBool(true)); });
       }},
      {"6.2.4.3-3",
       [](QPDF& f) {
         each_dictionary(f, "/Subtype", "/Image",
                         [](Handle d) { d.replaceKey("/ColorSpace", Handle::newName("/DeviceCMYK")); });
       }},
      {"6.3.2-1", [](QPDF& f) { each_dictionary(f, "/Subtype", "/Link", [](Handle d) { d.removeKey("/F"); }); }},
      {"UA 7.18.5-2",
       [](QPDF& f) { each_dictionary(f, "/Subtype", "/Link", [](Handle d) { d.removeKey("/Contents"); }); }},
      {"UA 7.18.3-1", [](QPDF& f) { each_dictionary(f, "/Type", "/Page", [](Handle d) { d.removeKey("/Tabs"); }); }},
      {"UA 7.18.5-1", [](QPDF& f) { each_dictionary(f, "/S", "/Link", [](Handle d) { d.removeKey("/K"); }); }},
      {"6.7.2.2-1", [](QPDF& f) { f.getRoot().removeKey("/MarkInfo"); }},
      {"UA 6.2-1", [](QPDF& f) { f.getRoot().removeKey("/MarkInfo"); }},
      {"UA 7.1-4", [](QPDF& f) { f.getRoot().getKey("/MarkInfo").replaceKey("/Suspects", Handle::newBool(true)); }},
      {"6.7.3.3-1", [](QPDF& f) { f.getRoot().removeKey("/StructTreeRoot"); }},
      {"UA 7.1-11", [](QPDF& f) { f.getRoot().removeKey("/StructTreeRoot"); }},
      {"6.7.3.3-2",
       [](QPDF& f) { each_dictionary(f, "/S", "/H1", [](Handle d) { d.replaceKey("/K", Handle::newInteger(99)); }); }},
      {"6.7.3.3-3",
       [](QPDF& f) {
         Handle numbers = f.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
         numbers.setArrayItem(1, Handle::newArray());
       }},
      {"6.7.3.3-4", [](QPDF& f) { each_dictionary(f, "/S", "/TD", [](Handle d) { d.removeKey("/P"); }); }},
      {"6.8-2", [](QPDF& f) { each_dictionary(f, "/Type", "/Filespec", [](Handle d) { d.removeKey("/UF"); }); }},
      {"6.8-3",
       [](QPDF& f) { each_dictionary(f, "/Type", "/Filespec", [](Handle d) { d.removeKey("/AFRelationship"); }); }},
      {"6.8-4", [](QPDF& f) { f.getRoot().removeKey("/AF"); }},
      {"6.8-1",
       [](QPDF& f) { each_dictionary(f, "/Type", "/EmbeddedFile", [](Handle d) { d.removeKey("/Subtype"); }); }},
      {"UA 7.1-10", [](QPDF& f) { f.getRoot().removeKey("/ViewerPreferences"); }},
      {"UA 7.2-2", without_language},
      {"UA 7.2-22", without_language},
      {"UA 7.2-24", without_language},
      {"UA 7.2-33", without_language},
      {"UA 7.2-34", without_language},
      {"UA 7.2-29", [](QPDF& f) { f.getRoot().replaceKey("/Lang", Handle::newString("ไทย")); }},
      {"UA 7.3-1", [](QPDF& f) { each_dictionary(f, "/S", "/Figure", [](Handle d) { d.removeKey("/Alt"); }); }},
      {"UA 7.5-1", [](QPDF& f) { each_dictionary(f, "/S", "/TH", [](Handle d) { d.removeKey("/A"); }); }},
      {"UA 7.9-2",
       [](QPDF& f) {
         each_dictionary(f, "/S", "/Note", [](Handle d) { d.replaceKey("/ID", Handle::newString("n")); });
       }},
      {"UA 7.1-5", renamed("/H1", "/Title")},
      {"UA 7.2-3", renamed("/THead", "/P")},
      {"UA 7.2-4", renamed("/TBody", "/P")},
      {"UA 7.2-5", renamed("/Table", "/P")},
      {"UA 7.2-6", renamed("/Table", "/P")},
      {"UA 7.2-8", renamed("/TR", "/P")},
      {"UA 7.2-9", renamed("/TR", "/P")},
      {"UA 7.2-10", renamed("/TD", "/P")},
      {"UA 7.2-11", renamed("/TBody", "/THead")},
      {"UA 7.2-14", renamed("/TBody", "/TFoot")},
      {"UA 7.2-15",
       [](QPDF& f) {  // the second head reaches down to where the first cell of the body reaches across
         Handle last;
         each_dictionary(f, "/S", "/TH", [&](Handle d) { last = d; });
         last.getKey("/A").replaceKey("/RowSpan", Handle::newInteger(2));
         each_dictionary(f, "/S", "/TD", [](Handle d) { d.replaceKey("/A", Handle::parse("<</O/Table/ColSpan 2>>")); });
       }},
      {"UA 7.2-17", renamed("/L", "/P")},
      {"UA 7.2-18", renamed("/LI", "/P")},
      {"UA 7.2-19", renamed("/LI", "/P")},
      {"UA 7.2-20", renamed("/Lbl", "/P")},
      {"UA 7.2-26", renamed("/TOC", "/P")},
      {"UA 7.2-27", renamed("/TOCI", "/P")},
      {"UA 7.2-36", renamed("/TR", "/P")},
      {"UA 7.2-37", renamed("/TR", "/P")},
      {"UA 7.2-39",
       [](QPDF& f) {
         renamed("/THead", "/Caption")(f);
         renamed("/TBody", "/Caption")(f);
       }},
      {"UA 7.2-41",
       [](QPDF& f) {
         each_dictionary(f, "/S", "/TD", [](Handle d) { d.replaceKey("/A", Handle::parse("<</O/Table/RowSpan 9>>")); });
       }},
      {"UA 7.2-42", [](QPDF& f) { each_dictionary(f, "/S", "/TD", [](Handle d) { d.removeKey("/A"); }); }},
      {"UA 7.4.2-1", renamed("/H2", "/H3")},
      {"UA 7.4.2-1", renamed("/H1", "/P")},
      {"UA 7.11-1", [](QPDF& f) { each_dictionary(f, "/Type", "/Filespec", [](Handle d) { d.removeKey("/F"); }); }},
      {"UA 7.1-12", [](QPDF& f) { each_dictionary(f, "/S", "/P", [](Handle d) { d.removeKey("/P"); }); }},
      {"UA 7.1-1", [](QPDF& f) { replace_content(f, "/Artifact BMC\n", "/P <</MCID 99>> BDC\n/Artifact BMC\n"); }},
      {"UA 7.1-2", [](QPDF& f) { replace_content(f, "/Artifact BMC\n", "/Artifact BMC\n/P <</MCID 99>> BDC\n"); }},
      {"UA 7.9-1", [](QPDF& f) { each_dictionary(f, "/S", "/Note", [](Handle d) { d.removeKey("/ID"); }); }},
      {"UA 7.1-3", [](QPDF& f) { replace_content(f, "/Artifact BMC\n", ""); }},
  };
  return kControls;
}

}  // namespace

TEST_CASE("a file with one of everything breaks no rule") {
  const std::string bytes = everything();
  CHECK(support::to_text(support::check_pdf(bytes)) == "");
  const readers::TemporaryFile file("everything.pdf", bytes);
  int exit_code = 0;
  const std::string report = readers::output_of("qpdf --check '" + file.path() + "' 2>&1", exit_code);
  CAPTURE(report);
  CHECK(exit_code == 0);
}

TEST_CASE("each thing taken away breaks the rule that demands it") {
  const std::string bytes = everything();
  for (const Control& control : controls()) {
    CAPTURE(control.rule);
    const std::vector<support::Breach> breaches = support::check_pdf(changed(bytes, control.take_away));
    bool named = false;
    for (const support::Breach& breach : breaches) named = named || breach.rule == control.rule;
    CHECK_MESSAGE(named, support::to_text(breaches));
  }
}

TEST_CASE("a rewritten file that nothing was taken from breaks no rule") {
  CHECK(support::to_text(support::check_pdf(changed(everything(), [](QPDF&) {}))) == "");
}

TEST_CASE("the controls take away something of every rule that is written down") {
  // What docs/pdf.md lists beside these stands above.
  std::set<std::string> rules = {"6.1.3-1"};  // below: the writer of the controls always adds an identifier
  for (const Control& control : controls()) rules.insert(control.rule);
  for (const char* rule :
       {"6.1.3-1",      "6.2.4.3-2",    "6.2.4.3-3",    "6.6.2.1-1", "6.6.2.3.1-1", "6.6.2.3.1-2", "6.2.11.3.2-1",
        "6.3.2-1",      "6.2.11.7.2-1", "6.8-3",        "6.8-4",     "6.7.2.2-1",   "6.7.3.3-1",   "6.2.8-3",
        "6.2.11.7.2-2", "6.2.11.7.3-1", "UA 7.1-3",     "UA 7.1-8",  "UA 7.1-10",   "UA 7.18.3-1", "UA 7.18.5-1",
        "UA 7.18.5-2",  "UA 7.2-2",     "UA 7.2-22",    "UA 7.2-24", "UA 7.2-33",   "UA 7.2-34",   "UA 7.3-1",
        "UA 7.5-1",     "UA 6.2-1",     "UA 7.21.3.2-1"}) {
    CAPTURE(rule);
    CHECK(rules.contains(rule));
  }
}

TEST_CASE("a file without identifier or pdf metadata is named as such") {
  std::string bytes = everything();
  const std::size_t part = bytes.find("<pdfaid:part>3");
  REQUIRE(part != std::string::npos);
  bytes[part + 13] = '1';
  CHECK(support::to_text(support::check_pdf(bytes)) == "6.6.4-1: no PDF/A-3a identification\n");
  const std::size_t id = bytes.find("/ID[<");
  REQUIRE(id != std::string::npos);
  bytes[id + 1] = 'X';
  CHECK(support::to_text(support::check_pdf(bytes)).starts_with("6.1.3-1: "));
}
