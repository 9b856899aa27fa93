// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace phaen::templates {
namespace {

struct ParserDeleter {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Turns byte offsets of the source into lines and columns. Offsets come in rising order, so it walks on from the last.
class LineCounter {
 public:
  LineCounter(std::string_view source, std::uint32_t file) : source_(source), file_(file) {}

  Place at(std::size_t offset) {
    offset = std::min(offset, source_.size());
    if (offset < offset_) {
      offset_ = 0;
      line_ = 1;
      column_ = 1;
    }
    for (; offset_ < offset; ++offset_) {
      const char c = source_[offset_];
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column_;
      }
    }
    return {file_, line_, column_};
  }

 private:
  std::string_view source_;
  std::uint32_t file_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

// One tree being built by Expat's callbacks.
class Builder {
 public:
  Builder(std::string_view source, std::uint32_t file) : source_(source), lines_(source, file) {}

  XmlFile read() {
    if (const auto invalid = base::utf8::find_invalid(source_))
      return {{}, problem(XmlProblem::Kind::NotUtf8, *invalid)};
    parser_.reset(XML_ParserCreate("UTF-8"));
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    const auto status = XML_Parse(parser_.get(), source_.data(), static_cast<int>(source_.size()), XML_TRUE);
    if (!problem_ && status != XML_STATUS_OK) {
      const XML_Error error = XML_GetErrorCode(parser_.get());
      problem_ = problem(XmlProblem::Kind::Malformed, byte_index());
      problem_->reason = XML_ErrorString(error);
    }
    if (problem_) return {{}, problem_};
    return {std::move(root_), {}};
  }

 private:
  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<Builder*>(self)->start(name, attributes);
  }
  static void on_end(void* self, const XML_Char*) { static_cast<Builder*>(self)->end(); }
  static void on_text(void* self, const XML_Char* text, int length) {
    static_cast<Builder*>(self)->text(std::string_view(text, static_cast<std::size_t>(length)));
  }
  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Builder*>(self)->stop(XmlProblem::Kind::Doctype);
  }

  std::size_t byte_index() const {
    const auto index = XML_GetCurrentByteIndex(parser_.get());
    return index < 0 ? source_.size() : static_cast<std::size_t>(index);
  }
  XmlProblem problem(XmlProblem::Kind kind, std::size_t offset) { return {kind, lines_.at(offset), {}}; }
  void stop(XmlProblem::Kind kind) {
    if (!problem_) problem_ = problem(kind, byte_index());
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void start(std::string_view name, const XML_Char** attributes) {
    if (problem_) return;
    if (open_.size() >= static_cast<std::size_t>(kMaxDepth)) return stop(XmlProblem::Kind::TooDeep);
    Element element;
    element.name = name;
    const std::size_t begin = byte_index();
    element.place = lines_.at(begin);
    std::size_t at = begin + 1 + name.size();
    for (; *attributes != nullptr; attributes += 2) at = add_attribute(element, attributes[0], attributes[1], at);
    open_.push_back(std::move(element));
  }

  // Expat gives the attributes in the order of the source but without places: the tag is scanned along.
  std::size_t add_attribute(Element& element, const char* name, const char* value, std::size_t at) {
    while (at < source_.size() && is_space(source_[at])) ++at;
    Attribute attribute;
    attribute.name = name;
    attribute.place = lines_.at(at);
    attribute.value.text = value;
    while (at < source_.size() && source_[at] != '"' && source_[at] != '\'') ++at;
    const char quote = at < source_.size() ? source_[at] : '"';
    ++at;
    // A segment begins at the start, after each entity and after each line end.
    std::size_t decoded = 0;
    bool fresh = true;
    while (at < source_.size() && source_[at] != quote) {
      if (fresh) attribute.value.segments.push_back({decoded, lines_.at(at)});
      fresh = false;
      if (source_[at] == '&') {
        const std::size_t semicolon = std::min(source_.find(';', at), source_.size() - 1);
        decoded += decoded_length(source_.substr(at + 1, semicolon - at - 1));
        at = semicolon + 1;
        fresh = true;
      } else {
        fresh = source_[at] == '\n';
        const bool carriage = source_[at] == '\r' && at + 1 < source_.size() && source_[at + 1] == '\n';
        if (!carriage) ++decoded;
        ++at;
      }
    }
    if (attribute.value.segments.empty()) attribute.value.segments.push_back({0, lines_.at(at)});
    element.attributes.push_back(std::move(attribute));
    return at + 1;
  }

  // Bytes that an entity reference becomes: one for the five names, the UTF-8 length for a character number.
  static std::size_t decoded_length(std::string_view reference) {
    if (reference.empty() || reference[0] != '#') return 1;
    char32_t character = 0;
    const bool hexadecimal = reference.size() > 1 && reference[1] == 'x';
    for (char c : reference.substr(hexadecimal ? 2 : 1)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      character = (character * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit)) & 0x1FFFFF;
    }
    return base::utf8::encode(character).size();
  }

  void text(std::string_view chunk) {
    if (problem_ || open_.empty()) return;
    std::vector<Element>& siblings = open_.back().children;
    const Place place = lines_.at(byte_index());
    if (siblings.empty() || !siblings.back().is_text()) {
      siblings.emplace_back();
      siblings.back().place = place;
    }
    PlacedText& run = siblings.back().text;
    run.segments.push_back({run.text.size(), place});
    run.text += chunk;
  }

  void end() {
    if (problem_ || open_.empty()) return;
    Element done = std::move(open_.back());
    open_.pop_back();
    if (open_.empty())
      root_ = std::move(done);
    else
      open_.back().children.push_back(std::move(done));
  }

  std::string_view source_;
  LineCounter lines_;
  ParserHandle parser_;
  std::vector<Element> open_;
  std::optional<Element> root_;
  std::optional<XmlProblem> problem_;
};

}  // namespace

const Attribute* Element::find(std::string_view attribute) const {
  const auto at =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == attribute; });
  return at == attributes.end() ? nullptr : &*at;
}

XmlFile read_xml(std::string_view source, std::uint32_t file) { return Builder(source, file).read(); }

}  // namespace phaen::templates
