// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map_text.h"

namespace phaen::diagram {

TextPiece plain_piece(std::string text) {
  TextPiece piece;
  piece.text = std::move(text);
  return piece;
}

TextPiece bold_piece(std::string text) {
  TextPiece piece = plain_piece(std::move(text));
  piece.bold = true;
  return piece;
}

TextPiece to_piece(const doc::Printed& printed, Drawing& drawing) {
  TextPiece piece = plain_piece(printed.text);
  piece.origin = printed.origin;
  piece.link = drawing.link(printed.link);
  return piece;
}

std::vector<TextPiece> to_pieces(const doc::Sentence& sentence, Drawing& drawing) {
  std::vector<TextPiece> pieces;
  for (const doc::Printed& printed : sentence) pieces.push_back(to_piece(printed, drawing));
  return pieces;
}

BoxText indicator_text(const doc::MapIndicator& indicator, Drawing& drawing) {
  BoxText text;
  text.pieces.push_back(bold_piece(indicator.label + " : "));
  for (TextPiece& piece : to_pieces(indicator.sentence, drawing)) text.pieces.push_back(std::move(piece));
  return text;
}

BoxText labelled_text(const std::string& label, const doc::Printed& printed, Drawing& drawing) {
  BoxText text;
  if (!label.empty()) text.pieces.push_back(bold_piece(label + " : "));
  text.pieces.push_back(to_piece(printed, drawing));
  return text;
}

BoxText gap_text(std::string words) {
  BoxText text;
  text.pieces.push_back(bold_piece(std::move(words)));
  text.colour = kAlarm;
  return text;
}

ShapeStyle gap_style() { return {kWhite, page::Stroke::Dashed, base::Length::pt(1), kAlarm}; }

FrameText frame_text(const doc::MapWords& words, std::string alternative) {
  return {words.title, words.subtitle, words.unit_line, words.notes, std::move(alternative)};
}

}  // namespace phaen::diagram
