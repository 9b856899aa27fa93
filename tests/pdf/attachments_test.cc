// SPDX-License-Identifier: GPL-3.0-or-later
// What is attached comes out of the file as it went in, by Poppler and by qpdf, with everything PDF/A-3 asks beside it.
#define POINTERHOLDER_TRANSITION 4
#include <doctest/doctest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

#include "base/zip.h"
#include "pdf/pdf.h"
#include "pdf/readers.h"
#include "support/sample_pages.h"

using namespace phaen;
using Handle = QPDFObjectHandle;

namespace {

pdf::Attachment attachment(std::string name, std::string mime, std::string bytes) {
  return {std::move(name),
          std::move(mime),
          "ข้อมูลแผน",
          pdf::Relationship::Source,
          std::make_shared<const std::string>(std::move(bytes)),
          {2022, 9, 30}};
}

std::string every_byte() {
  std::string bytes;
  for (int i = 0; i < 3 * 256; ++i) bytes += static_cast<char>(i % 256);
  return bytes;
}

std::string archive() {
  base::ZipWriter writer;
  writer.add("plans.csv", "code\nN-U2\n");
  return writer.finish();
}

std::string with(const pdf::Attachments& attachments) {
  support::SamplePages sample;
  sample.new_page("1");
  sample.line(70, 60, "แผน", sample.tag(page::Role::P));
  base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, attachments);
  REQUIRE(bytes.has_value());
  return *bytes;
}

const std::string kZip = "application/zip";

}  // namespace

TEST_CASE("Poppler and qpdf take every attachment out byte for byte") {
  const pdf::Attachments attachments = {attachment("plan-data.zip", kZip, archive()),
                                        attachment("all.bin", "application/octet-stream", every_byte()),
                                        attachment("empty.csv", "text/csv", "")};
  const readers::TemporaryFile file("attached.pdf", with(attachments));
  for (const pdf::Attachment& expected : attachments) {
    CAPTURE(expected.name);
    int exit_code = 0;
    const std::string by_qpdf =
        readers::output_of("qpdf --show-attachment='" + expected.name + "' '" + file.path() + "'", exit_code);
    CHECK(exit_code == 0);
    CHECK((by_qpdf == *expected.bytes));
    const std::string taken = file.path() + ".out";
    const std::string by_poppler =
        readers::output_of("pdfdetach -savefile '" + expected.name + "' -o '" + taken + "' '" + file.path() +
                               "' && cat '" + taken + "'; rm -f '" + taken + "'",
                           exit_code);
    CHECK((by_poppler == *expected.bytes));
  }
}

TEST_CASE("an attachment names its type, size, MD5, date, relationship and what it is in Thai") {
  const std::string bytes = with({attachment("plan-data.zip", kZip, archive())});
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  Handle spec = file.getRoot().getKey("/AF").getArrayItem(0);
  CHECK(spec.getKey("/AFRelationship").getName() == "/Source");
  CHECK(spec.getKey("/UF").getUTF8Value() == "plan-data.zip");
  CHECK(spec.getKey("/F").getUTF8Value() == "plan-data.zip");
  CHECK(spec.getKey("/Desc").getUTF8Value() == "ข้อมูลแผน");
  QPDFEFStreamObjectHelper stream(spec.getKey("/EF").getKey("/UF"));
  CHECK(stream.getSubtype() == "application/zip");
  CHECK(stream.getSize() == archive().size());
  CHECK(stream.getModDate() == "D:20220930000000+07'00'");
  const readers::TemporaryFile source("attached.zip", archive());
  int exit_code = 0;
  const std::string md5 = readers::output_of("md5sum < '" + source.path() + "'", exit_code);
  std::string found;
  for (const char c : stream.getChecksum()) {
    static constexpr char kHex[] = "0123456789abcdef";
    found += kHex[static_cast<unsigned char>(c) >> 4];
    found += kHex[static_cast<unsigned char>(c) & 15];
  }
  CHECK(found == md5.substr(0, 32));
}

TEST_CASE("an archive is not compressed again, other files are") {
  const std::string text(10'000, 'a');
  const std::string bytes = with({attachment("a.zip", kZip, archive()), attachment("a.txt", "text/plain", text)});
  CHECK(bytes.find(archive()) != std::string::npos);
  CHECK(bytes.find(text) == std::string::npos);
}

TEST_CASE("attachments are listed by name whatever their order, and the order of the catalog is the caller's") {
  const std::string bytes = with({attachment("z.csv", "text/csv", "z"), attachment("a.csv", "text/csv", "a")});
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  QPDFEmbeddedFileDocumentHelper helper(file);
  CHECK(helper.getEmbeddedFiles().begin()->first == "a.csv");
  CHECK(file.getRoot().getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names").getArrayItem(0).getUTF8Value() ==
        "a.csv");
  CHECK(file.getRoot().getKey("/AF").getArrayItem(0).getKey("/UF").getUTF8Value() == "z.csv");
}

TEST_CASE("a document without attachments has no name tree and no associated files") {
  const std::string bytes = with({});
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  CHECK_FALSE(file.getRoot().hasKey("/AF"));
  CHECK_FALSE(file.getRoot().hasKey("/Names"));
}
