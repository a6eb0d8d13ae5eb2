#include "inventory/shelf.h"

#include "foundation/check.h"
#include "inventory/item_code.h"
#include "inventory/statements.h"

#include <algorithm>

namespace giftbox::inventory {

using books::LotNo;
using foundation::Batch;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000;
constexpr Money kMostCost{10'000'000'000'000}; // keeps every sum of a shelf well within 64 bits

bool arrivesBefore(const OpenLot& a, const OpenLot& b)
{
    return std::pair(a.receivedOn, a.number) < std::pair(b.receivedOn, b.number);
}

void addOpenLot(std::vector<OpenLot>& lots, const sql::ItemsWithOpenLots::Row& row)
{
    if (row.lotNo) {
        lots.push_back({.number = LotNo{*row.lotNo},
                        .receivedOn = *row.receivedOn,
                        .unitsLeft = *row.unitsLeft,
                        .costLeft = *row.costLeft});
    }
}

} // namespace

void requireUnits(std::int64_t units)
{
    if (units < 1 || units > kMostUnits) {
        throw Refusal("units.malformed", {{"units", units}, {"most", kMostUnits}});
    }
}

void requireCost(const books::Store& store, Money cost)
{
    if (cost < Money{0}) {
        throw Refusal("cost.negative", {{"cost", store.money(cost)}});
    }
    if (cost > kMostCost) {
        throw Refusal("cost.too_much",
                      {{"cost", store.money(cost)}, {"most_cost", store.money(kMostCost)}});
    }
}

