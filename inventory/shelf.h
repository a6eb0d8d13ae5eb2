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

/// What the movements of one posting have in common.
struct Posting {
    books::MovementKind kind = books::MovementKind::Receipt;
    foundation::Date on;
    std::optional<books::BoxNo> box;
    std::optional<std::string> reason;
};

/// A lot to put on the shelf; `source` is `purchase`, `parts_transfer`, `return` or `count`.
struct NewLot {
    std::int64_t units = 0;
    foundation::Money cost;
    std::string source;
    std::optional<std::string> reference;
    std::string supplier;
    /// On which line of the reference it stands.
    std::int64_t line = 1;
};

/// An item on the shelf with its open lots, oldest first.
struct ShelfItem {
    books::ItemNo number;
    std::string sku;
    ItemKind kind = ItemKind::Contents;
    bool retired = false;
    /// Units promised to planned boxes.
    std::int64_t reserved = 0;

    /// The open lots received on or before `day`.
    std::span<const OpenLot> lotsBy(foundation::Date day) const;
    std::int64_t unitsBy(foundation::Date day) const;
    /// On the shelf and not reserved; negative when units that were promised are gone.
    std::int64_t available() const;

private:
    friend class Shelf;
    std::vector<OpenLot> lots_;
    std::size_t head_ = 0;
    bool headDrawn_ = false;
};

/// The items that a transaction touches. Movements and what they leave on each lot are kept in memory and written
/// together by write(), in a number of statements that does not depend on how many there are.
class Shelf {
public:
    explicit Shelf(books::WriteTransaction& tx);

    /// Reads the items and open lots of the SKUs not read yet; SKUs that do not exist stay unknown.
    void load(std::span<const std::string> skus);
    /// As load, but not awaited: the caller settles the database before it goes on.
    void loadLater(std::span<const std::string> skus);
    /// As load, for putting lots only: what is open already is not read, and nothing may be taken.
    void loadWithoutLots(std::span<const std::string> skus);
    /// Puts the SKU in the place of each code that is none of a loaded item but stands for one (see toSkus), and loads that. Of codes that are SKUs of loaded items
    /// nothing is read.
    void name(std::span<std::string* const> codes);
    /// A loaded item. Throws Refusal `item.unknown`, `item.ambiguous`, `item.barcode_malformed`.
    ShelfItem& require(std::string_view sku);

    /// What taking the units would draw, nothing changed. Throws Refusal `stock.short`, `units.malformed`.
    std::vector<LotDraw> plan(const ShelfItem& item, std::int64_t units, foundation::Date on) const;
    /// Takes what plan() drew off the shelf. Requires draws planned on the item as it is now.
    void take(ShelfItem& item, std::span<const LotDraw> draws, const Posting& posting);
    /// What the units would cost that come after those reserved: an estimate, as receipts and boxes may come between. Throws Refusal `stock.short`,
    /// `units.malformed`.
    foundation::Money estimate(const ShelfItem& item, std::int64_t units) const;
    /// Promises the units; negative units are free again.
    void reserve(ShelfItem& item, std::int64_t units);
    /// Puts a lot on the shelf. Throws Refusal `units.malformed`, `cost.negative`.
    books::LotNo put(ShelfItem& item, const NewLot& lot, const Posting& posting);

    void write();

    /// The number that the first movement of this shelf has, or will have.
    std::int64_t firstMovement() const { return firstMovement_; }

private:
    bool knows(const std::string& sku) const;
    /// Not awaited. S: the statement, with open lots or without.
    template <class S>
    void loadWith(std::span<const std::string> skus);
    std::vector<LotDraw> draw(const ShelfItem& item, std::int64_t units, foundation::Date on) const;
    void noteLeft(const ShelfItem& item, const OpenLot& lot);
    void noteEmpty(const ShelfItem& item, const OpenLot& lot);
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

/// The open lots of an item, oldest first; none when there is no such item.
std::vector<OpenLot> openLots(const books::ReadTransaction& tx, const std::string& sku);

/// Requires as many units that are not reserved, for a box. What corrects the shelf says what is so, whatever was
/// promised. Throws Refusal `stock.short`.
void requireAvailable(const ShelfItem& item, std::int64_t units);

/// Throws Refusal `units.malformed` unless 1 to 1,000,000,000.
void requireUnits(std::int64_t units);

} // namespace giftbox::inventory
