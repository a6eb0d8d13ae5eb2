#include "purchasing/add_freight.h"

#include "books/code.h"
#include "books/purchase_facts.h"
#include "foundation/json.h"
#include "purchasing/receipt_key.h"
#include "purchasing/statements.h"

#include <algorithm>
#include <limits>

namespace giftbox::purchasing {

using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::array<std::string_view, 4> kSharedBy = {"value", "units", "lots", "weight"};

void requireNewFreight(const books::WriteTransaction& tx, const Freight& freight)
{
    if (const auto there = findFreight(tx, freight.supplier, freight.reference)) {
        throw Refusal("freight.exists", {{"reference", freight.reference},
                                         {"supplier", freight.supplier},
                                         {"amount", tx.store().money(there->amount)},
                                         {"delivery", there->delivery.value}});
    }
}

/// The lots that were not reversed, as they are.
std::vector<RecordedReceipt> receiptsOf(const books::WriteTransaction& tx, DeliveryNo delivery)
{
    std::vector<RecordedReceipt> receipts;
    for (const DeliveredLot& lot : lotsOf(tx, delivery)) {
        if (!lot.reversedOn) {
            receipts.push_back(requireReceipt(tx, lot.lot));
        }
    }
    if (receipts.empty()) {
        throw Refusal("freight.no_lots", {{"number", delivery.value}});
    }
    return receipts;
}

/// The weight of each receipt in grams.
std::vector<std::int64_t> gramsOf(const books::ReadTransaction& tx,
                                  const std::vector<RecordedReceipt>& receipts)
{
    std::map<std::string, std::optional<std::int64_t>, std::less<>> weights;
    for (const RecordedReceipt& receipt : receipts) {
        if (!weights.contains(receipt.sku)) {
            weights.emplace(receipt.sku, inventory::requireItem(tx, receipt.sku).item.weight);
        }
    }
    std::string missing;
    for (const auto& [sku, weight] : weights) {
        if (!weight) {
            missing += (missing.empty() ? "" : ", ") + sku;
        }
    }
    if (!missing.empty()) {
        throw Refusal("freight.no_weight", {{"skus", missing}});
    }
    std::vector<std::int64_t> grams;
    std::ranges::transform(receipts, std::back_inserter(grams), [&](const RecordedReceipt& one) {
        return one.units * *weights.at(one.sku);
    });
    return grams;
}

/// What the costs of the receipts have of freight by their files alone.
std::vector<Money> carriedBy(const books::ReadTransaction& tx,
                             const std::vector<RecordedReceipt>& receipts)
{
    std::vector<Money> carried;
    for (const RecordedReceipt& receipt : receipts) {
        carried.push_back(
            tx.database()
                .query(sql::CarriedFreight{.storeId = tx.storeId(), .lotNo = receipt.lot.value})
                ->carried);
    }
    return carried;
}

/// Asks before freight is added that the costs may have already.
void requireNoneCarried(const books::WriteTransaction& tx, const Freight& freight,
                        const std::vector<RecordedReceipt>& receipts,
                        const std::vector<Money>& carried)
{
    std::string lots;
    Money sum;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (carried[i] != Money{}) {
            lots += (lots.empty() ? "" : ", ") + std::to_string(receipts[i].lot.value);
            sum += carried[i];
        }
    }
    if (!lots.empty() && !tx.actor().isConfirmed) {
        throw Refusal("freight.in_cost", {{"number", freight.delivery.value},
                                          {"lots", lots},
                                          {"amount", tx.store().money(sum)}});
    }
}

/// Where all that is carried is this freight, its shares are that. Otherwise it is shared by the costs without it.
std::vector<Money> sharesOf(const books::ReadTransaction& tx, const Freight& freight,
                            const std::vector<RecordedReceipt>& receipts,
                            const std::vector<Money>& carried)
{
    Money sum;
    for (const Money one : carried) {
        sum += one;
    }
    if (sum == freight.amount) {
        return carried;
    }
    if (freight.by == SharedBy::Weight) {
        return foundation::allocate(freight.amount, gramsOf(tx, receipts));
    }
    std::vector<std::int64_t> weights;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        const std::int64_t cost = receipts[i].cost.minor - carried[i].minor;
        weights.push_back(freight.by == SharedBy::Value   ? std::max<std::int64_t>(0, cost)
                          : freight.by == SharedBy::Units ? receipts[i].units
                                                          : 1);
    }
    if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; })) {
        throw Refusal("freight.no_value", {{"number", freight.delivery.value}});
    }
    return foundation::allocate(freight.amount, weights);
}