void requireAvailable(const ShelfItem& item, std::int64_t units)
{
    const std::int64_t there = item.unitsBy(kEver);
    if (there - item.reserved < units) {
        throw Refusal("stock.short", {{"sku", item.sku},
                                      {"units", units},
                                      {"there", there},
                                      {"reserved", item.reserved > 0 ? std::optional(item.reserved)
                                                                     : std::nullopt}});
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

std::optional<OpenLot> ShelfItem::openLot(LotNo lot) const
{
    const auto open = lotsBy(kEver);
    const auto at = std::ranges::find(open, lot, &OpenLot::number);
    return at == open.end() ? std::nullopt : std::optional(*at);
}

Shelf::Shelf(books::WriteTransaction& tx)
    : tx_(tx), firstMovement_(tx.counters().movement + 1),
      movements_(sql::InsertMovements::batch()), lots_(sql::InsertLots::batch()),
      newOpenLots_(sql::InsertOpenLots::batch()), drawnLots_(sql::DrawOpenLots::batch()),
      emptyLots_(sql::DeleteOpenLots::batch())
{}

void Shelf::load(std::span<const std::string> skus)
{
    loadLater(skus);
    tx_.database().settle();
}

void Shelf::loadLater(std::span<const std::string> skus) { loadWith<sql::ItemsWithOpenLots>(skus); }

void Shelf::loadWithoutLots(std::span<const std::string> skus)
{
    lotsKnown_ = false;
    loadWith<sql::ItemsBySku>(skus);
    tx_.database().settle();
}

template <class S>
void Shelf::loadWith(std::span<const std::string> skus)
{
    Batch missing = S::batch();
    for (const std::string& sku : skus) {
        if (!items_.contains(sku)) {
            missing.add(sku);
            items_.try_emplace(sku);
        }
    }
    tx_.database().visitLater(S{.storeId = tx_.storeId()}, missing,
                              [this](const typename S::Row& row) {
                                  ShelfItem& item = items_.find(std::string(row.sku))->second;
                                  if (item.number.value == 0) {
                                      item.number = books::ItemNo{row.itemNo};
                                      item.sku = row.sku;
                                      item.kind = parseItemKind(row.kind);
                                      item.retired = row.retired != 0;
                                      item.reserved = row.reservedUnits;
                                      item.imprinted = row.imprinted != 0;
                                  }
                                  if constexpr (std::is_same_v<S, sql::ItemsWithOpenLots>) {
                                      addOpenLot(item.lots_, row);
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
    lotsKnown_ ? loadWith<sql::ItemsWithOpenLots>(skus) : loadWith<sql::ItemsBySku>(skus);
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
        throw Refusal("stock.short/day",
                      {{"sku", item.sku},
                       {"wanted", stock.wanted},
                       {"there", stock.there},
                       {"on", on},
                       {"later", later > 0 ? std::optional(later) : std::nullopt}});
    }
}

void Shelf::take(ShelfItem& item, std::span<const LotDraw> draws, const Posting& posting)
{
    for (const LotDraw& draw : draws) {
        OpenLot& lot = item.lots_[item.head_];
        GIFTBOX_CHECK(lot.number == draw.lot && lot.unitsLeft >= draw.units);
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

void Shelf::takeLot(ShelfItem& item, LotNo number, const Posting& posting)
{
    auto& lots = item.lots_;
    const auto head = lots.begin() + static_cast<std::ptrdiff_t>(item.head_);
    const auto at = std::find_if(head, lots.end(),
                                 [number](const OpenLot& lot) { return lot.number == number; });
    GIFTBOX_CHECK(at != lots.end());
    item.headDrawn_ = item.headDrawn_ && at != head;
    OpenLot lot = *at;
    lots.erase(at);
    appendMovement(item, number, -lot.unitsLeft, -lot.costLeft, posting);
    lot.unitsLeft = 0;
    lot.costLeft = {};
    noteEmpty(item, lot);
}

Money Shelf::takeFromLot(ShelfItem& item, LotNo number, std::int64_t units, const Posting& posting)
{
    OpenLot lot = item.openLot(number).value();
    GIFTBOX_CHECK(units > 0 && units <= lot.unitsLeft);
    const Money cost =
        units == lot.unitsLeft ? lot.costLeft : portion(lot.costLeft, units, lot.unitsLeft);
    lot.unitsLeft -= units;
    lot.costLeft -= cost;
    appendMovement(item, number, -units, -cost, posting);
    setLeft(item, lot);
    return cost;
}

void Shelf::changeLot(ShelfItem& item, const LotChange& change, const Posting& posting)
{
    appendMovement(item, change.left.number, change.units, change.cost, posting);
    if (change.variance.minor != 0) {
        Posting variance = posting;
        variance.kind = books::MovementKind::Variance;
        appendMovement(item, change.left.number, 0, -change.variance, variance);
    }
    setLeft(item, change.left);
}

void Shelf::setLeft(ShelfItem& item, const OpenLot& left)
{
    GIFTBOX_CHECK(lotsKnown_ && !item.headDrawn_);
    auto& lots = item.lots_;
    const auto head = lots.begin() + static_cast<std::ptrdiff_t>(item.head_);
    const auto at = std::ranges::find(head, lots.end(), left.number, &OpenLot::number);
    if (at == lots.end() && left.unitsLeft > 0) {
        lots.insert(std::upper_bound(head, lots.end(), left, arrivesBefore), left);
        noteOpened(item, left);
    } else if (at != lots.end() && left.unitsLeft > 0) {
        *at = left;
        noteLeft(item, left);
    } else if (at != lots.end()) {
        lots.erase(at);
        noteEmpty(item, left);
    }
}

LotNo Shelf::put(ShelfItem& item, const NewLot& lot, const Posting& posting)
{
    requireUnits(lot.units);
    requireCost(tx_.store(), lot.cost);
    if (item.headDrawn_) {
        write(); // the drawn lot may no longer be the first
    }
    const LotNo number{++tx_.counters().lot};
    lots_.add(number.value)
        .add(item.number.value)
        .add(posting.on.number())
        .add(lot.units)
        .add(lot.cost.minor);
    lots_.add(lot.source).add(lot.reference).add(lot.supplier).add(lot.line).add(lot.reason);
    lots_.add(lot.delivery);
    appendMovement(item, number, lot.units, lot.cost, posting);
    const OpenLot open{
        .number = number, .receivedOn = posting.on, .unitsLeft = lot.units, .costLeft = lot.cost};
    noteOpened(item, open);
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
    const books::MovementRule& rule = ruleOf(posting.kind);
    GIFTBOX_CHECK((rule.changesLot() || !(units > 0 ? rule.in : rule.out).empty()) &&
                  posting.box.has_value() == rule.ofBox() &&
                  posting.corrects.has_value() == rule.corrects());
    movements_.add(++tx_.counters().movement).add(posting.on.number()).add(rule.text);
    movements_.add(item.number.value).add(lot.value).add(units).add(cost.minor);
    if (posting.box) {
        movements_.add(posting.box->value);
    } else {
        movements_.addNull();
    }
    movements_.add(posting.reason).add(posting.corrects);
}

void Shelf::noteLeft(const ShelfItem& item, const OpenLot& lot)
{
    drawnLots_.add(item.number.value).add(lot.receivedOn.number()).add(lot.number.value);
    drawnLots_.add(lot.unitsLeft).add(lot.costLeft.minor);
}

void Shelf::noteOpened(const ShelfItem& item, const OpenLot& lot)
{
    newOpenLots_.add(item.number.value).add(lot.receivedOn.number()).add(lot.number.value);
    newOpenLots_.add(lot.unitsLeft).add(lot.costLeft.minor);
}

void Shelf::noteEmpty(const ShelfItem& item, const OpenLot& lot)
{
    if (tx_.database().sendsBatchesWhole()) {
        noteLeft(
            item,
            lot); // the same statement removes it, so that the number of statements per box stays the same
    } else {
        emptyLots_.add(item.number.value).add(lot.receivedOn.number()).add(lot.number.value);
    }
}

void Shelf::writeLots()
{
    foundation::Database& database = tx_.database();
    const std::int64_t store = tx_.storeId();
    tx_.facts().add(books::facts::kLot, lots_);
    database.executeForEach(sql::InsertLots{.storeId = store}, lots_);
    database.executeForEach(sql::InsertOpenLots{.storeId = store}, newOpenLots_);
    database.executeForEach(sql::DrawOpenLots{.storeId = store}, drawnLots_);
    database.executeForEach(sql::DeleteOpenLots{.storeId = store}, emptyLots_);
    Batch reserved = sql::ReserveUnits::batch();
    for (const ShelfItem* item : reserved_) {
        reserved.add(item->number.value).add(item->reserved);
    }
    database.executeForEach(sql::ReserveUnits{.storeId = store}, reserved);
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
    tx_.facts().add(books::facts::kMovement, movements_);
    tx_.database().executeForEach(
        sql::InsertMovements{.storeId = tx_.storeId(), .eventSeq = tx_.event().value}, movements_);
    lots_.clear();
    newOpenLots_.clear();
    drawnLots_.clear();
    emptyLots_.clear();
    movements_.clear();
}

std::vector<OpenLot> openLots(const books::ReadTransaction& tx, const std::string& sku)
{
    std::vector<OpenLot> lots;
    Batch wanted = sql::ItemsWithOpenLots::batch();
    wanted.add(sku);
    tx.database().queryForEach(
        sql::ItemsWithOpenLots{.storeId = tx.storeId()}, wanted,
        [&lots](const sql::ItemsWithOpenLots::Row& row) { addOpenLot(lots, row); });
    return lots;
}

} // namespace giftbox::inventory
