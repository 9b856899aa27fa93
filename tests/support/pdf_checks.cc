// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/pdf_checks.h"

#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <set>

#include "base/format.h"
#include "support/pdf_content.h"
#include "support/pdf_font_rules.h"
#include "support/pdf_structure_rules.h"

namespace phaen::support {
namespace {

using Handle = QPDFObjectHandle;

class Checker {
 public:
  Checker(QPDF& file, std::vector<Breach>& breaches) : file_(file), breaches_(breaches), root_(file.getRoot()) {}

  void run() {
    check_catalog();
    check_output_intent();
    check_metadata();
    check_attachments();
    check_pages();
    check_structure();
    check_objects();
  }

 private:
  void expect(bool holds, const char* rule, std::string what) {
    if (!holds) breaches_.push_back({rule, std::move(what)});
  }
  /// Several rules that demand the same.
  void expect(bool holds, std::initializer_list<const char*> rules, const std::string& what) {
    for (const char* rule : rules) expect(holds, rule, what);
  }
  static std::string stream_text(Handle stream) {
    const std::shared_ptr<Buffer> data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }

  void check_catalog();
  void check_language();
  void check_output_intent();
  void check_metadata();
  void check_attachments();
  void check_pages();
  void check_annotation(Handle annotation, std::size_t page);
  void check_structure();
  void walk(Handle element, Handle parent);
  void check_element(Handle element, const std::string& role);
  void check_item(Handle item, Handle element, Handle page);
  void check_objects();
  void check_image(Handle image);

