#include "inventory/shelf.h"

#include "inventory/item_code.h"

#include <algorithm>
#include <cassert>

namespace giftbox::inventory {

using books::LotNo;
using foundation::Batch;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;
using foundation::Row;

namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000;
constexpr Money kMostCost{10'000'000'000'000}; // no sum of a shelf comes near 64 bits

bool arrivesBefore(const OpenLot& a, const OpenLot& b)
{
    return std::pair(a.receivedOn, a.number) < std::pair(b.receivedOn, b.number);
}

OpenLot openLotOf(const Row& row)
{
    return {.number = LotNo{row.integer(5)},
            .receivedOn = Date(static_cast<std::int32_t>(row.integer(6))),
            .unitsLeft = row.integer(7),
            .costLeft = {row.integer(8)}};
}

} // namespace

std::string_view toText(MovementKind kind)
{
    switch (kind) {
    case MovementKind::Receipt:
        return "receipt";
    case MovementKind::Issue:
        return "issue";
    case MovementKind::Return:
        return "return";
    case MovementKind::WriteOff:
        return "write-off";
    case MovementKind::Count:
        break;
    }
    return "count";
}

void requireUnits(std::int64_t units)
{
    if (units < 1 || units > kMostUnits) {
        throw Refusal("units.malformed", "the units are " + std::to_string(units) +
                                             "; expected a whole number from 1 to " +
                                             std::to_string(kMostUnits));
    }
}

void requireAvailable(const ShelfItem& item, std::int64_t units)
{
    const std::int64_t there = item.unitsBy(kEver);
    if (there - item.reserved < units) {
        throw Refusal("stock.short",
                      "item " + item.sku + ": " + std::to_string(units) + " wanted, " +
                          std::to_string(there) + " there" +
                          (item.reserved > 0 ? ", of which " + std::to_string(item.reserved) +
                                                   " are reserved for planned boxes"
                                             : "") +
                          "; receive more, or take another item");
    }
}

std::span<const OpenLot> ShelfItem::lotsBy(Date day) const
{
    const auto begin = lots_.begin() + static_cast<std::ptrdiff_t>(head_);
    const auto end = std::partition_point(
        begin, lots_.end(), [day](const OpenLot& lot) { return lot.receivedOn <= day; });
    return {begin, end};
}

std::int64_t ShelfItem::unitsBy(Date day) const { return unitsOf(lotsBy(day)); }

std::int64_t ShelfItem::available() const { return unitsBy(kEver) - reserved; }

Shelf::Shelf(books::WriteTransaction& tx)
    : tx_(tx), firstMovement_(tx.counters().movement + 1),
      movements_(
          {"seq", "moved_on", "kind", "item_no", "lot_no", "units", "cost", "box_no", "reason"}),
      lots_(
          {"lot_no", "item_no", "received_on", "units", "cost", "source", "reference", "supplier"}),
      newOpenLots_({"item_no", "received_on", "lot_no", "units_left", "cost_left"}),
      drawnLots_({"item_no", "received_on", "lot_no", "units_left", "cost_left"}),
      emptyLots_({"item_no", "received_on", "lot_no"})
{}

void Shelf::load(std::span<const std::string> skus)
{
    loadLater(skus);
    tx_.database().settle();
}

void Shelf::loadLater(std::span<const std::string> skus)
{
    loadWith("inventory/items_with_open_lots", skus);
}

void Shelf::loadWithoutLots(std::span<const std::string> skus)
{
    lotsKnown_ = false;
    loadWith("inventory/items_by_sku", skus);
    tx_.database().settle();
}

