#pragma once

#include "books/movement_kind.h"
#include "inventory/fifo.h"
#include "inventory/item.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace giftbox::inventory {

/// The common values of one posting's movements.
struct Posting {
    books::MovementKind kind = books::MovementKind::Receipt;
    foundation::Date on;
    std::optional<books::BoxNo> box;
    std::optional<std::string> reason;
    std::optional<std::int64_t> corrects = {}; ///< the number of the movement that it corrects
};

/// A change of a lot in the books: what is left of it then, and the units and cost by which it changes. The variance,
/// if any, is the part of that cost that does not stay in stock.
struct LotChange {
    OpenLot left;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Money variance;
};

/// A lot to put into stock; `source` is `purchase`, `parts_transfer`, `return` or `count`.
struct NewLot {
    std::int64_t units = 0;
    foundation::Money cost;
    std::string source;
    std::optional<std::string> reference;
    std::string supplier;
    /// Its line of the reference.
    std::int64_t line = 1;
    std::string reason = {};
    std::optional<std::int64_t> delivery = {}; ///< the number of the delivery that it came with
};

/// An item in stock with its open lots, oldest first.
struct ShelfItem {
    books::ItemNo number;
    std::string sku;
    ItemKind kind = ItemKind::Contents;
    bool retired = false;
    bool imprinted = false;
    /// Units reserved for planned boxes.
    std::int64_t reserved = 0;

    /// The open lots received on or before `day`.
    std::span<const OpenLot> lotsBy(foundation::Date day) const;
    std::int64_t unitsBy(foundation::Date day) const;
    /// Units in stock and not reserved; negative if reserved units are gone.
    std::int64_t available() const;
    /// What is left of a lot; none if it is used up.
    std::optional<OpenLot> openLot(books::LotNo lot) const;

private:
    friend class Shelf;
    std::vector<OpenLot> lots_;
    std::size_t head_ = 0;
    bool headDrawn_ = false;
};

/// The items touched by a transaction. Keeps movements and their effect on lots in memory; write() writes them
/// together, in a number of statements that does not grow with them.
class Shelf {
public:
    explicit Shelf(books::WriteTransaction& tx);

    /// Reads the items and open lots of SKUs not read yet; SKUs that do not exist stay unknown.
    void load(std::span<const std::string> skus);
    /// Like load, without waiting: the caller settles the database before it continues.
    void loadLater(std::span<const std::string> skus);
    /// Like load, only for adding lots: open lots are not read, and nothing may be taken.
    void loadWithoutLots(std::span<const std::string> skus);
    /// Replaces each code that is not a loaded item's SKU but means an item (see toSkus) by its SKU, and loads that.
    /// Reads nothing for SKUs of loaded items.
    void name(std::span<std::string* const> codes);
    /// A loaded item. Throws Refusal `item.unknown`, `item.ambiguous`, `item.barcode_malformed`.
    ShelfItem& require(std::string_view sku);

    /// The draws for taking the units, without changing anything. Throws Refusal `stock.short`, `units.malformed`.
    std::vector<LotDraw> plan(const ShelfItem& item, std::int64_t units, foundation::Date on) const;
    /// Takes the draws of plan() out of stock. Requires draws planned on the item's current state.
    void take(ShelfItem& item, std::span<const LotDraw> draws, const Posting& posting);
    /// Takes all that is left of a lot out of stock, whatever is older. Requires that it is open.
    void takeLot(ShelfItem& item, books::LotNo number, const Posting& posting);
    /// Takes units out of one lot, whatever is older, at their share of what is left of its cost, rounded half up; its
    /// last units take the rest. Returns the cost. Requires that so many are left, and that nothing was taken from the
    /// item since the last write().
    foundation::Money takeFromLot(ShelfItem& item, books::LotNo number, std::int64_t units,
                                  const Posting& posting);
    /// Changes a lot, which may be used up before or after it: one movement of the posting's kind, and one of the
    /// variance if there is one. Requires that nothing was taken from the item since the last write().
    void changeLot(ShelfItem& item, const LotChange& change, const Posting& posting);
    /// The estimated cost of the units after the reserved ones; receipts and boxes may come between. Throws Refusal
    /// `stock.short`, `units.malformed`.
    foundation::Money estimate(const ShelfItem& item, std::int64_t units) const;
    /// Reserves the units; negative units are released.
    void reserve(ShelfItem& item, std::int64_t units);
    /// Puts a lot into stock. Throws Refusal `units.malformed`, `cost.negative`.
    books::LotNo put(ShelfItem& item, const NewLot& lot, const Posting& posting);

    void write();

    /// The number of this shelf's first movement, written or not.
    std::int64_t firstMovement() const { return firstMovement_; }

private:
    bool knows(const std::string& sku) const;
    /// Does not wait. S: the statement, with open lots or without.
    template <class S>
    void loadWith(std::span<const std::string> skus);
    std::vector<LotDraw> draw(const ShelfItem& item, std::int64_t units, foundation::Date on) const;
    void noteLeft(const ShelfItem& item, const OpenLot& lot);
    void noteEmpty(const ShelfItem& item, const OpenLot& lot);
    void noteOpened(const ShelfItem& item, const OpenLot& lot);
    void setLeft(ShelfItem& item, const OpenLot& left);
    void writeLots();
    void appendMovement(const ShelfItem& item, books::LotNo lot, std::int64_t units,
                        foundation::Money cost, const Posting& posting);

    books::WriteTransaction& tx_;
    std::int64_t firstMovement_;
    bool lotsKnown_ = true;
    std::unordered_map<std::string, ShelfItem> items_;
    std::vector<ShelfItem*> drawn_;
    std::set<ShelfItem*> reserved_;
    foundation::Batch movements_;
    foundation::Batch lots_;
    foundation::Batch newOpenLots_;
    foundation::Batch drawnLots_;
    foundation::Batch emptyLots_;
};

/// The open lots of an item, oldest first; none if there is no such item.
std::vector<OpenLot> openLots(const books::ReadTransaction& tx, const std::string& sku);

/// Requires this many unreserved units for a box. Corrections of stock report facts, regardless of reservations.
/// Throws Refusal `stock.short`.
void requireAvailable(const ShelfItem& item, std::int64_t units);

/// Throws Refusal `units.malformed` unless 1 to 1,000,000,000.
void requireUnits(std::int64_t units);
/// Requires the cost of a lot. Throws Refusal `cost.negative`, `cost.too_much`.
void requireCost(const books::Store& store, foundation::Money cost);

} // namespace giftbox::inventory
