// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/attachments.h"

#include <map>

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

ObjectId write_attachment(const Attachment& attachment, ObjectWriter& writer) {
  const std::string date = literal_string(pdf_date(attachment.date));
  const ObjectId file = writer.add_stream(base::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}/ModDate{}>>",
                                                       name_object(attachment.mime), attachment.bytes->size(), date),
                                          *attachment.bytes, Filter::Deflate);
  const std::string name = text_string(attachment.name);
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
