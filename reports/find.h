#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace giftbox::reports {

/// What a search finds, in the order in which equally good finds are shown.
enum class FoundKind { Item, Recipient, Box, Supplier, Order, Delivery, Receipt, Recipe, Month };
inline constexpr std::array kFoundKinds = {
    FoundKind::Item,     FoundKind::Recipient, FoundKind::Box,
    FoundKind::Supplier, FoundKind::Order,     FoundKind::Delivery,
    FoundKind::Receipt,  FoundKind::Recipe,    FoundKind::Month};
/// `item`, `recipient` and so on.
std::string_view toText(FoundKind kind);
/// All of them.
inline constexpr std::string_view kFoundKindNames =
    "item|recipient|box|supplier|order|delivery|receipt|recipe|month";
/// Throws Refusal `find.kind_unknown`.
FoundKind parseFoundKind(std::string_view text);

/// How well a find matches, the best first.
enum class Match { Exact, CodeBegins, NameBegins, Words };

/// One find. A receipt is what came on one day from one supplier under one reference without a delivery; its code is
/// the number of its first lot. Deliveries and orders have their numbers as codes. A month's code is `2026-11`.
struct Find {
    FoundKind kind = FoundKind::Item;
    std::string code;
    /// Of the item, the recipient of a box, the supplier of a delivery, receipt or order.
    std::string name;
    /// A category, group, state, e-mail, or reference.
    std::string about = {};
    /// Of a box, delivery or receipt; an order is expected on it.
    std::optional<foundation::Date> day = {};
    std::int64_t lots = 0; ///< of a delivery or receipt
    Match match = Match::Words;
};

/// The most boxes found by the beginning of their reference.
inline constexpr std::int64_t kMostByReference = 100;

/// The most recipients, and deliveries and receipts, that one search ranks. Of more, the oldest recipients and the
/// newest deliveries are ranked, so that the cost does not grow with history.
inline constexpr std::int64_t kMostRanked = 5000;

/// Finds everything of these kinds with every word of the query, in any order, regardless of capitals, accents and
/// punctuation: items also by barcode; boxes by number, by the beginning of their reference, and those that wait by
/// recipient; suppliers also by names they had; orders by number, and drafts and open ones by supplier and note;
/// deliveries also by number; months by name. Anonymized recipients are not found. The best first; equally good ones by
/// kind and name.
std::vector<Find> find(const books::ReadTransaction& tx, std::string_view text,
                       const std::set<FoundKind>& kinds, foundation::Date today);

/// `kind,code,name,about,day`.
const std::vector<foundation::Column>& findColumns();
void writeFind(const Find& one, foundation::RowWriter& out);

} // namespace giftbox::reports
