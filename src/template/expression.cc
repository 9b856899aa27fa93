// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/expression.h"

#include <charconv>

namespace phaen::templates {
namespace {

using base::Bilingual;

const Bilingual kPath{"ชื่อหรือเส้นทาง เช่น plan.title", "a path such as `plan.title`"};
const Bilingual kTest{"=, !=, in, not in, exists หรือ missing", "=, !=, in, not in, exists or missing"};
const Bilingual kOperand{"ค่าที่จะเทียบ", "a value to compare with"};
const Bilingual kEnd{"จุดสิ้นสุด", "the end"};

constexpr int kLargestRound = 9999;  // of a range: months, quarters, levels are what ranges count

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Token {
  enum class Kind : std::uint8_t { End, Word, Quoted, Symbol, Unclosed };
  Kind kind = Kind::End;
  std::string text;
  std::size_t offset = 0;
  bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
  bool is_word(std::string_view word) const { return kind == Kind::Word && text == word; }
};

// Words run to a blank, a quote or one of = != , ( ).
class Lexer {
 public:
  Lexer(std::string_view text, std::size_t base) : text_(text), base_(base) { advance(); }

  const Token& peek() const { return token_; }
  Token take() {
    Token token = token_;
    advance();
    return token;
  }
  SyntaxError unexpected(const Bilingual& expected) const { return {token_.offset, expected, token_.text}; }

 private:
  void advance() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    token_ = {Token::Kind::End, {}, base_ + at_};
    if (at_ >= text_.size()) return;
    const char c = text_[at_];
    if (c == '\'') return quoted();
    if (c == '=' || c == ',' || c == '(' || c == ')') return symbol(1);
    if (c == '!' && text_.substr(at_, 2) == "!=") return symbol(2);
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    if (at_ == begin) ++at_;
    token_.kind = Token::Kind::Word;
    token_.text = text_.substr(begin, at_ - begin);
  }
  static bool ends_word(char c) {
    return is_space(c) || c == '=' || c == '!' || c == ',' || c == '(' || c == ')' || c == '\'';
  }
  void symbol(std::size_t length) {
    token_.kind = Token::Kind::Symbol;
    token_.text = text_.substr(at_, length);
    at_ += length;
  }
  void quoted() {
    const std::size_t close = text_.find('\'', at_ + 1);
    const bool closed = close != std::string_view::npos;
    token_.kind = closed ? Token::Kind::Quoted : Token::Kind::Unclosed;
    token_.text = text_.substr(at_ + 1, closed ? close - at_ - 1 : std::string_view::npos);
    at_ = closed ? close + 1 : text_.size();
  }

  std::string_view text_;
  std::size_t base_, at_ = 0;
  Token token_;
};

// Reads a word as a path; nothing when it is none.
std::optional<PathText> path_of(std::string_view word, std::size_t offset) {
  PathText path{{}, std::string(word), offset};
  for (std::size_t begin = 0;;) {
    const std::size_t dot = word.find('.', begin);
    std::string_view name = word.substr(begin, dot == std::string_view::npos ? dot : dot - begin);
    const bool deep = !name.empty() && name.back() == '*';
    if (deep) name.remove_suffix(1);
    if (!is_identifier(name)) return {};
    path.steps.push_back({std::string(name), offset + begin, deep});
    if (dot == std::string_view::npos) return path;
    begin = dot + 1;
  }
}

Parsed<PathText> take_path(Lexer& lexer) {
  if (lexer.peek().kind != Token::Kind::Word) return tl::unexpected(lexer.unexpected(kPath));
  auto path = path_of(lexer.peek().text, lexer.peek().offset);
  if (!path) return tl::unexpected(lexer.unexpected(kPath));
  lexer.take();
  return *path;
}

template <typename T>
Parsed<T> at_end(const Lexer& lexer, T value) {
  if (lexer.peek().kind != Token::Kind::End) return tl::unexpected(lexer.unexpected(kEnd));
  return value;
}

Parsed<OperandText> take_operand(Lexer& lexer) {
  const Token& token = lexer.peek();
  if (token.kind == Token::Kind::Unclosed) return tl::unexpected(lexer.unexpected({"เครื่องหมาย ' ปิด", "a closing '"}));
  if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Quoted)
    return tl::unexpected(lexer.unexpected(kOperand));
  OperandText operand{token.text, token.kind == Token::Kind::Quoted, token.offset, {}};
  if (!operand.quoted) operand.path = path_of(operand.text, operand.offset);
  lexer.take();
  return operand;
}

