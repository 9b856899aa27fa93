// SPDX-License-Identifier: GPL-3.0-or-later
// Places the boxes of a page: an order-preserving least-squares fit of each column to its neighbours (isotonic
// regression by pooling adjacent violators, linear time), swept over the columns a few times.
#include <algorithm>

#include "diagram/cascade_page.h"

namespace phaen::diagram {

using base::Length;

namespace {

/// A box with what hangs under it, moved as one.
struct Block {
  std::vector<BoxIndex> boxes;
  std::vector<double> offsets;  ///< of each box from the block's top
  double height = 0, gap = 0;   ///< gap: kept free below it
};

double points(Length length) { return length.to_pt(); }

class Placer {
 public:
  explicit Placer(CascadePage& page) : page_(page), top_(page.boxes.size()), links_(page.boxes.size()) {
    for (const CascadeLink& link : page.links) {
      links_[link.from].push_back(link.to);
      links_[link.to].push_back(link.from);
    }
    for (const CascadeColumn& column : page.columns) columns_.push_back(blocks_of(column));
  }

  double needed() const {
    double most = 0;
    for (const auto& blocks : columns_) most = std::max(most, total(blocks));
    return most;
  }

  /// Boxes further apart, up to twice the gap, where the page has room.
  void stretch(double height) {
    for (auto& blocks : columns_) {
      if (blocks.size() < 2) continue;
      const double spare = (height - total(blocks)) / static_cast<double>(blocks.size() - 1);
      const double more = std::clamp(spare * 0.5, 0.0, points(kBoxGap));
      for (Block& block : blocks) block.gap += more;
    }
  }

  void run(double height) {
    height_ = height;
    for (std::size_t i = 0; i < columns_.size(); ++i) pack(columns_[i]);
    const std::size_t fullest = find_fullest();
    for (std::size_t i = fullest; i-- > 0;) fit(i, i + 1, kNone);
    for (std::size_t i = fullest + 1; i < columns_.size(); ++i) fit(i, i - 1, kNone);
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < columns_.size(); ++i) fit(i, i == 0 ? kNone : i - 1, i + 1);
      for (std::size_t i = columns_.size(); i-- > 0;) fit(i, i == 0 ? kNone : i - 1, i + 1);
    }
  }

  void write() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const CascadeColumn& column = page_.columns[i];
      for (const BoxIndex index : column.boxes) {
        CascadeBox& box = page_.boxes[index];
        const Length indent = box.host == kNoBox ? Length() : kHangingIndent;
        box.area = {column.x + indent, Length::pt(top_[index]), column.width - indent, box.height};
      }
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<Block> blocks_of(const CascadeColumn& column) const {
    std::vector<Block> blocks;
    for (const BoxIndex index : column.boxes) {
      const CascadeBox& box = page_.boxes[index];
      const bool hangs = box.host != kNoBox && !blocks.empty();
      if (!hangs) blocks.emplace_back();
      Block& block = blocks.back();
      block.offsets.push_back(hangs ? block.height + points(kHangingGap) : 0);
      block.height = block.offsets.back() + points(box.height);
      block.boxes.push_back(index);
      block.gap = points(box.kind == CascadeBox::Kind::Lane ? kBoxGap / 2 : kBoxGap);
    }
    return blocks;
  }

  static double total(const std::vector<Block>& blocks) {
    double sum = 0;
    for (const Block& block : blocks) sum += block.height + block.gap;
    return blocks.empty() ? 0 : sum - blocks.back().gap;
  }

  std::size_t find_fullest() const {
    std::size_t fullest = 0;
    for (std::size_t i = 1; i < columns_.size(); ++i)
      if (total(columns_[i]) > total(columns_[fullest])) fullest = i;
    return fullest;
  }

  void set_top(const Block& block, double top) {
    for (std::size_t i = 0; i < block.boxes.size(); ++i) top_[block.boxes[i]] = top + block.offsets[i];
  }

  void pack(const std::vector<Block>& blocks) {
    double top = std::max(0.0, (height_ - total(blocks)) / 2);
    for (const Block& block : blocks) {
      set_top(block, top);
      top += block.height + block.gap;
    }
  }

  /// Where the block's top should be so that its boxes stand level with what they are linked with in these columns.
  double wish(const Block& block, std::size_t left, std::size_t right) const {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < block.boxes.size(); ++i) {
      const double middle = block.offsets[i] + points(page_.boxes[block.boxes[i]].height) / 2;
      for (const BoxIndex other : links_[block.boxes[i]]) {
        const std::size_t column = page_.boxes[other].column;
        if (column != left && column != right) continue;
        sum += top_[other] + points(page_.boxes[other].height) / 2 - middle;
        ++count;
      }
    }
    return count > 0 ? sum / static_cast<double>(count) : top_[block.boxes.front()];
  }

  /// Minimises the squared distances to the wishes with the order and the gaps kept, between 0 and height_.
  void fit(std::size_t index, std::size_t left, std::size_t right) {
    struct Pool {
      double sum = 0;
      std::size_t count = 0;
      double mean() const { return sum / static_cast<double>(count); }
    };
    const std::vector<Block>& blocks = columns_[index];
    std::vector<Pool> pools;
    double offset = 0;
    for (const Block& block : blocks) {
      pools.push_back({wish(block, left, right) - offset, 1});
      while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
        pools[pools.size() - 2].sum += pools.back().sum;
        pools[pools.size() - 2].count += pools.back().count;
        pools.pop_back();
      }
      offset += block.height + block.gap;
    }
    const double lowest = std::max(0.0, height_ - total(blocks));
    std::size_t at = 0;
    offset = 0;
    for (const Pool& pool : pools)
      for (std::size_t i = 0; i < pool.count; ++i, ++at) {
        set_top(blocks[at], std::clamp(pool.mean(), 0.0, lowest) + offset);
        offset += blocks[at].height + blocks[at].gap;
      }
  }

  CascadePage& page_;
  double height_ = 0;
  std::vector<double> top_;
  std::vector<std::vector<BoxIndex>> links_;
  std::vector<std::vector<Block>> columns_;
};

}  // namespace

Length needed_height(const CascadePage& page) {
  CascadePage copy = page;
  return Length::pt(Placer(copy).needed());
}

void place(CascadePage& page, Length height) {
  Placer placer(page);
  const double available = std::max(points(height), placer.needed());
  placer.stretch(available);
  placer.run(std::min(available, placer.needed()));
  placer.write();
  Length bottom;
  for (const CascadeBox& box : page.boxes) bottom = std::max(bottom, box.area.bottom());
  page.height = bottom;
}

}  // namespace phaen::diagram
