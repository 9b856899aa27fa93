// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/text_reader.h"

#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>

namespace phaen::readback {
namespace {

// What Poppler has to say shows in the comparison.
void ignore(ErrorCategory, Goffset, const char*) {}

// Poppler would build a colour transformation to the file's output intent for every page, a third of the whole work:
// text has no colour. Only the catalog in memory loses the entry.
void forget_output_intent(PDFDoc& document) {
  XRef& objects = *document.getXRef();
  Object catalog = objects.getCatalog();
  if (!catalog.isDict()) return;
  catalog.getDict()->remove("OutputIntents");
  objects.setModifiedObject(&catalog, objects.getRoot());
}

}  // namespace

struct TextReader::Poppler {
  GlobalParamsIniter parameters{ignore};
  PDFDoc document;
  TextOutputDev device{nullptr, false, 0, false, false};

  explicit Poppler(std::string_view bytes)
      : document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {
    if (document.isOk()) forget_output_intent(document);
  }
};

TextReader::TextReader(std::string_view bytes) : poppler_(std::make_unique<Poppler>(bytes)) {}
TextReader::~TextReader() = default;

bool TextReader::is_readable() const { return poppler_->document.isOk(); }

std::vector<FoundCharacter> TextReader::characters(std::size_t page) {
  constexpr double kPointsPerInch = 72;
  poppler_->document.displayPageSlice(&poppler_->device, static_cast<int>(page) + 1, kPointsPerInch, kPointsPerInch, 0,
                                      false, false, false, -1, -1, -1, -1);
  std::vector<FoundCharacter> found;
  const std::unique_ptr<TextWordList> words = poppler_->device.makeWordList();
  if (!words) return found;
  for (int i = 0; i < words->getLength(); ++i) {
    const TextWord& word = *words->get(i);
    for (int k = 0; k < word.getLength(); ++k) {
      double left = 0, top = 0, right = 0, bottom = 0;
      word.getCharBBox(k, &left, &top, &right, &bottom);
      found.push_back({static_cast<char32_t>(*word.getChar(k)), left, right, (top + bottom) / 2, bottom - top, false});
    }
    if (!found.empty() && word.hasSpaceAfter()) found.back().space_after = true;
  }
  return found;
}

}  // namespace phaen::readback
