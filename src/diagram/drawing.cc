// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/drawing.h"

#include <utility>

namespace phaen::diagram {

using base::Length;

base::Size paper_size(Paper paper, Orientation orientation) {
  const base::Size upright =
      paper == Paper::A4 ? base::Size{Length::mm(210), Length::mm(297)} : base::Size{Length::mm(297), Length::mm(420)};
  return orientation == Orientation::Portrait ? upright : base::Size{upright.height, upright.width};
}

Drawing::Drawing() : links(1) { add_tag(page::Role::Document); }

page::TagId Drawing::add_tag(page::Role role, page::TagId parent, std::string alternative) {
  page::Tag tag;
  tag.role = role;
  tag.parent = parent;
  tag.alternative = std::move(alternative);
  tags.push_back(std::move(tag));
  return static_cast<page::TagId>(tags.size() - 1);
}

line::LinkId Drawing::link(const std::string& target) {
  if (target.empty()) return 0;
  const auto [at, added] = link_ids_.emplace(target, static_cast<line::LinkId>(links.size()));
  if (added) links.push_back(target);
  return at->second;
}

page::Pages to_pages(Drawing&& drawing, page::FileInfo info) {
  page::Pages pages;
  pages.info = std::move(info);
  if (pages.info.title.empty()) pages.info.title = drawing.title;
  pages.pages = std::move(drawing.pages);
  pages.tags = std::move(drawing.tags);
  pages.outline = std::move(drawing.outline);
  pages.links = std::move(drawing.links);
  return pages;
}

}  // namespace phaen::diagram