Parsed<std::vector<OperandText>> take_operands(Lexer& lexer) {
  std::vector<OperandText> operands;
  if (!lexer.peek().is("(")) return tl::unexpected(lexer.unexpected({"วงเล็บเปิด (", "("}));
  do {
    lexer.take();
    auto operand = take_operand(lexer);
    if (!operand) return tl::unexpected(operand.error());
    operands.push_back(std::move(*operand));
  } while (lexer.peek().is(","));
  if (!lexer.peek().is(")")) return tl::unexpected(lexer.unexpected({"จุลภาคหรือวงเล็บปิด )", "`,` or `)`"}));
  lexer.take();
  return operands;
}

Parsed<ClauseText> take_test(Lexer& lexer, ClauseText clause) {
  const Token token = lexer.peek();
  if (token.is_word("exists") || token.is_word("missing")) {
    clause.test = token.text == "exists" ? Test::Exists : Test::Missing;
    lexer.take();
    return clause;
  }
  if (token.is("=") || token.is("!=")) {
    lexer.take();
    auto operand = take_operand(lexer);
    if (!operand) return tl::unexpected(operand.error());
    clause.test = token.text == "=" ? Test::Equal : Test::NotEqual;
    clause.operands.push_back(std::move(*operand));
    return clause;
  }
  const bool negated = token.is_word("not");
  if (negated) lexer.take();
  if (!lexer.peek().is_word("in")) return tl::unexpected(lexer.unexpected(kTest));
  lexer.take();
  auto operands = take_operands(lexer);
  if (!operands) return tl::unexpected(operands.error());
  clause.test = negated ? Test::NotIn : Test::In;
  clause.operands = std::move(*operands);
  return clause;
}

Parsed<ClauseText> take_clause(Lexer& lexer) {
  ClauseText clause;
  const bool some = lexer.peek().is_word("some"), none = lexer.peek().is_word("none");
  if (some || none) lexer.take();
  auto path = take_path(lexer);
  if (!path) return tl::unexpected(path.error());
  clause.path = std::move(*path);
  if (some || none) {
    clause.test = some ? Test::Some : Test::None;
    return clause;
  }
  return take_test(lexer, std::move(clause));
}

std::optional<CollectionText> range_of(std::string_view word) {
  const std::size_t dots = word.find("..");
  if (dots == std::string_view::npos || word.empty() || !is_digit(word[0])) return {};
  CollectionText range{CollectionText::Kind::Range, {}, 0, 0};
  const auto number = [](std::string_view digits, int& out) {
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size() && out <= kLargestRound;
  };
  if (!number(word.substr(0, dots), range.first) || !number(word.substr(dots + 2), range.last)) return {};
  return range;
}

std::string_view trimmed(std::string_view text, std::size_t& offset) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
    ++offset;
  }
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The inside of `{…}`; `offset` is where it begins.
Parsed<PlaceholderText> placeholder_of(std::string_view inside, std::size_t offset) {
  PlaceholderText placeholder;
  std::size_t bar = inside.find('|');
  Lexer lexer(inside.substr(0, bar), offset);
  auto path = take_path(lexer);
  if (!path) return tl::unexpected(path.error());
  if (lexer.peek().kind != Token::Kind::End) return tl::unexpected(lexer.unexpected({"| หรือ }", "`|` or `}`"}));
  placeholder.path = std::move(*path);
  while (bar != std::string_view::npos) {
    const std::size_t begin = bar + 1;
    bar = inside.find('|', begin);
    std::size_t at = offset + begin;
    const std::string_view part = trimmed(inside.substr(begin, bar == std::string_view::npos ? bar : bar - begin), at);
    if (part.starts_with("else ") || part == "else") {
      if (bar != std::string_view::npos)
        return tl::unexpected(SyntaxError{offset + bar, {"} เพราะ else อยู่ท้ายสุด", "`}`, since `else` comes last"}, "|"});
      placeholder.otherwise = std::string(part.size() > 5 ? part.substr(5) : std::string_view{});
      break;
    }
    if (part.empty() || part.find(' ') != std::string_view::npos)
      return tl::unexpected(SyntaxError{at, {"ชื่อรูปแบบ", "the name of a format"}, std::string(part)});
    placeholder.formats.push_back({std::string(part), at});
  }
  return placeholder;
}

}  // namespace

