// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "layout/carry.h"
#include "layout/compose.h"
#include "layout/cuts.h"
#include "layout/diagnostics.h"
#include "layout/furniture.h"
#include "layout/make_up.h"
#include "layout/references.h"
#include "layout/set_text.h"

namespace phaen::layout {
namespace {

using base::Length;

constexpr int kRounds = 3;

/// A section on its way to pages.
struct Slot {
  std::string name;
  Furniture furniture;
  std::optional<doc::Section> waiting;  ///< kept, because it prints page numbers of other pages
  std::string used;                     ///< the references it was set with
  base::Diagnostics diagnostics;        ///< of its last setting
  SectionPages set;
  std::vector<int> numbers;  ///< of its pages
  int last_number = 0;       ///< of the count they belong to
};

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// The label whose page number differs between two rounds.
std::string changed_label(const References& before, const References& after) {
  for (const auto& [label, folio] : after.folios) {
    const auto old = before.folios.find(label);
    if (old == before.folios.end() || old->second != folio) return label;
  }
  return after.listed.empty() ? std::string() : after.listed.front().label;
}

/// Line heights by the fonts' metrics: a style without a leading gets one in which no stacked mark touches a mark below
/// of the line before, and no leading is less than the font's own line.
doc::DocumentInfo with_leading(doc::DocumentInfo info, const text::FontBook& fonts) {
  for (doc::ParagraphStyle& style : info.styles.styles) {
    const auto face = fonts.find_face(info.styles.family, style.bold, style.italic);
    if (!face) continue;
    const text::FaceMetrics& metrics = fonts.metrics(*face);
    const Length size = style.size * metrics.scale_permille / 1000;
    const bool own = style.leading > Length();
    const int least = own ? metrics.ascent + metrics.descent : metrics.clip_height;
    style.leading = std::max(leading(style), fonts.width(*face, least, size));
  }
  return info;
}

}  // namespace

struct Typesetter::State {
  doc::DocumentInfo info;
  Context context;
  Faces faces;
  LinkTable links;
  References references;
  std::vector<Slot> slots;

  State(doc::DocumentInfo document, Context set_with)
      : info(with_leading(std::move(document), set_with.fonts)),
        context(std::move(set_with)),
        faces(context.fonts, info.styles.family) {}

  Environment environment(const std::string& section, const doc::PageGeometry& geometry, doc::Folio folio,
                          base::Diagnostics& diagnostics);
  SetLines set_synthetic_note(Environment& environment);
  SectionPages typeset(const doc::Section& section, std::size_t index, base::Diagnostics& diagnostics);
  void typeset_waiting();
  void number_pages();
  References collect() const;
  void resolve();
  void check_labels();
  void check_links();
  page::Pages assemble();
  void move_section(Slot& slot, page::Pages& pages);
  void find_last_numbers();
  const doc::Inlines& head_of(const Slot& slot, std::uint32_t page);

  std::map<int, doc::Inlines> headings;  ///< the last of each level, up to the page being assembled
  int heading_level = 0;                 ///< of the last heading tag
};

Environment Typesetter::State::environment(const std::string& section, const doc::PageGeometry& geometry,
                                           doc::Folio folio, base::Diagnostics& diagnostics) {
  return {info,
          {context.fonts, context.breaker, diagnostics, context.watch},
          faces,
          links,
          references,
          section,
          measure_width(geometry),
          body_height(geometry),
          folio,
          context.locate,
          context.origins};
}

/// The note on synthetic figures in small type, whatever the size of notes.
SetLines Typesetter::State::set_synthetic_note(Environment& environment) {
  if (info.synthetic_note.empty()) return {};
  doc::ParagraphStyle style = named_style(info.styles, "note");
  style.size = Length::pt(12);
  style.leading = {};
  const doc::Inlines text{doc::TextSpan{info.synthetic_note, {}, base::kNoOrigin, {}}};
  ParagraphBox box;
  box.width = environment.measure;
  box.leading = leading(style);
  return set_lines(styled_text(text, style, environment), box, environment);
}

/// The spine: one section, all its stages.
SectionPages Typesetter::State::typeset(const doc::Section& section, std::size_t index,
                                        base::Diagnostics& diagnostics) {
  Environment with = environment(section.name, section.geometry, section.folio, diagnostics);
  if (with.measure <= Length() || with.body <= Length()) {
    diagnostics.add(diagnostics::no_room(section.name));
    return {};
  }
  Galley galley = compose(section, index, with);
  const SetLines note = set_synthetic_note(with);
  if (context.galley_dump) *context.galley_dump += dump(galley, context.fonts);
  const base::WatchedStage watched(context.watch, "paginate");
  const std::vector<PageCut> cuts = cut(galley, with.body, section.name, diagnostics);
  set_carried_rows(galley, cuts, with);
  return make_up(std::move(galley), cuts, {section.geometry, context.origins, note});
}

void Typesetter::State::typeset_waiting() {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    Slot& slot = slots[i];
    if (!slot.waiting) continue;
    std::string used = used_references(*slot.waiting, references);
    if (!slot.set.tags.empty() && used == slot.used) continue;
    slot.used = std::move(used);
    slot.diagnostics = {};
    slot.set = typeset(*slot.waiting, i, slot.diagnostics);
  }
}