  QPDF& file_;
  std::vector<Breach>& breaches_;
  Handle root_;
  std::map<std::pair<int, int>, int> content_;  // page object and MCID to the number of elements that claim it
  std::map<int, std::size_t> page_index_;       // page object to index
  std::set<int> annotations_in_links_;
  std::map<int, Handle> parents_;  // key of the parent tree to its value
  std::set<std::string> note_ids_;
};

void Checker::check_catalog() {
  expect(file_.getTrailer().getKey("/ID").isArray(), "6.1.3-1", "no file identifier");
  Handle mark_info = root_.getKey("/MarkInfo");
  expect(mark_info.isDictionary() && mark_info.getKey("/Marked").isBool() && mark_info.getKey("/Marked").getBoolValue(),
         {"6.7.2.2-1", "UA 6.2-1"}, "not marked as tagged");
  expect(mark_info.isDictionary() && !mark_info.hasKey("/Suspects"), "UA 7.1-4", "suspect tags");
  expect(root_.getKey("/StructTreeRoot").isDictionary(), {"6.7.3.3-1", "UA 7.1-11"}, "no structure tree");
  check_language();
  Handle preferences = root_.getKey("/ViewerPreferences");
  expect(preferences.isDictionary() && preferences.getKey("/DisplayDocTitle").isBool() &&
             preferences.getKey("/DisplayDocTitle").getBoolValue(),
         "UA 7.1-10", "the window does not show the title");
}

// The catalog's language is the only one: all text, whatever carries it, has that or none.
void Checker::check_language() {
  const std::string language = root_.getKey("/Lang").isString() ? root_.getKey("/Lang").getStringValue() : "";
  expect(language == "th-TH" || language.empty(), "UA 7.2-29", language + " is not the language of the text");
  if (!language.empty()) return;
  expect(false, "UA 7.2-33", "metadata without language");
  expect(false, "UA 7.2-34", "text without language");
  expect(!root_.getKey("/Outlines").isDictionary(), "UA 7.2-2", "an outline without language");
  for (Handle object : file_.getAllObjects()) {
    if (!object.isDictionary()) continue;
    expect(!object.hasKey("/Alt"), "UA 7.2-22", "alternative text without language");
    expect(!object.getKey("/Type").isNameAndEquals("/Annot"), "UA 7.2-24", "an annotation without language");
  }
}

void Checker::check_output_intent() {
  Handle intents = root_.getKey("/OutputIntents");
  const bool has = intents.isArray() && intents.getArrayNItems() == 1 &&
                   intents.getArrayItem(0).getKey("/S").isNameAndEquals("/GTS_PDFA1") &&
                   intents.getArrayItem(0).getKey("/DestOutputProfile").isStream();
  expect(has, "6.2.4.3-2", "no PDF/A output intent with a profile");
  if (!has) return;
  Handle stream = intents.getArrayItem(0).getKey("/DestOutputProfile");
  const std::string profile = stream_text(stream);
  const auto big = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(profile.at(at + i));
    return value;
  };
  expect(profile.size() > 128 && big(0) == profile.size() && profile.substr(36, 4) == "acsp" &&
             profile.substr(12, 8) == "mntrRGB " && stream.getDict().getKey("/N").getIntValue() == 3,
         "6.2.3-1", "the profile is not an RGB display profile");
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

void Checker::check_metadata() {
  Handle metadata = root_.getKey("/Metadata");
  expect(metadata.isStream(), {"6.6.2.1-1", "UA 7.1-8"}, "no XMP metadata");
  if (!metadata.isStream()) return;
  const std::string xmp = stream_text(metadata);
  const auto holds = [&](std::string_view text) { return xmp.find(text) != std::string::npos; };
  expect(holds("<pdfaid:part>3</pdfaid:part>") && holds("<pdfaid:conformance>A</pdfaid:conformance>"), "6.6.4-1",
         "no PDF/A-3a identification");
  expect(holds("<pdfuaid:part>1</pdfuaid:part>"), "UA 5-1", "no PDF/UA identification");
  expect(holds("pdfaSchema:schema") && holds("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>") &&
             holds("<pdfaProperty:name>part</pdfaProperty:name>"),
         "6.6.2.3.1-1", "the PDF/UA schema is not described");
  expect(holds("<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"), "6.6.2.3.1-2",
         "the PDF/UA part is not described as an integer");
  expect(holds("<dc:title>"), "UA 7.1-9", "no title");
  Handle info = file_.getTrailer().getKey("/Info");
  const bool dated = info.isDictionary() && info.getKey("/CreationDate").isString();
  const std::string date = dated ? info.getKey("/CreationDate").getStringValue() : "";
  expect(date.size() == 23 && date.starts_with("D:") &&
             holds("<xmp:CreateDate>" + date.substr(2, 4) + "-" + date.substr(6, 2) + "-" + date.substr(8, 2)),
         "6.6.2-1", "the dates of Info and XMP differ");
  const std::string title =
      info.isDictionary() && info.getKey("/Title").isString() ? info.getKey("/Title").getUTF8Value() : "";
  expect(!title.empty() && holds(">" + escaped(title) + "</rdf:li>"), "6.6.2-1", "the titles of Info and XMP differ");
}

void Checker::check_attachments() {
  Handle names = root_.getKey("/Names");
  if (!names.isDictionary() || !names.getKey("/EmbeddedFiles").isDictionary()) return;
  std::set<int> associated;
  Handle listed = root_.getKey("/AF");
  for (int i = 0; listed.isArray() && i < listed.getArrayNItems(); ++i)
    associated.insert(listed.getArrayItem(i).getObjectID());
  Handle files = names.getKey("/EmbeddedFiles").getKey("/Names");
  std::string last;
  for (int i = 0; i + 1 < files.getArrayNItems(); i += 2) {
    const std::string name = files.getArrayItem(i).getStringValue();
    Handle spec = files.getArrayItem(i + 1);
    expect(i == 0 || last < name, "syntax", "the names of attachments are not sorted");
    last = name;
    expect(spec.getKey("/F").isString() && spec.getKey("/UF").isString(), {"6.8-2", "UA 7.11-1"},
           "an attachment without name");
    expect(spec.getKey("/AFRelationship").isName(), "6.8-3", "an attachment without relationship");
    expect(associated.contains(spec.getObjectID()), "6.8-4", "an attachment the catalog does not associate");
    Handle stream = spec.getKey("/EF").getKey("/F");
    expect(stream.getDict().getKey("/Subtype").isName(), "6.8-1", "an attachment without MIME type");
    expect(stream.getDict().getKey("/Params").getKey("/ModDate").isString(), "6.8-1", "an attachment without date");
  }
}

void Checker::check_annotation(Handle annotation, std::size_t page) {
  const std::string place = base::format("annotation on page {}", page + 1);
  Handle flags = annotation.getKey("/F");
  expect(flags.isInteger() && (flags.getIntValue() & 4) == 4, "6.3.2-1", place + " does not print");
  expect(annotation.getKey("/Contents").isString(), "UA 7.18.5-2", place + " has no description");
}

const char* rule_of(const std::string& fault) {
  if (fault.starts_with(".notdef")) return "6.2.11.8-1";
  if (fault.starts_with("an artifact inside")) return "UA 7.1-1";
  if (fault.starts_with("tagged content inside")) return "UA 7.1-2";
  return "UA 7.1-3";
}

void Checker::check_pages() {
  std::size_t index = 0;
  for (Handle page : file_.getAllPages()) {
    page_index_[page.getObjectID()] = index;
    const ContentScan scan = scan_content(page);
    for (const std::string& what : scan.faults)
      expect(false, rule_of(what), base::format("page {}: {}", index + 1, what));
    expect(!scan.uses_cmyk, "6.2.4.3-3", base::format("page {} paints in CMYK", index + 1));
    for (const int id : scan.content_ids) content_[{page.getObjectID(), id}] = 0;
    Handle annotations = page.getKey("/Annots");
    if (annotations.isArray()) {
      expect(page.getKey("/Tabs").isNameAndEquals("/S"), "UA 7.18.3-1",
             base::format("page {} has no tab order", index + 1));
      for (int i = 0; i < annotations.getArrayNItems(); ++i) check_annotation(annotations.getArrayItem(i), index);
    }
    ++index;
  }
}

void Checker::check_element(Handle element, const std::string& role) {
  if (role == "/Figure") expect(element.getKey("/Alt").isString(), "UA 7.3-1", "a figure without alternative text");
  if (role == "/TH") {
    Handle attributes = element.getKey("/A");
    expect(attributes.isDictionary() && attributes.getKey("/Scope").isName(), "UA 7.5-1", "a table head without scope");
  }
  if (role == "/Note") expect(element.getKey("/ID").isString(), "UA 7.9-1", "a note without an ID");
  if (role == "/Note" && element.getKey("/ID").isString())
    expect(note_ids_.insert(element.getKey("/ID").getStringValue()).second, "UA 7.9-2", "two notes of one ID");
}

void Checker::check_item(Handle item, Handle element, Handle page) {
  if (item.isInteger() || item.getKey("/Type").isNameAndEquals("/MCR")) {
    const int id = item.isInteger() ? item.getIntValueAsInt() : item.getKey("/MCID").getIntValueAsInt();
    Handle on = item.isInteger() || !item.hasKey("/Pg") ? page : item.getKey("/Pg");
    const auto found = content_.find({on.getObjectID(), id});
    expect(found != content_.end(), "6.7.3.3-2", "an element names content that no page has");
    if (found != content_.end()) ++found->second;
    if (found == content_.end() || !on.getKey("/StructParents").isInteger()) return;
    const auto parents = parents_.find(on.getKey("/StructParents").getIntValueAsInt());
    const bool agrees = parents != parents_.end() && parents->second.isArray() &&
                        id < parents->second.getArrayNItems() &&
                        parents->second.getArrayItem(id).getObjectID() == element.getObjectID();
    expect(agrees, "6.7.3.3-3", base::format("the parent tree names another element for content {}", id));
  } else if (item.getKey("/Type").isNameAndEquals("/OBJR")) {
    Handle annotation = item.getKey("/Obj");
    if (element.getKey("/S").isNameAndEquals("/Link")) annotations_in_links_.insert(annotation.getObjectID());
    const auto parent = parents_.find(annotation.getKey("/StructParent").getIntValueAsInt());
    expect(parent != parents_.end() && parent->second.getObjectID() == element.getObjectID(), "6.7.3.3-3",
           "the parent tree names another element for an annotation");
  } else {
    walk(item, element);
  }
}

void Checker::walk(Handle element, Handle parent) {
  const std::string role = element.getKey("/S").isName() ? element.getKey("/S").getName() : "";
  expect(element.getKey("/P").getObjectID() == parent.getObjectID(), {"6.7.3.3-4", "UA 7.1-12"},
         role + " names another parent");
  check_element(element, role);
  Handle kids = element.getKey("/K");
  Handle page = element.getKey("/Pg");
  if (kids.isArray()) {
    for (int i = 0; i < kids.getArrayNItems(); ++i) check_item(kids.getArrayItem(i), element, page);
  } else if (!kids.isNull()) {
    check_item(kids, element, page);
  }
}

void Checker::check_structure() {
  Handle tree = root_.getKey("/StructTreeRoot");
  if (!tree.isDictionary()) return;
  Handle numbers = tree.getKey("/ParentTree").getKey("/Nums");
  for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
    parents_[numbers.getArrayItem(i).getIntValueAsInt()] = numbers.getArrayItem(i + 1);
  Handle document = tree.getKey("/K");
  if (document.isArray()) document = document.getArrayItem(0);
  expect(document.isDictionary() && document.getKey("/S").isNameAndEquals("/Document"), "6.7.3.3-1",
         "the root element is not the Document");
  if (document.isDictionary()) {
    walk(document, tree);
    for (Breach& breach : check_nesting(document)) breaches_.push_back(std::move(breach));
  }
  for (const auto& [place, claims] : content_)
    expect(claims == 1, "UA 7.1-3",
           base::format("content {} of page {} belongs to {} elements", place.second, page_index_[place.first] + 1,
                        claims));
  for (Handle page : file_.getAllPages()) {
    Handle annotations = page.getKey("/Annots");
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
      expect(annotations_in_links_.contains(annotations.getArrayItem(i).getObjectID()), "UA 7.18.5-1",
             "a link outside a Link element");
  }
}

void Checker::check_image(Handle image) {
  Handle dictionary = image.getDict();
  expect(!dictionary.getKey("/Interpolate").isBool() || !dictionary.getKey("/Interpolate").getBoolValue(), "6.2.8-3",
         "an image asks for interpolation");
  expect(!dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK"), "6.2.4.3-3", "an image in CMYK");
}

void Checker::check_objects() {
  for (Handle object : file_.getAllObjects()) {
    if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Font"))
      for (Breach& breach : check_font(object)) breaches_.push_back(std::move(breach));
    if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) check_image(object);
  }
}

void describe(Handle element, int depth, std::string& out) {
  if (!element.isDictionary() || !element.getKey("/S").isName()) return;
  std::string line = std::string(static_cast<std::size_t>(2 * depth), ' ') + element.getKey("/S").getName().substr(1);
  Handle attributes = element.getKey("/A");
  if (attributes.isDictionary())
    for (const char* key : {"/Scope", "/ColSpan", "/RowSpan"})
      if (attributes.hasKey(key)) line += " " + attributes.getKey(key).unparse();
  if (element.getKey("/Alt").isString()) line += " \"" + element.getKey("/Alt").getUTF8Value() + "\"";
  Handle kids = element.getKey("/K");
  std::string below;
  std::string items;
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
    Handle kid = kids.getArrayItem(i);
    if (kid.isInteger())
      items += " " + kid.unparse();
    else if (kid.getKey("/Type").isNameAndEquals("/MCR"))
      items += " next:" + kid.getKey("/MCID").unparse();
    else if (kid.getKey("/Type").isNameAndEquals("/OBJR"))
      items += " link";
    else {
      items += " " + kid.getKey("/S").getName().substr(1);
      describe(kid, depth + 1, below);
    }
  }
  out += line + (items.empty() ? "" : " [" + items.substr(1) + "]") + "\n" + below;
}

}  // namespace

std::vector<Breach> check_pdf(const std::string& bytes) {
  std::vector<Breach> breaches;
  QPDF file;
  file.setSuppressWarnings(true);
  try {
    file.processMemoryFile("test", bytes.data(), bytes.size());
    Checker(file, breaches).run();
  } catch (const std::exception& error) {
    breaches.push_back({"syntax", error.what()});
  }
  for (const QPDFExc& warning : file.getWarnings()) breaches.push_back({"syntax", warning.what()});
  return breaches;
}

std::string to_text(const std::vector<Breach>& breaches) {
  std::string out;
  for (const Breach& breach : breaches) out += breach.rule + ": " + breach.what + "\n";
  return out;
}

std::string structure_text(const std::string& bytes) {
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  Handle document = file.getRoot().getKey("/StructTreeRoot").getKey("/K");
  std::string out;
  describe(document, 0, out);
  return out;
}

std::string page_content(const std::string& bytes, std::size_t page) {
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  Handle found = file.getAllPages().at(page);
  const std::shared_ptr<Buffer> data = found.getKey("/Contents").getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

}  // namespace phaen::support
