// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_trie.h"

#include <algorithm>

namespace phaen::text {

WordTrie::WordTrie(const std::vector<std::u32string>& words, Direction direction) : direction_(direction) {
  Building children(1);
  std::vector<bool> is_word(1, false);
  for (const std::u32string& word : words) {
    std::uint32_t node = 0;
    const auto add = [&](char32_t character) {
      const auto [edge, is_new] = children[node].try_emplace(character, static_cast<std::uint32_t>(children.size()));
      node = edge->second;
      if (!is_new) return;
      children.emplace_back();
      is_word.push_back(false);
    };
    if (direction == Direction::Forward)
      std::for_each(word.begin(), word.end(), add);
    else
      std::for_each(word.rbegin(), word.rend(), add);
    if (node != 0) is_word[node] = true;
  }
  nodes_.resize(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) {
    nodes_[i] = {static_cast<std::uint32_t>(edges_.size()), static_cast<std::uint32_t>(children[i].size()), is_word[i]};
    for (const auto& [character, node] : children[i]) edges_.push_back({character, node});
  }
  for (const auto& [character, node] : children[0])
    if (character >= 0x0E00 && character < 0x0E80) thai_roots_[character - 0x0E00] = node;
}

std::uint32_t WordTrie::step(std::uint32_t node, char32_t character) const {
  if (node == 0 && character >= 0x0E00 && character < 0x0E80) return thai_roots_[character - 0x0E00];
  const Node& from = nodes_[node];
  const auto begin = edges_.begin() + from.first_edge, end = begin + from.edge_count;
  const auto edge = std::lower_bound(begin, end, character, [](const Edge& e, char32_t c) { return e.character < c; });
  return edge != end && edge->character == character ? edge->node : 0;
}

std::size_t WordTrie::longest(std::u32string_view text, std::size_t at) const {
  const bool forward = direction_ == Direction::Forward;
  const std::size_t room = forward ? text.size() - at : at;
  std::uint32_t node = 0;
  std::size_t longest = 0;
  for (std::size_t length = 1; length <= room; ++length) {
    node = step(node, forward ? text[at + length - 1] : text[at - length]);
    if (node == 0) break;
    if (nodes_[node].is_word) longest = length;
  }
  return longest;
}

bool WordTrie::contains(std::u32string_view text, std::size_t begin, std::size_t end) const {
  std::uint32_t node = 0;
  for (std::size_t i = begin; i < end; ++i)
    if ((node = step(node, text[i])) == 0) return false;
  return nodes_[node].is_word;
}

}  // namespace phaen::text
