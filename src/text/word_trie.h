// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace phaen::text {

/// A set of words, asked for the longest one that begins (or, built reversed, ends) at a place of a text.
class WordTrie {
 public:
  enum class Direction { Forward, Backward };

  WordTrie(const std::vector<std::u32string>& words, Direction direction);

  /// Length of the longest word that begins at `at`, Forward, or that ends before `at`, Backward. 0 = none.
  std::size_t longest(std::u32string_view text, std::size_t at) const;
  /// Whether text[begin, end) is a word of the set. REQUIRES: Forward.
  bool contains(std::u32string_view text, std::size_t begin, std::size_t end) const;

 private:
  struct Edge {
    char32_t character;
    std::uint32_t node;
  };
  struct Node {
    std::uint32_t first_edge = 0, edge_count = 0;
    bool is_word = false;
  };
  using Building = std::vector<std::map<char32_t, std::uint32_t>>;

  std::uint32_t step(std::uint32_t node, char32_t character) const;  // 0 = no such edge

  Direction direction_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::array<std::uint32_t, 0x80> thai_roots_{};  // children of the root in U+0E00-0E7F
};

}  // namespace phaen::text