bool is_identifier(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return false;
  for (char c : text)
    if (!is_letter(c) && !is_digit(c) && c != '_') return false;
  return true;
}

Parsed<PathText> parse_path(std::string_view text) {
  Lexer lexer(text, 0);
  auto path = take_path(lexer);
  if (!path) return path;
  return at_end(lexer, std::move(*path));
}

Parsed<CollectionText> parse_collection(std::string_view text) {
  Lexer lexer(text, 0);
  if (const auto range = range_of(lexer.peek().text)) {
    lexer.take();
    return at_end(lexer, *range);
  }
  CollectionText collection;
  const bool distinct = lexer.peek().is_word("distinct"), choices = lexer.peek().is_word("choices");
  if (distinct) collection.kind = CollectionText::Kind::Distinct;
  if (choices) collection.kind = CollectionText::Kind::Choices;
  if (distinct || choices) lexer.take();
  auto path = take_path(lexer);
  if (!path) return tl::unexpected(path.error());
  collection.path = std::move(*path);
  return at_end(lexer, std::move(collection));
}

Parsed<ConditionText> parse_condition(std::string_view text) {
  Lexer lexer(text, 0);
  ConditionText condition;
  for (;;) {
    auto clause = take_clause(lexer);
    if (!clause) return tl::unexpected(clause.error());
    condition.push_back(std::move(*clause));
    if (!lexer.peek().is_word("and")) break;
    lexer.take();
  }
  if (lexer.peek().kind != Token::Kind::End)
    return tl::unexpected(lexer.unexpected({"and หรือจุดสิ้นสุด", "`and` or the end"}));
  return condition;
}

Parsed<std::vector<SortText>> parse_sort(std::string_view text) {
  Lexer lexer(text, 0);
  std::vector<SortText> keys;
  for (;;) {
    const Token token = lexer.take();
    const bool descending = token.text.starts_with('-');
    auto path = token.kind == Token::Kind::Word ? path_of(std::string_view(token.text).substr(descending ? 1 : 0),
                                                          token.offset + (descending ? 1 : 0))
                                                : std::nullopt;
    if (!path) return tl::unexpected(SyntaxError{token.offset, kPath, token.text});
    keys.push_back({std::move(*path), descending});
    if (!lexer.peek().is(",")) break;
    lexer.take();
  }
  return at_end(lexer, std::move(keys));
}

Parsed<std::vector<KeyRange>> parse_keys(std::string_view text) {
  Lexer lexer(text, 0);
  std::vector<KeyRange> keys;
  for (;;) {
    const Token token = lexer.take();
    if (token.kind != Token::Kind::Word)
      return tl::unexpected(SyntaxError{token.offset, {"ชื่อคอลัมน์", "the key of a column"}, token.text});
    const std::size_t dots = token.text.find("..");
    KeyRange range{token.text, token.text, token.offset};
    if (dots != std::string::npos) range = {token.text.substr(0, dots), token.text.substr(dots + 2), token.offset};
    keys.push_back(std::move(range));
    if (!lexer.peek().is(",")) break;
    lexer.take();
  }
  return at_end(lexer, std::move(keys));
}

Parsed<std::vector<PieceText>> parse_text(std::string_view text) {
  std::vector<PieceText> pieces;
  LiteralText literal;
  const auto flush = [&](std::size_t next) {
    if (!literal.text.empty()) pieces.emplace_back(std::move(literal));
    literal = {{}, next};
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool doubled = i + 1 < text.size() && text[i + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      literal.text += c;
      i += 2;
    } else if (c == '}') {
      return tl::unexpected(SyntaxError{i, {"}} สำหรับวงเล็บปีกกาเดี่ยว", "`}}` for a brace as text"}, "}"});
    } else if (c == '{') {
      const std::size_t close = text.find('}', i);
      if (close == std::string_view::npos)
        return tl::unexpected(SyntaxError{
            i, {"} ปิดท้าย (หรือ {{ สำหรับวงเล็บปีกกาเดี่ยว)", "a closing `}` (or `{{` for a brace as text)"}, "{"});
      flush(close + 1);
      auto placeholder = placeholder_of(text.substr(i + 1, close - i - 1), i + 1);
      if (!placeholder) return tl::unexpected(placeholder.error());
      pieces.emplace_back(std::move(*placeholder));
      i = close + 1;
    } else {
      literal.text += c;
      ++i;
    }
  }
  flush(text.size());
  return pieces;
}

}  // namespace phaen::templates
