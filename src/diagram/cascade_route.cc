// SPDX-License-Identifier: GPL-3.0-or-later
// Routes the links of a page in the channels between its columns. A box has one trunk for all its links; a link bends
// at most twice, so nothing leaves its channel and nothing can pass through a box.
#include <algorithm>
#include <map>

#include "diagram/cascade_page.h"

namespace phaen::diagram {

using base::Length;
using base::Point;

namespace {

constexpr Length kPortMargin = Length::pt(3), kApart = Length::pt(1.8), kArrowRoom = Length::pt(8),
                 kTrackMargin = Length::pt(3), kWidestTrack = Length::pt(5);

/// All links of one box in one channel: a trunk with branches.
struct Net {
  BoxIndex source = kNoBox;
  Length out;
  std::vector<std::uint32_t> links;
  Length low, high;  ///< of the trunk
  std::size_t track = 0;
  bool straight = false;
};

class Channel {
 public:
  Channel(CascadePage& page, std::vector<std::uint32_t> links) : page_(page), links_(std::move(links)) {}

  void run(Length left, Length right) {
    make_nets();
    set_ports();
    part_ports();
    set_trunks();
    set_tracks();
    draw(left, right);
  }

 private:
  const CascadeBox& target(std::uint32_t link) const { return page_.boxes[page_.links[link].to]; }

  void make_nets() {
    std::map<BoxIndex, std::size_t> net_of;
    for (const std::uint32_t link : links_) {
      const BoxIndex source = page_.links[link].from;
      const auto [at, added] = net_of.emplace(source, nets_.size());
      if (added) {
        const base::Rect& area = page_.boxes[source].area;
        nets_.emplace_back();
        nets_.back().source = source;
        nets_.back().out = area.y + area.height / 2;
      }
      nets_[at->second].links.push_back(link);
    }
    std::sort(nets_.begin(), nets_.end(), [](const Net& a, const Net& b) { return a.out < b.out; });
  }

  /// Links into one box in the order of where they come from, around its middle; one that comes alone goes straight.
  void set_ports() {
    std::map<BoxIndex, std::vector<std::pair<Length, std::uint32_t>>> into;
    for (const Net& net : nets_)
      for (const std::uint32_t link : net.links) into[page_.links[link].to].emplace_back(net.out, link);
    for (auto& [box, ends] : into) {
      const base::Rect& area = page_.boxes[box].area;
      const Length middle = area.y + area.height / 2;
      if (ends.size() == 1) {
        const bool level = ends[0].first >= area.y + kPortMargin && ends[0].first <= area.bottom() - kPortMargin;
        const bool lane = page_.boxes[box].kind == CascadeBox::Kind::Lane;
        port_[ends[0].second] = level && !lane ? ends[0].first : middle;
        continue;
      }
      std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      const auto count = static_cast<std::int64_t>(ends.size());
      const Length step = std::min(Length::pt(6), (area.height - kPortMargin * 2) / (count - 1));
      Length y = middle - step * (count - 1) / 2;
      for (const auto& [out, link] : ends) {
        port_[link] = y;
        y += step;
      }
    }
  }

  /// Ends of different trunks on one height would look like one line: ports move a little.
  void part_ports() {
    std::vector<std::pair<Length, BoxIndex>> outs;
    for (const Net& net : nets_) outs.emplace_back(net.out, net.source);
    const auto meets = [&](Length y, BoxIndex source) {
      auto at = std::lower_bound(outs.begin(), outs.end(), std::pair{y - kApart, BoxIndex{0}});
      for (; at != outs.end() && at->first < y + kApart; ++at)
        if (at->second != source) return true;
      return false;
    };
    for (auto& [link, y] : port_) {
      const CascadeBox& box = target(link);
      if (box.kind == CascadeBox::Kind::Lane) continue;
      const BoxIndex source = page_.links[link].from;
      for (int step = 0; step < 9 && meets(y, source); ++step) {
        const Length moved = y + (step % 2 == 0 ? kApart : -kApart) * (step + 1);
        if (moved > box.area.y + Length::pt(1.5) && moved < box.area.bottom() - Length::pt(1.5)) y = moved;
      }
    }
  }

  void set_trunks() {
    for (Net& net : nets_) {
      net.low = net.high = net.out;
      for (const std::uint32_t link : net.links) {
        net.low = std::min(net.low, port_[link]);
        net.high = std::max(net.high, port_[link]);
      }
      net.straight = net.low == net.high;
    }
  }

  /// Trunks that lead down stand the further right the higher they begin, those that lead up the further right the
  /// lower they begin: neighbours then do not cross.
  void set_tracks() {
    std::vector<Net*> order;
    for (Net& net : nets_)
      if (!net.straight) order.push_back(&net);
    const auto leads_down = [](const Net* net) { return net->high - net->out >= net->out - net->low; };
    std::stable_sort(order.begin(), order.end(), [&](const Net* a, const Net* b) {
      if (leads_down(a) != leads_down(b)) return leads_down(a);
      return leads_down(a) ? a->out > b->out : a->out < b->out;
    });
    std::vector<std::map<Length, Length>> tracks;  // low -> high of what stands on it
    for (Net* net : order) {
      std::size_t track = 0;
      while (track < tracks.size() && !is_free(tracks[track], *net)) ++track;
      if (track == tracks.size()) tracks.emplace_back();
      tracks[track].emplace(net->low, net->high);
      net->track = track;
    }
    track_count_ = tracks.size();
  }

  static bool is_free(const std::map<Length, Length>& track, const Net& net) {
    const auto after = track.upper_bound(net.high + kApart);
    return after == track.begin() || std::prev(after)->second + kApart < net.low;
  }

  void draw(Length left, Length right) {
    const Length from = left + kTrackMargin, to = right - kArrowRoom;
    const auto count = static_cast<std::int64_t>(track_count_);
    const Length step = std::min(kWidestTrack, (to - from) / (count + 1));
    const Length first = from + ((to - from) - step * (count - 1)) / 2;
    for (const Net& net : nets_) {
      const base::Rect& source = page_.boxes[net.source].area;
      const Length x = first + step * static_cast<std::int64_t>(net.track);
      for (const std::uint32_t link : net.links) {
        const CascadeBox& box = target(link);
        const Length end = box.kind == CascadeBox::Kind::Lane ? box.area.right() : box.area.x, y = port_[link];
        std::vector<Point>& path = page_.links[link].path;
        path = {{source.right(), net.out}};
        if (y != net.out) {
          path.push_back({x, net.out});
          path.push_back({x, y});
        }
        path.push_back({end, y});
      }
    }
  }

  CascadePage& page_;
  std::vector<std::uint32_t> links_;
  std::vector<Net> nets_;
  std::map<std::uint32_t, Length> port_;  ///< by link
  std::size_t track_count_ = 0;
};

}  // namespace

void route(CascadePage& page) {
  std::vector<std::vector<std::uint32_t>> channels(page.columns.size());
  for (std::uint32_t i = 0; i < page.links.size(); ++i) channels[page.boxes[page.links[i].from].column].push_back(i);
  for (std::size_t i = 0; i + 1 < page.columns.size(); ++i) {
    const Length left = page.columns[i].x + page.columns[i].width;
    Channel(page, std::move(channels[i])).run(left, page.columns[i + 1].x);
  }
}

}  // namespace phaen::diagram