/// Each kind of folio counts on from section to section; unnumbered sections do not count.
void Typesetter::State::number_pages() {
  int decimal = 1, letters = 1;
  for (Slot& slot : slots) {
    int& counter = slot.furniture.folio == doc::Folio::ThaiLetters ? letters : decimal;
    if (slot.furniture.restart_at) counter = *slot.furniture.restart_at;
    slot.numbers.clear();
    for (page::Page& page : slot.set.pages) {
      page.folio = folio_text(counter, slot.furniture.folio, info.digits);
      slot.numbers.push_back(counter);
      if (slot.furniture.folio != doc::Folio::None) ++counter;
    }
  }
}

References Typesetter::State::collect() const {
  References found;
  for (const Slot& slot : slots) {
    for (const PlacedMark& placed : slot.set.marks) {
      const Mark& mark = placed.mark;
      const std::string& folio = slot.set.pages.at(placed.page).folio;
      if (mark.kind == Mark::Kind::MapStart) {
        found.map_pages.emplace(mark.label, slot.numbers.at(placed.page));
        continue;
      }
      found.folios.emplace(mark.label, folio);
      if (!mark.listed) continue;
      found.listed.push_back({mark.kind, mark.level, one_line(doc::plain_text(mark.text)), mark.label, folio});
    }
  }
  return found;
}

/// Sets the waiting sections until the numbers they print are the numbers they cause.
void Typesetter::State::resolve() {
  number_pages();
  references = collect();
  bool settled = false;
  for (int round = 0; round < kRounds && !settled; ++round) {
    typeset_waiting();
    number_pages();
    References found = collect();
    settled = found == references;
    if (!settled && round + 1 == kRounds) {
      context.diagnostics.add(diagnostics::numbers_do_not_settle(changed_label(references, found)));
    }
    references = std::move(found);
  }
  for (const Slot& slot : slots) context.diagnostics.append(slot.diagnostics);
}

void Typesetter::State::check_labels() {
  std::set<std::string_view> seen;
  for (const Slot& slot : slots) {
    for (const PlacedMark& placed : slot.set.marks) {
      if (!seen.insert(placed.mark.label).second) {
        context.diagnostics.add(diagnostics::label_twice(slot.name, placed.mark.label));
      }
    }
  }
}

/// Every reference and every link inside the document has a place it points at.
void Typesetter::State::check_links() {
  std::set<std::string> told;
  const auto check = [&](const std::string& section, const std::string& label) {
    if (references.folios.contains(label) || !told.insert(label).second) return;
    context.diagnostics.add(diagnostics::unknown_label(section, label));
  };
  for (const Slot& slot : slots) {
    if (!slot.waiting) continue;
    for (const std::string& label : referred_labels(*slot.waiting)) check(slot.name, label);
  }
  for (const std::string& target : links.links()) {
    if (target.starts_with('#')) check({}, target.substr(1));
  }
}

/// A count goes from one restart to the next, over all sections with the kind of folio.
void Typesetter::State::find_last_numbers() {
  int decimal = 0, letters = 0;
  for (std::size_t i = slots.size(); i-- > 0;) {
    Slot& slot = slots[i];
    if (slot.furniture.folio == doc::Folio::None || slot.numbers.empty()) continue;
    int& last = slot.furniture.folio == doc::Folio::ThaiLetters ? letters : decimal;
    if (last == 0) last = slot.numbers.back();
    slot.last_number = last;
    if (slot.furniture.restart_at) last = 0;
  }
}

