// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/package.h"

#include <algorithm>
#include <orcus/sax_parser.hpp>

#include "base/format.h"
#include "base/utf8.h"

namespace phaen::readback {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Whether the text after an `&` names a character: one of XML's five, or a number.
bool is_reference(std::string_view text) {
  for (const std::string_view known : {"amp;", "lt;", "gt;", "quot;", "apos;", "#"}) {
    if (text.starts_with(known)) return true;
  }
  return false;
}

// The first byte of a character that must not stand in XML, or that is no UTF-8.
std::optional<XmlFault> forbidden_character(std::string_view part) {
  if (const auto invalid = base::utf8::find_invalid(part)) return XmlFault{*invalid, "not UTF-8"};
  const bool has_literal = part.find("<![CDATA[") != std::string_view::npos;
  for (std::size_t at = 0; at < part.size(); ++at) {
    const auto byte = static_cast<unsigned char>(part[at]);
    if (byte < 0x20 && !is_space(part[at])) return XmlFault{at, "a control character"};
    if (byte == '&' && !has_literal && !is_reference(part.substr(at + 1))) return XmlFault{at, "an unknown entity"};
    // U+FFFE and U+FFFF.
    if (byte == 0xEF && (part.substr(at, 3) == "\xEF\xBF\xBE" || part.substr(at, 3) == "\xEF\xBF\xBF")) {
      return XmlFault{at, "a character that XML forbids"};
    }
  }
  return std::nullopt;
}

// A fault found in a callback, on its way out of the parser.
struct Refused {
  XmlFault fault;
};

// Passes the parser's events on and checks what the parser leaves unchecked.
class Checker : public orcus::sax_handler {
 public:
  explicit Checker(XmlHandler& handler) : handler_(handler) {}

  void doctype(const orcus::sax::doctype_declaration&) { throw Refused{{at_, "a document type declaration"}}; }
  void start_declaration(std::string_view) { attributes_.clear(); }
  void end_declaration(std::string_view) { attributes_.clear(); }

  void attribute(const orcus::sax::parser_attribute& attribute) {
    if (!attributes_.add(attribute.ns, attribute.name, attribute.value)) {
      throw Refused{{at_, base::format("the attribute `{}` twice", attribute.name)}};
    }
  }
  void start_element(const orcus::sax::parser_element& element) {
    at_ = static_cast<std::size_t>(element.begin_pos);
    open_.emplace_back(element.ns, element.name);
    handler_.start(element.name, attributes_);
    attributes_.clear();
  }
  void end_element(const orcus::sax::parser_element& element) {
    at_ = static_cast<std::size_t>(element.begin_pos);
    if (open_.empty() || open_.back() != std::pair(element.ns, element.name)) {
      throw Refused{{at_, base::format("`</{}>` closes another element", element.name)}};
    }
    open_.pop_back();
    handler_.end(element.name);
    if (open_.empty()) end_ = static_cast<std::size_t>(element.end_pos);
  }
  void characters(std::string_view text, bool) { handler_.characters(text); }

  /// One past the root element, once it is closed.
  std::optional<std::size_t> root_end() const { return end_; }

 private:
  XmlHandler& handler_;
  Attributes attributes_;
  std::vector<std::pair<std::string_view, std::string_view>> open_;
  std::size_t at_ = 0;
  std::optional<std::size_t> end_;
};

}  // namespace

bool Attributes::add(std::string_view prefix, std::string_view name, std::string_view value) {
  if (count_ == all_.size()) all_.emplace_back();
  Attribute& added = all_[count_];
  added.name.assign(prefix);
  if (!prefix.empty()) added.name += ':';
  added.name += name;
  added.value.assign(value);
  const bool is_new = !find(added.name);
  ++count_;
  return is_new;
}

std::optional<std::string_view> Attributes::find(std::string_view name) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (all_[i].name == name) return all_[i].value;
  }
  return std::nullopt;
}

void XmlHandler::start(std::string_view, const Attributes&) {}
void XmlHandler::end(std::string_view) {}
void XmlHandler::characters(std::string_view) {}

std::optional<XmlFault> parse_xml(std::string_view part, XmlHandler& handler) {
  if (auto fault = forbidden_character(part)) return fault;
  // The parser looks one character past an unfinished tag: a part that ends in `>` keeps it inside.
  std::size_t size = part.size();
  while (size > 0 && is_space(part[size - 1])) --size;
  if (size == 0 || part[size - 1] != '>') return XmlFault{size, "the end is missing"};
  Checker checker(handler);
  try {
    orcus::sax_parser<Checker>(part.data(), size, checker).parse();
  } catch (const Refused& refused) {
    return refused.fault;
  } catch (const orcus::parse_error& error) {
    return XmlFault{static_cast<std::size_t>(error.offset()), error.what()};
  }
  if (!checker.root_end()) return XmlFault{size, "an element is not closed"};
  if (*checker.root_end() != size) return XmlFault{*checker.root_end(), "more after the root element"};
  return std::nullopt;
}

tl::expected<Package, std::string> Package::open(std::string_view bytes) {
  auto archive = base::ZipReader::open(bytes);
  if (!archive) return tl::unexpected(archive.error());
  Package package(std::move(*archive));
  package.names_ = package.archive_.names();
  std::sort(package.names_.begin(), package.names_.end());
  return package;
}

bool Package::has(std::string_view name) const { return std::binary_search(names_.begin(), names_.end(), name); }

}  // namespace phaen::readback
