// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/structure.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "base/format.h"

namespace phaen::pdf {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// One entry of an element's /K, in reading order. `page` counts from 0.
struct Item {
  enum class Kind : std::uint8_t {
    Content,     // number: marked-content identifier on the page
    Annotation,  // number: index of the link area in the document
    Element,     // number: a link element made here
  };
  std::uint32_t owner = 0, page = 0, number = 0;
  Kind kind = Kind::Content;
};

// A Link element inside an element of the document: links are runs of a line, so `tags` does not hold them.
struct LinkElement {
  ObjectId id = 0;
  page::TagId parent = 0;
};

// Elements are numbered: first the tags, then the links. Lists of items and children are chains, so that the whole
// tree costs 16 bytes an item and 16 an element.
class Tree {
 public:
  Tree(const std::vector<page::Tag>& tags, const Numbering& numbering, ObjectWriter& writer)
      : tags_(tags), numbering_(numbering), writer_(writer), first_tag_(writer.reserve(tags.size())) {}

  void read(const std::vector<PageRecord>& pages);
  ObjectId write();

 private:
  ObjectId id(std::uint32_t element) const {
    return element < tags_.size() ? first_tag_ + element : links_[element - tags_.size()].id;
  }
  std::uint32_t element_of(const Owner& owner, std::uint32_t page);
  void read_page(const PageRecord& record, std::uint32_t page);
  void chain();
  void write_element(std::uint32_t element, ObjectId root);
  void append_item(std::string& kids, const Item& item, std::uint32_t page) const;
  std::string attributes(std::uint32_t element) const;
  ObjectId write_parent_tree();
  std::string note_ids() const;