/// The first heading of the wanted level on the page, else the last one before it, else the section's own head.
const doc::Inlines& Typesetter::State::head_of(const Slot& slot, std::uint32_t page) {
  const int wanted = slot.furniture.running_heading;
  const doc::Inlines* here = nullptr;
  for (const PlacedMark& placed : slot.set.marks) {
    if (placed.page != page || placed.mark.kind != Mark::Kind::Heading) continue;
    // A heading ends those of deeper levels.
    headings.erase(headings.upper_bound(placed.mark.level), headings.end());
    headings[placed.mark.level] = placed.mark.text;
    if (placed.mark.level == wanted && !here) here = &placed.mark.text;
  }
  if (here) return *here;
  const auto found = headings.find(wanted);
  return found == headings.end() ? slot.furniture.running_head : found->second;
}

/// The role of a heading below the one before it: tags go down one level at a time (PDF/UA-1, 7.4.2), also where a
/// template skips one. `last` is that heading's level, 0 before the first.
page::Role heading_in_order(page::Role role, int& last) {
  constexpr int kFirst = static_cast<int>(page::Role::H1), kLast = static_cast<int>(page::Role::H6);
  const int wanted = static_cast<int>(role);
  if (wanted < kFirst || wanted > kLast) return role;
  last = std::min(wanted - kFirst, last) + 1;
  return static_cast<page::Role>(kFirst + last - 1);
}

/// Moves a section's pages behind the others, with its tags renumbered and its margins filled.
void Typesetter::State::move_section(Slot& slot, page::Pages& pages) {
  const auto offset = static_cast<page::TagId>(pages.tags.size() - 1);
  const auto renumbered = [&](page::TagId tag) {
    return tag == page::kArtifact || tag == page::kRoot ? tag : tag + offset;
  };
  for (std::size_t i = 1; i < slot.set.tags.size(); ++i) {
    page::Tag tag = std::move(slot.set.tags[i]);
    tag.parent = renumbered(tag.parent);
    tag.role = heading_in_order(tag.role, heading_level);
    pages.tags.push_back(std::move(tag));
  }
  Environment with = environment(slot.name, slot.furniture.geometry, slot.furniture.folio, context.diagnostics);
  const std::string last = folio_text(slot.last_number, slot.furniture.folio, info.digits);
  for (std::size_t i = 0; i < slot.set.pages.size(); ++i) {
    page::Page& page = slot.set.pages[i];
    for (page::TextLine& line : page.lines) line.tag = renumbered(line.tag);
    for (page::Picture& picture : page.pictures) picture.tag = renumbered(picture.tag);
    for (page::Path& path : page.paths) path.tag = renumbered(path.tag);
    const doc::Inlines& head = head_of(slot, static_cast<std::uint32_t>(i));
    add_furniture(slot.furniture, {slot.numbers[i], last, head, i == 0}, with, page);
    trim(page);
    pages.pages.push_back(std::move(page));
  }
  for (const PlacedMark& placed : slot.set.marks) {
    const Mark& mark = placed.mark;
    if (mark.kind != Mark::Kind::Heading || !mark.listed) continue;
    pages.outline.push_back({mark.level, one_line(doc::plain_text(mark.text)), mark.label});
  }
  slot = {};
}

page::Pages Typesetter::State::assemble() {
  page::Pages pages;
  pages.info = {info.title, info.subject, info.author, info.issue_date};
  pages.tags.push_back({page::Role::Document, page::kRoot, 1, 1, true, {}});
  find_last_numbers();
  for (Slot& slot : slots) move_section(slot, pages);
  pages.links = links.links();
  return pages;
}

Typesetter::Typesetter(doc::DocumentInfo info, Context context)
    : state_(std::make_unique<State>(std::move(info), std::move(context))) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;

void Typesetter::add(doc::Section section) {
  Slot slot;
  slot.name = section.name;
  slot.furniture = furniture_of(section);
  if (state_->context.fonts.face_count() > 0) {
    if (needs_references(section)) {
      slot.waiting = std::move(section);
    } else {
      slot.set = state_->typeset(section, state_->slots.size(), state_->context.diagnostics);
    }
  }
  state_->slots.push_back(std::move(slot));
}

page::Pages Typesetter::finish() {
  State& state = *state_;
  if (state.context.fonts.face_count() == 0) {
    state.context.diagnostics.add(diagnostics::no_face(state.info.styles.family, false, false));
    return state.assemble();
  }
  state.resolve();
  state.check_labels();
  state.check_links();
  return state.assemble();
}

}  // namespace phaen::layout
