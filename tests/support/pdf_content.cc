// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/pdf_content.h"

#include <set>

namespace phaen::support {
namespace {

class Scanner : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit Scanner(ContentScan& scan) : scan_(scan) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    operate(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {
    if (open_ != 0) fault("marked content is not closed");
  }

 private:
  void fault(const std::string& what) {
    if (seen_.insert(what).second) scan_.faults.push_back(what);
  }

  void operate(const std::string& name) {
    static const std::set<std::string> kPainting = {"f", "F", "f*", "B",  "B*", "b", "b*",
                                                    "S", "s", "Do", "Tj", "TJ", "sh"};
    if (name == "BMC" || name == "BDC") {
      const bool artifact = operands_.at(0).isNameAndEquals("/Artifact");
      if (open_++ != 0)
        fault(artifact    ? "an artifact inside tagged content"
              : artifact_ ? "tagged content inside an artifact"
                          : "tagged content inside tagged content");
      if (open_ == 1) artifact_ = artifact;
      if (name == "BDC") scan_.content_ids.push_back(operands_.at(1).getKey("/MCID").getIntValueAsInt());
    } else if (name == "EMC") {
      if (open_-- == 0) fault("EMC without BMC");
    } else if (kPainting.contains(name) && open_ == 0) {
      fault(name + " outside marked content");
    } else if (name == "k" || name == "K") {
      scan_.uses_cmyk = true;
    }
    if (name == "Tj" || name == "TJ")
      for (QPDFObjectHandle operand : operands_) check_glyphs(operand);
  }

  void check_glyphs(QPDFObjectHandle text) {
    if (text.isArray())
      for (int i = 0; i < text.getArrayNItems(); ++i) check_glyphs(text.getArrayItem(i));
    if (!text.isString()) return;
    const std::string codes = text.getStringValue();
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
      if (codes[i] == 0 && codes[i + 1] == 0) fault(".notdef is drawn");
  }

  ContentScan& scan_;
  std::vector<QPDFObjectHandle> operands_;
  std::set<std::string> seen_;
  int open_ = 0;
  bool artifact_ = false;  ///< the outermost open content
};

}  // namespace

ContentScan scan_content(QPDFObjectHandle page) {
  ContentScan scan;
  Scanner scanner(scan);
  page.parsePageContents(&scanner);
  return scan;
}

}  // namespace phaen::support