  const std::vector<page::Tag>& tags_;
  const Numbering& numbering_;
  ObjectWriter& writer_;
  ObjectId first_tag_;
  std::vector<LinkElement> links_;
  Owner open_link_;  // the owner of the last content, when it was a link
  std::vector<Item> items_;
  std::vector<ObjectId> page_parents_, annotation_parents_;
  std::unordered_map<page::TagId, std::pair<std::uint32_t, base::Rect>> figures_;  // page height in units with the area
  // Chains: first item and next item; first child and next sibling; first item of the whole subtree.
  std::vector<std::uint32_t> first_item_, next_item_, first_child_, next_sibling_, reached_;
};

std::uint32_t Tree::element_of(const Owner& owner, std::uint32_t page) {
  if (owner.tag >= tags_.size()) throw std::logic_error("a mark of a structure element that is not in the tags");
  if (owner.link == 0) {
    open_link_ = {};
    return owner.tag;
  }
  if (open_link_ != owner) {  // a link that goes on in the next line stays one element
    const auto made = static_cast<std::uint32_t>(tags_.size() + links_.size());
    links_.push_back({writer_.reserve(), owner.tag});
    items_.push_back({owner.tag, page, made, Item::Kind::Element});
    open_link_ = owner;
  }
  return static_cast<std::uint32_t>(tags_.size() + links_.size() - 1);
}

void Tree::read_page(const PageRecord& record, std::uint32_t page) {
  std::string parents = "[";
  std::uint32_t content = 0;
  std::size_t link = 0;
  for (std::size_t i = 0; i < record.marks.size(); ++i) {
    if (record.marks[i].tag == page::kArtifact) continue;
    const std::uint32_t element = element_of(record.marks[i], page);
    items_.push_back({element, page, content++, Item::Kind::Content});
    parents += reference(id(element)) + " ";
    for (; link < record.links.size() && record.links[link].mark == i; ++link) {
      items_.push_back({element, page, static_cast<std::uint32_t>(annotation_parents_.size()), Item::Kind::Annotation});
      annotation_parents_.push_back(id(element));
    }
  }
  page_parents_.push_back(writer_.add(parents + "]"));
  for (const FigureArea& figure : record.figures) {
    const auto height = static_cast<std::uint32_t>(record.size.height.units());
    figures_.emplace(figure.tag, std::pair(height, figure.area));
  }
}

void Tree::read(const std::vector<PageRecord>& pages) {
  for (std::size_t i = 0; i < pages.size(); ++i) read_page(pages[i], static_cast<std::uint32_t>(i));
}

void Tree::chain() {
  const std::size_t elements = tags_.size() + links_.size();
  first_item_.assign(elements, kNone);
  next_item_.assign(items_.size(), kNone);
  for (std::size_t i = items_.size(); i-- > 0;) {
    next_item_[i] = first_item_[items_[i].owner];
    first_item_[items_[i].owner] = static_cast<std::uint32_t>(i);
  }
  first_child_.assign(elements, kNone);
  next_sibling_.assign(elements, kNone);
  reached_ = first_item_;
  for (std::size_t tag = tags_.size(); tag-- > 1;) {
    const page::TagId parent = tags_[tag].parent;
    if (parent >= tags_.size() || parent >= tag) throw std::logic_error("a tag stands before its parent");
    next_sibling_[tag] = first_child_[parent];
    first_child_[parent] = static_cast<std::uint32_t>(tag);
    reached_[parent] = std::min(reached_[parent], reached_[tag]);
  }
}

void Tree::append_item(std::string& kids, const Item& item, std::uint32_t page) const {
  const std::string page_entry = item.page == page ? "" : "/Pg " + reference(numbering_.first_page + item.page);
  switch (item.kind) {
    case Item::Kind::Content:
      kids += page_entry.empty() ? base::format("{} ", item.number)
                                 : base::format("<</Type/MCR{}/MCID {}>>", page_entry, item.number);
      break;
    case Item::Kind::Annotation:
      kids += base::format("<</Type/OBJR{}/Obj {}>>", page_entry, reference(numbering_.first_annotation + item.number));
      break;
    case Item::Kind::Element: kids += reference(id(item.number)) + " "; break;
  }
}

std::string Tree::attributes(std::uint32_t element) const {
  const page::Tag& tag = tags_[element];
  std::string out;
  if (tag.role == page::Role::TH || tag.role == page::Role::TD) {
    std::string entries;
    if (tag.role == page::Role::TH) entries += tag.column_scope ? "/Scope/Column" : "/Scope/Row";
    if (tag.row_span > 1) entries += base::format("/RowSpan {}", tag.row_span);
    if (tag.column_span > 1) entries += base::format("/ColSpan {}", tag.column_span);
    if (!entries.empty()) out += "/A<</O/Table" + entries + ">>";
  }
  if (const auto figure = figures_.find(element); figure != figures_.end()) {
    const auto& [page_height, area] = figure->second;
    const base::Length height = base::Length::raw(page_height);
    out += base::format("/A<</O/Layout/Placement/Block/BBox[{} {} {} {}]>>", number(area.x),
                        number(height - area.bottom()), number(area.right()), number(height - area.y));
  }
  if (!tag.alternative.empty()) out += "/Alt" + text_string(tag.alternative);
  if (tag.role == page::Role::Note) out += base::format("/ID(n{:09})", element);
  return out;
}

void Tree::write_element(std::uint32_t element, ObjectId root) {
  const bool is_tag = element < tags_.size();
  std::uint32_t item = first_item_[element];
  const std::uint32_t page = item == kNone ? kNone : items_[item].page;
  std::string kids;
  const auto append_until = [&](std::uint32_t ordinal) {
    for (; item != kNone && item < ordinal; item = next_item_[item]) append_item(kids, items_[item], page);
  };
  for (std::uint32_t child = first_child_[element]; child != kNone; child = next_sibling_[child]) {
    if (reached_[child] != kNone) append_until(reached_[child]);
    kids += reference(id(child)) + " ";
  }
  append_until(kNone);
  const ObjectId parent = !is_tag        ? id(links_[element - tags_.size()].parent)
                          : element == 0 ? root
                                         : id(tags_[element].parent);
  std::string body = base::format("<</S/{}/P {}", is_tag ? page::name(tags_[element].role) : "Link", reference(parent));
  if (page != kNone) body += "/Pg " + reference(numbering_.first_page + page);
  if (!kids.empty()) body += "/K[" + kids + "]";
  if (is_tag) body += attributes(element);
  writer_.add(id(element), body + ">>");
}

ObjectId Tree::write_parent_tree() {
  std::string numbers;
  for (std::size_t i = 0; i < page_parents_.size(); ++i)
    numbers += base::format("{} {} ", i, reference(page_parents_[i]));
  for (std::size_t i = 0; i < annotation_parents_.size(); ++i)
    numbers += base::format("{} {} ", page_parents_.size() + i, reference(annotation_parents_[i]));
  return writer_.add("<</Nums[" + numbers + "]>>");
}

// PDF/UA-1 7.9 wants an ID of every Note; the fixed width keeps the name tree sorted.
std::string Tree::note_ids() const {
  std::string names;
  for (std::uint32_t tag = 0; tag < tags_.size(); ++tag)
    if (tags_[tag].role == page::Role::Note) names += base::format("(n{:09}){} ", tag, reference(id(tag)));
  return names.empty() ? "" : "/IDTree<</Names[" + names + "]>>";
}

ObjectId Tree::write() {
  chain();
  const ObjectId root = writer_.reserve();
  for (std::uint32_t element = 0; element < tags_.size() + links_.size(); ++element) write_element(element, root);
  const ObjectId parents = write_parent_tree();
  writer_.add(root, base::format("<</Type/StructTreeRoot/K {}/ParentTree {}/ParentTreeNextKey {}{}>>", reference(id(0)),
                                 reference(parents), page_parents_.size() + annotation_parents_.size(), note_ids()));
  return root;
}

}  // namespace

ObjectId write_structure(const std::vector<page::Tag>& tags, const std::vector<PageRecord>& pages,
                         const Numbering& numbering, ObjectWriter& writer) {
  if (tags.empty() || tags[0].role != page::Role::Document) throw std::logic_error("the first tag is not the Document");
  Tree tree(tags, numbering, writer);
  tree.read(pages);
  return tree.write();
}

}  // namespace phaen::pdf