void Shelf::loadWith(std::string_view sql, std::span<const std::string> skus)
{
    Batch missing({"sku"});
    for (const std::string& sku : skus) {
        if (!items_.contains(sku)) {
            missing.add(sku);
            items_.try_emplace(sku);
        }
    }
    tx_.database().visitLater(sql, {{"store_id", tx_.storeId()}}, missing, [this](const Row& row) {
        ShelfItem& item = items_.find(std::string(row.text(1)))->second;
        if (item.number.value == 0) {
            item.number = books::ItemNo{row.integer(0)};
            item.sku = row.text(1);
            item.kind = parseItemKind(row.text(2));
            item.retired = row.integer(3) != 0;
            item.reserved = row.integer(4);
        }
        if (!row.isNull(5)) {
            item.lots_.push_back(openLotOf(row));
        }
    });
}

bool Shelf::knows(const std::string& sku) const
{
    const auto at = items_.find(sku);
    return at != items_.end() && at->second.number.value != 0;
}

void Shelf::name(std::span<std::string* const> codes)
{
    std::vector<std::string*> unknown;
    std::ranges::copy_if(codes, std::back_inserter(unknown),
                         [this](const std::string* code) { return !knows(*code); });
    if (unknown.empty()) {
        return;
    }
    toSkus(tx_, unknown);
    std::vector<std::string> skus;
    for (const std::string* sku : unknown) {
        skus.push_back(*sku);
    }
    loadWith(lotsKnown_ ? "inventory/items_with_open_lots" : "inventory/items_by_sku", skus);
    tx_.database().settle();
}

ShelfItem& Shelf::require(std::string_view sku)
{
    const auto at = items_.find(std::string(sku));
    if (at == items_.end() || at->second.number.value == 0) {
        refuseUnknownItem(tx_, sku);
    }
    return at->second;
}

std::vector<LotDraw> Shelf::plan(const ShelfItem& item, std::int64_t units, Date on) const
{
    requireUnits(units);
    return draw(item, units, on);
}

Money Shelf::estimate(const ShelfItem& item, std::int64_t units) const
{
    requireUnits(units);
    requireAvailable(item, units);
    return fifoCost(item.lotsBy(kEver), units, item.reserved);
}

void Shelf::reserve(ShelfItem& item, std::int64_t units)
{
    item.reserved += units;
    reserved_.insert(&item);
}

std::vector<LotDraw> Shelf::draw(const ShelfItem& item, std::int64_t units, Date on) const
{
    try {
        return drawFifo(item.lotsBy(on), units);
    } catch (const InsufficientStock& stock) {
        const std::int64_t later = item.unitsBy(kEver) - stock.there;
        throw Refusal(
            "stock.short",
            "item " + item.sku + ": " + std::to_string(stock.wanted) + " wanted, " +
                std::to_string(stock.there) + " there on " + toText(on) +
                (later > 0 ? " (" + std::to_string(later) + " more were received after that day)"
                           : "") +
                "; receive more, or take another item");
    }
}

void Shelf::take(ShelfItem& item, std::span<const LotDraw> draws, const Posting& posting)
{
    for (const LotDraw& draw : draws) {
        OpenLot& lot = item.lots_[item.head_];
        assert(lot.number == draw.lot && lot.unitsLeft >= draw.units);
        lot.unitsLeft -= draw.units;
        lot.costLeft -= draw.cost;
        appendMovement(item, lot.number, -draw.units, -draw.cost, posting);
        if (lot.unitsLeft == 0) {
            noteEmpty(item, lot);
            ++item.head_;
            item.headDrawn_ = false;
        } else if (!item.headDrawn_) {
            item.headDrawn_ = true;
            drawn_.push_back(&item);
        }
    }
}