void insertFreight(books::WriteTransaction& tx, const Freight& freight, const AddedFreight& done)
{
    const sql::InsertFreight insert{.storeId = tx.storeId(),
                                    .freightNo = done.number,
                                    .deliveryNo = freight.delivery.value,
                                    .amount = freight.amount,
                                    .sharedBy = toText(freight.by),
                                    .supplier = freight.supplier,
                                    .reference = freight.reference,
                                    .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kFreight, insert.binds());
    tx.database().execute(insert);
    for (const FreightShare& share : done.shares) {
        const sql::InsertFreightLot line{.storeId = tx.storeId(),
                                         .lotNo = share.receipt.lot.value,
                                         .freightNo = done.number,
                                         .share = share.share,
                                         .carried = share.carried,
                                         .eventSeq = tx.event().value};
        tx.facts().add(books::facts::kFreightLot, line.binds());
        tx.database().execute(line);
    }
}

void recordFreight(books::WriteTransaction& tx, const Freight& freight, const AddedFreight& done)
{
    Money variance;
    for (const FreightShare& share : done.shares) {
        variance += share.change.variance;
    }
    tx.record("stock.freight", "delivery " + std::to_string(freight.delivery.value),
              foundation::JsonObject()
                  .add("freight", done.number)
                  .add("units", std::int64_t(0))
                  .add("cost", toText(freight.amount - variance, tx.store().currency)) // in stock
                  .add("amount", toText(freight.amount, tx.store().currency))
                  .add("variance", toText(variance, tx.store().currency))
                  .add("on", toText(done.shares.front().change.on))
                  .add("by", toText(freight.by))
                  .add("supplier", freight.supplier)
                  .add("reference", freight.reference)
                  .text());
}

void checkFreight(const books::WriteTransaction& tx, const Freight& freight)
{
    foundation::Faults faults;
    faults.check([&] { (void)requireDelivery(tx, freight.delivery); });
    faults.check([&] { books::requireText(freight.reference, "the reference", "reference"); });
    faults.check([&] { books::requireOptionalText(freight.supplier, "the supplier", "supplier"); });
    faults.check([&] {
        inventory::requireCost(tx.store(), freight.amount);
        if (freight.amount == Money{}) {
            throw Refusal("freight.amount_needed");
        }
    });
    faults.throwIfAny();
    requireNewFreight(tx, freight);
}

void addToCost(ReceiptChanges& run, FreightShare& share, const std::string& reason)
{
    const Money added = share.share - share.carried;
    if (added != Money{}) {
        ReceiptValues values = valuesOf(share.receipt);
        values.cost += added;
        share.change = run.change(share.receipt, values, reason);
    }
}

} // namespace

void insertCarriedFreight(books::WriteTransaction& tx, const std::vector<CarriedFreight>& carried)
{
    for (const CarriedFreight& one : carried) {
        const sql::InsertFreightLot row{.storeId = tx.storeId(),
                                        .lotNo = one.lot.value,
                                        .freightNo = std::int64_t(0),
                                        .share = one.amount,
                                        .carried = Money{},
                                        .eventSeq = tx.event().value};
        tx.facts().add(books::facts::kFreightLot, row.binds());
        tx.database().execute(row);
    }
}

std::string_view toText(SharedBy by) { return kSharedBy.at(static_cast<std::size_t>(by)); }

SharedBy parseSharedBy(std::string_view text)
{
    const auto* const found = std::ranges::find(kSharedBy, text);
    if (found == kSharedBy.end()) {
        throw Refusal("freight.by_unknown", {{"by", text}});
    }
    return static_cast<SharedBy>(found - kSharedBy.begin());
}

