// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/xmp.h"

#include "base/format.h"

namespace phaen::pdf {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string alternatives(std::string_view property, std::string_view text) {
  if (text.empty()) return {};
  const std::string value = escaped(text);
  return base::format(
      "   <{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li>"
      "<rdf:li xml:lang=\"th-TH\">{1}</rdf:li></rdf:Alt></{0}>\n",
      property, value);
}

// PDF/A allows a property of another schema only when the packet itself describes that schema.
constexpr const char* kUniversalAccessSchema = R"(  <rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>part of ISO 14289 the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
)";

}  // namespace

std::string pdf_date(const base::Date& date) {
  return base::format("D:{:04}{:02}{:02}000000+07'00'", date.year, date.month, date.day);
}

std::string xmp_packet(const page::FileInfo& info) {
  const std::string date = info.date.to_iso() + "T00:00:00+07:00";
  std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  out +=
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\"\n"
      "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
      "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
      "    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "   <pdfaid:part>3</pdfaid:part>\n"
      "   <pdfaid:conformance>A</pdfaid:conformance>\n"
      "   <pdfuaid:part>1</pdfuaid:part>\n"
      "   <dc:format>application/pdf</dc:format>\n"
      "   <dc:language><rdf:Bag><rdf:li>th-TH</rdf:li></rdf:Bag></dc:language>\n";
  out += alternatives("dc:title", info.title);
  out += alternatives("dc:description", info.subject);
  if (!info.author.empty())
    out += base::format("   <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(info.author));
  out += base::format(
      "   <xmp:CreateDate>{0}</xmp:CreateDate>\n   <xmp:ModifyDate>{0}</xmp:ModifyDate>\n"
      "   <xmp:CreatorTool>{1}</xmp:CreatorTool>\n   <pdf:Producer>{2}</pdf:Producer>\n",
      date, kCreator, kProducer);
  out += "  </rdf:Description>\n";
  out += kUniversalAccessSchema;
  out += " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
  return out;
}

}  // namespace phaen::pdf
