#include "purchasing/unusual_cost.h"

#include "purchasing/receipt_run.h"
#include "purchasing/statements.h"

#include <set>

namespace giftbox::purchasing {

using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::int64_t kTimes = 3;

/// Whether a / b >= c / d, by comparing whole parts and then what is left over, so that no product leaves 64 bits.
bool isAtLeast(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d)
{
    while (a / b == c / d) {
        const std::int64_t left = a % b;
        const std::int64_t other = c % d;
        if (left == 0 || other == 0) {
            return other == 0;
        }
        // left / b >= other / d is d / other >= b / left.
        a = std::exchange(d, other);
        c = std::exchange(b, left);
        std::swap(b, d);
    }
    return a / b > c / d;
}

} // namespace

bool isUnusual(Money cost, std::int64_t units, Money newestCost, std::int64_t newestUnits)
{
    return isAtLeast(cost.minor, units, kTimes * newestCost.minor, newestUnits) ||
           isAtLeast(newestCost.minor, newestUnits, kTimes * cost.minor, units);
}

void requireUsual(const books::WriteTransaction& tx, const RecordedReceipt& receipt,
                  const ReceiptValues& values)
{
    const bool stays = values.units == receipt.units && values.cost == receipt.cost;
    if (stays || tx.actor().isConfirmed) {
        return;
    }
    const auto other = tx.database().query(sql::NewestOtherBought{
        .storeId = tx.storeId(), .lotNo = receipt.lot.value, .sku = receipt.sku});
    if (other && isUnusual(values.cost, values.units, other->cost, other->units)) {
        const auto perUnit = [&tx](Money cost, std::int64_t units) {
            return tx.store().money(portion(cost, 1, units));
        };
        throw Refusal("cost.unusual", {{"place", ""},
                                       {"sku", receipt.sku},
                                       {"cost", perUnit(values.cost, values.units)},
                                       {"newest", perUnit(other->cost, other->units)}});
    }
    if (!other && values.cost == Money{}) {
        throw Refusal("cost.unusual/first", {{"place", ""}, {"sku", receipt.sku}});
    }
}

void ReceiptRun::readBought(std::span<const Receipt> receipts)
{
    if (tx_.actor().isConfirmed) {
        return;
    }
    foundation::Batch skus = sql::NewestLotsBought::batch();
    std::set<std::string_view> asked;
    for (const Receipt& receipt : receipts) {
        if (!bought_.contains(receipt.sku) && asked.insert(receipt.sku).second) {
            skus.add(receipt.sku);
        }
    }
    tx_.database().queryForEach(sql::NewestLotsBought{.storeId = tx_.storeId()}, skus,
                                [this](const sql::NewestLotsBought::Row& row) {
                                    bought_[std::string(row.sku)] = {.units = row.units,
                                                                     .cost = row.cost};
                                });
}

void ReceiptRun::noteCost(const Receipt& receipt, books::LotNo lot)
{
    if (tx_.actor().isConfirmed) {
        return;
    }
    const auto at = bought_.find(receipt.sku);
    const bool isFirst = at == bought_.end();
    const bool asks =
        receipt.cost.minor == 0 ||
        (!isFirst && isUnusual(receipt.cost, receipt.units, at->second.cost, at->second.units));
    if (asks && !unusual_) {
        unusual_ = {.lot = lot,
                    .receipt = receipt,
                    .before = isFirst ? std::nullopt : std::optional(at->second)};
    }
    bought_[receipt.sku] = {.units = receipt.units, .cost = receipt.cost};
}

std::optional<books::LotNo> ReceiptRun::unusual() const
{
    return unusual_ ? std::optional(unusual_->lot) : std::nullopt;
}

void ReceiptRun::requireUsual(const std::string& place) const
{
    if (!unusual_) {
        return;
    }
    const auto perUnit = [this](Money cost, std::int64_t units) {
        return tx_.store().money(portion(cost, 1, units));
    };
    const Receipt& receipt = unusual_->receipt;
    if (!unusual_->before) {
        throw Refusal("cost.unusual/first", {{"place", place}, {"sku", receipt.sku}});
    }
    throw Refusal("cost.unusual",
                  {{"place", place},
                   {"sku", receipt.sku},
                   {"cost", perUnit(receipt.cost, receipt.units)},
                   {"newest", perUnit(unusual_->before->cost, unusual_->before->units)}});
}

} // namespace giftbox::purchasing
