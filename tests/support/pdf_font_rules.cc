// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/pdf_font_rules.h"

#include <cmath>
#include <qpdf/Buffer.hh>
#include <string_view>

namespace phaen::support {
namespace {

using Handle = QPDFObjectHandle;

std::string bytes_of(Handle stream) {
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

// Every text a ToUnicode CMap maps to, as UTF-16 in hexadecimal: the last string of each line of a bfchar or bfrange.
std::vector<std::string> texts_of(const std::string& cmap) {
  std::vector<std::string> texts;
  bool inside = false;
  for (std::size_t at = 0; at < cmap.size();) {
    const std::size_t end = std::min(cmap.find('\n', at), cmap.size());
    const std::string_view line(cmap.data() + at, end - at);
    at = end + 1;
    if (line.find("beginbf") != std::string_view::npos) {
      inside = true;
    } else if (line.find("endbf") != std::string_view::npos) {
      inside = false;
    } else if (const std::size_t open = line.rfind('<'); inside && open != std::string_view::npos) {
      texts.emplace_back(line.substr(open + 1, line.find('>', open) - open - 1));
    }
  }
  return texts;
}

class TrueType {
 public:
  explicit TrueType(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t number(std::size_t at, int size) const {
    std::size_t value = 0;
    for (int i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_.at(at + static_cast<std::size_t>(i)));
    return value;
  }
  std::size_t table(std::string_view name) const {
    for (std::size_t i = 0; i < number(4, 2); ++i)
      if (bytes_.compare(12 + 16 * i, 4, name) == 0) return number(12 + 16 * i + 8, 4);
    return 0;
  }
  /// Thousandths of an em.
  double advance(std::size_t glyph) const {
    const std::size_t metrics = number(table("hhea") + 34, 2);
    const std::size_t at = table("hmtx") + 4 * std::min(glyph, metrics - 1);
    return 1000.0 * static_cast<double>(number(at, 2)) / static_cast<double>(number(table("head") + 18, 2));
  }
  std::size_t glyphs() const { return number(table("maxp") + 4, 2); }

 private:
  std::string bytes_;
};

// The CIDs of a /W array whose width is not the program's within one thousandth, which PDF/A allows.
bool widths_agree(Handle font) {
  const TrueType program(bytes_of(font.getKey("/FontDescriptor").getKey("/FontFile2")));
  Handle widths = font.getKey("/W");
  for (int i = 0; widths.isArray() && i + 1 < widths.getArrayNItems(); i += 2) {
    Handle list = widths.getArrayItem(i + 1);
    if (!list.isArray()) return false;  // cairo and phaen write lists only
    const auto first = static_cast<std::size_t>(widths.getArrayItem(i).getIntValueAsInt());
    for (int k = 0; k < list.getArrayNItems(); ++k) {
      const std::size_t glyph = first + static_cast<std::size_t>(k);
      if (glyph >= program.glyphs()) return false;
      if (std::abs(list.getArrayItem(k).getNumericValue() - program.advance(glyph)) > 1) return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Breach> check_font(Handle font) {
  std::vector<Breach> breaches;
  const auto expect = [&](bool holds, std::vector<const char*> rules, const std::string& what) {
    if (!holds)
      for (const char* rule : rules) breaches.push_back({rule, what});
  };
  const std::string subtype = font.getKey("/Subtype").isName() ? font.getKey("/Subtype").getName() : "";
  const std::string name = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : "?";
  Handle descriptor = font.getKey("/FontDescriptor");
  if (subtype != "/Type0") {
    const bool embedded =
        descriptor.isDictionary() && (descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
    expect(embedded, {"6.2.11.4.1-1", "UA 7.21.4.1-1"}, name + " is not embedded");
  }
  if (subtype == "/CIDFontType2") {
    expect(font.getKey("/CIDToGIDMap").isNameAndEquals("/Identity"), {"6.2.11.3.2-1", "UA 7.21.3.2-1"},
           name + " has no CIDToGIDMap");
    if (descriptor.isDictionary() && descriptor.hasKey("/FontFile2"))
      expect(widths_agree(font), {"6.2.11.5-1", "UA 7.21.5-1"}, name + " has widths that are not its program's");
    return breaches;
  }
  expect(font.getKey("/ToUnicode").isStream(), {"6.2.11.7.2-1", "UA 7.21.7-1"}, name + " has no ToUnicode");
  if (!font.getKey("/ToUnicode").isStream()) return breaches;
  for (const std::string& text : texts_of(bytes_of(font.getKey("/ToUnicode"))))
    for (std::size_t at = 0; at + 4 <= text.size(); at += 4) {
      const unsigned long unit = std::stoul(text.substr(at, 4), nullptr, 16);
      expect(unit != 0 && unit != 0xFEFF && unit != 0xFFFE, {"6.2.11.7.2-2", "UA 7.21.7-2"},
             name + " maps to a character that is none");
      expect(unit < 0xE000 || unit > 0xF8FF, {"6.2.11.7.3-1"}, name + " maps to a private character");
    }
  return breaches;
}

}  // namespace phaen::support
