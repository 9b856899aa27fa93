// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/attachments.h"

#define POINTERHOLDER_TRANSITION 4
#include <algorithm>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>

#include "base/format.h"
#include "pdf/diagnostics.h"
#include "pdf/xmp.h"

namespace phaen::pdf {
namespace {

const char* relationship_name(Relationship relationship) {
  switch (relationship) {
    case Relationship::Source: return "Source";
    case Relationship::Data: return "Data";
    case Relationship::Supplement: return "Supplement";
  }
  return "Unspecified";
}

// The MD5 that PDF asks for, in hexadecimal. It finds damage; the manifest's SHA-256 is what proves.
std::string checksum(const std::string& bytes) {
  QPDF scratch;
  scratch.emptyPDF();
  std::string out;
  for (const char c : QPDFEFStreamObjectHelper::createEFStream(scratch, bytes).getChecksum())
    out += base::format("{:02X}", static_cast<unsigned char>(c));
  return out;
}

// Plain where it can be: some tools find an attachment only by a name that is not in UTF-16.
std::string file_name(const std::string& name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
  return ascii ? literal_string(name) : text_string(name);
}

// ZIP archives and workbooks are compressed already.
Filter filter_of(const std::string& bytes) { return bytes.starts_with("PK\3\4") ? Filter::Keep : Filter::Deflate; }

ObjectId write_attachment(const Attachment& attachment, ObjectWriter& writer) {
  const std::string date = literal_string(pdf_date(attachment.date));
  const std::string entries =
      base::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}/CheckSum<{}>/ModDate{}>>",
                   name_object(attachment.mime), attachment.bytes->size(), checksum(*attachment.bytes), date);
  const ObjectId file = writer.add_stream(entries, *attachment.bytes, filter_of(*attachment.bytes));
  const std::string name = file_name(attachment.name);
  return writer.add(base::format("<</Type/Filespec/F{0}/UF{0}/Desc{1}/AFRelationship/{2}/EF<</F {3}/UF {3}>>>>", name,
                                 text_string(attachment.description), relationship_name(attachment.relationship),
                                 reference(file)));
}

}  // namespace

base::Result<std::string> write_attachments(const Attachments& attachments, ObjectWriter& writer) {
  if (attachments.empty()) return std::string();
  // Keys of a name tree are sorted by their bytes: so are their digits, without the bracket that ends them.
  std::map<std::string, ObjectId> by_name;
  std::string associated;
  for (const Attachment& attachment : attachments) {
    const ObjectId id = write_attachment(attachment, writer);
    std::string key = text_string(attachment.name);
    key.pop_back();
    if (!by_name.emplace(std::move(key), id).second)
      return base::Failure(diagnostics::duplicate_attachment(attachment.name));
    associated += reference(id) + " ";
  }
  std::string names;
  for (const auto& [name, id] : by_name) names += name + ">" + reference(id) + " ";
  return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
}

}  // namespace phaen::pdf
