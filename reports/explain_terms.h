#pragma once

#include "gifting/box.h"
#include "reports/explain.h"
#include "reports/find_movements.h"
#include "reports/roll_forward.h"

namespace giftbox::reports {

/// The parts of a box's cost.
enum class BoxPart { Contents, Packaging, Labor, Goods, Total };
foundation::Money partOf(const budget::BoxCost& cost, BoxPart part);

/// What explains things further.
std::string explainedBy(books::BoxNo box);
std::string explainedBy(books::LotNo lot);
/// `report 2026-11 total_cost`
std::string explainedBy(foundation::Month month, std::string_view column);

/// Whether the goods taken for a box belong to the part.
bool isOf(BoxPart part, inventory::ItemKind kind);
/// What a box took from a lot, at this level, and under it the receipt of the lot.
void addDraw(const BoxDraw& draw, std::int64_t level, Explanation& out);
/// The labor of a box, at this level, and under it minutes and rate.
void addLabor(const books::ReadTransaction& tx, const gifting::Box& box, std::int64_t level,
              Explanation& out);
/// What a part of a box is made of, at this level.
void addParts(const books::ReadTransaction& tx, const gifting::Box& box, BoxPart part,
              std::int64_t level, Explanation& out);

/// A list of movements, the next page of it: those that `takes` accepts, as terms of `sign`.
struct MovementTerms {
    foundation::Month month;
    std::string kinds; ///< each between commas
    int sign = 1;
};
void addMovements(const books::ReadTransaction& tx, const MovementTerms& terms,
                  const std::function<bool(const MovementTerm&)>& takes, Explanation& out);

} // namespace giftbox::reports