AddedFreight enterFreight(books::WriteTransaction& tx, const Freight& freight)
{
    checkFreight(tx, freight);
    const std::vector<RecordedReceipt> receipts = receiptsOf(tx, freight.delivery);
    std::vector<Money> carried = carriedBy(tx, receipts);
    if (!freight.isFromFile) {
        requireNoneCarried(tx, freight, receipts, carried);
        carried.assign(carried.size(), Money{});
    }
    const std::vector<Money> shares = sharesOf(tx, freight, receipts, carried);
    Money added;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        carried[i] = std::min(carried[i], shares[i]);
        added += shares[i] - carried[i];
    }
    std::vector<std::string> skus;
    std::ranges::transform(receipts, std::back_inserter(skus), &RecordedReceipt::sku);
    ReceiptChanges run(tx, skus);
    const foundation::Month month = tx.correctionDay(receipts.front().receivedOn).month();
    (void)authorizeRestock(tx.store(), month, run.month(month), added); // all of it
    AddedFreight done{
        .number = tx.database().query(sql::LastFreight{.storeId = tx.storeId()})->lastNo + 1,
        .shares = {},
        .remaining = {}};
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (shares[i] != Money{}) {
            done.shares.push_back({.receipt = receipts[i],
                                   .share = shares[i],
                                   .carried = carried[i],
                                   .change = {.on = tx.correctionDay(receipts[i].receivedOn),
                                              .cost = {},
                                              .variance = {},
                                              .verdict = {}}});
            addToCost(run, done.shares.back(), "Freight " + freight.reference);
        }
    }
    run.write();
    const budget::MonthState& state = run.month(month);
    done.remaining = remainingUnder(capOf(state.caps, budget::CapName::MonthRestock),
                                    state.totals.of(books::MonthFigure::Restock));
    insertFreight(tx, freight, done);
    return done;
}

AddedFreight addFreight(books::WriteTransaction& tx, const Freight& freight)
{
    AddedFreight done = enterFreight(tx, freight);
    recordFreight(tx, freight, done);
    return done;
}

std::vector<RecordedFreight> freightOf(const books::ReadTransaction& tx, DeliveryNo delivery)
{
    std::vector<RecordedFreight> all;
    for (const auto& row : tx.database().query(
             sql::FreightOfDelivery{.storeId = tx.storeId(), .deliveryNo = delivery.value})) {
        all.push_back({.number = row.freightNo,
                       .delivery = delivery,
                       .amount = row.amount,
                       .by = std::string(row.sharedBy),
                       .supplier = std::string(row.supplier),
                       .reference = std::string(row.reference),
                       .reversedOn = row.reversedOn});
    }
    return all;
}

std::vector<RecordedFreight> freightBefore(const books::ReadTransaction& tx,
                                           std::optional<std::int64_t> before, std::int64_t most)
{
    std::vector<RecordedFreight> all;
    for (const auto& row : tx.database().query(sql::ListFreight{.storeId = tx.storeId(),
                           .before = before.value_or(std::numeric_limits<std::int64_t>::max()),
                           .most = most})) {
        all.push_back({.number = row.freightNo,
                       .delivery = {row.deliveryNo},
                       .amount = row.amount,
                       .by = std::string(row.sharedBy),
                       .supplier = std::string(row.supplier),
                       .reference = std::string(row.reference),
                       .reversedOn = row.reversedOn});
    }
    return all;
}

std::optional<RecordedFreight> findFreight(const books::ReadTransaction& tx,
                                           const std::string& supplier,
                                           const std::string& reference)
{
    for (const auto& row : tx.database().query(
             sql::FreightOfReference{.storeId = tx.storeId(), .reference = reference})) {
        if (supplierKey(row.supplier) == supplierKey(supplier)) {
            return requireFreight(tx, row.freightNo);
        }
    }
    return std::nullopt;
}

RecordedFreight requireFreight(const books::ReadTransaction& tx, std::int64_t number)
{
    const std::vector<RecordedFreight> found = freightBefore(tx, number + 1, 1);
    if (found.empty() || found.front().number != number) {
        throw Refusal("freight.unknown", {{"number", number}});
    }
    return found.front();
}

Money freightOfLot(const books::ReadTransaction& tx, books::LotNo lot)
{
    return tx.database()
        .query(sql::FreightOfLot{.storeId = tx.storeId(), .lotNo = lot.value})
        ->share;
}

} // namespace giftbox::purchasing