LotNo Shelf::put(ShelfItem& item, const NewLot& lot, const Posting& posting)
{
    requireUnits(lot.units);
    if (lot.cost < Money{0}) {
        throw Refusal("cost.negative", "the cost of a lot is " + tx_.store().amount(lot.cost) +
                                           "; expected 0 or more");
    }
    if (lot.cost > kMostCost) {
        throw Refusal("cost.too_much", "the cost of a lot is " + tx_.store().amount(lot.cost) +
                                           "; expected at most " + tx_.store().amount(kMostCost) +
                                           ". Check the figure");
    }
    if (item.headDrawn_) {
        write(); // the drawn lot may no longer be the first
    }
    const LotNo number{++tx_.counters().lot};
    lots_.add(number.value)
        .add(item.number.value)
        .add(posting.on.number())
        .add(lot.units)
        .add(lot.cost.minor);
    lots_.add(lot.source).add(lot.reference).add(lot.supplier);
    newOpenLots_.add(item.number.value).add(posting.on.number()).add(number.value);
    newOpenLots_.add(lot.units).add(lot.cost.minor);
    appendMovement(item, number, lot.units, lot.cost, posting);
    const OpenLot open{
        .number = number, .receivedOn = posting.on, .unitsLeft = lot.units, .costLeft = lot.cost};
    if (lotsKnown_) {
        auto& lots = item.lots_;
        const auto begin = lots.begin() + static_cast<std::ptrdiff_t>(item.head_);
        lots.insert(std::upper_bound(begin, lots.end(), open, arrivesBefore), open);
    }
    return number;
}

void Shelf::appendMovement(const ShelfItem& item, LotNo lot, std::int64_t units, Money cost,
                           const Posting& posting)
{
    movements_.add(++tx_.counters().movement).add(posting.on.number()).add(toText(posting.kind));
    movements_.add(item.number.value).add(lot.value).add(units).add(cost.minor);
    if (posting.box) {
        movements_.add(posting.box->value);
    } else {
        movements_.addNull();
    }
    movements_.add(posting.reason);
}

void Shelf::noteLeft(const ShelfItem& item, const OpenLot& lot)
{
    drawnLots_.add(item.number.value).add(lot.receivedOn.number()).add(lot.number.value);
    drawnLots_.add(lot.unitsLeft).add(lot.costLeft.minor);
}

void Shelf::noteEmpty(const ShelfItem& item, const OpenLot& lot)
{
    if (tx_.database().engine() == foundation::Engine::Postgresql) {
        noteLeft(
            item,
            lot); // the same statement removes it, so a box takes as many statements either way
    } else {
        emptyLots_.add(item.number.value).add(lot.receivedOn.number()).add(lot.number.value);
    }
}

void Shelf::writeLots()
{
    foundation::Database& database = tx_.database();
    const std::int64_t store = tx_.storeId();
    database.executeForEach("inventory/insert_lots", {{"store_id", store}}, lots_);
    database.executeForEach("inventory/insert_open_lots", {{"store_id", store}}, newOpenLots_);
    database.executeForEach("inventory/draw_open_lots", {{"store_id", store}}, drawnLots_);
    database.executeForEach("inventory/delete_open_lots", {{"store_id", store}}, emptyLots_);
    Batch reserved({"item_no", "reserved"});
    for (const ShelfItem* item : reserved_) {
        reserved.add(item->number.value).add(item->reserved);
    }
    database.executeForEach("inventory/reserve_units", {{"store_id", store}}, reserved);
    reserved_.clear();
}

void Shelf::write()
{
    for (ShelfItem* item : drawn_) {
        if (item->headDrawn_) {
            noteLeft(*item, item->lots_[item->head_]);
            item->headDrawn_ = false;
        }
    }
    drawn_.clear();
    writeLots();
    tx_.database().executeForEach("inventory/insert_movements",
                                  {{"store_id", tx_.storeId()}, {"event_seq", tx_.event().value}},
                                  movements_);
    lots_.clear();
    newOpenLots_.clear();
    drawnLots_.clear();
    emptyLots_.clear();
    movements_.clear();
}

std::vector<OpenLot> openLots(const books::ReadTransaction& tx, const std::string& sku)
{
    std::vector<OpenLot> lots;
    foundation::Batch wanted({"sku"});
    wanted.add(sku);
    tx.database().queryForEach("inventory/items_with_open_lots", {{"store_id", tx.storeId()}},
                               wanted, [&lots](const Row& row) {
                                   if (!row.isNull(5)) {
                                       lots.push_back(openLotOf(row));
                                   }
                               });
    return lots;
}

} // namespace giftbox::inventory
