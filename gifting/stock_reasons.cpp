#include "gifting/stock_reasons.h"

#include "books/code.h"
#include "books/count_facts.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using foundation::Refusal;

namespace {

constexpr std::array<std::string_view, 5> kFirstReasons = {"damage", "given without record",
                                                           "miscount", "found", kOtherReason};
constexpr std::size_t kOther = kFirstReasons.size() - 1;
constexpr std::string_view kBlanks = " ";

std::string_view trimmed(std::string_view text)
{
    const auto begin = std::min(text.find_first_not_of(kBlanks), text.size());
    const auto end = text.find_last_not_of(kBlanks);
    return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

/// `damage` and `dropped` of `damage: dropped`.
std::pair<std::string_view, std::string_view> splitReason(std::string_view text)
{
    const auto colon = std::min(text.find(':'), text.size());
    return {trimmed(text.substr(0, colon)),
            colon == text.size() ? std::string_view() : trimmed(text.substr(colon + 1))};
}

void recordReason(books::WriteTransaction& tx, std::string_view action, const StockReason& reason)
{
    const sql::InsertStockReason insert{.storeId = tx.storeId(),
                                        .eventSeq = tx.event().value,
                                        .name = reason.name,
                                        .listed = reason.isListed ? 1 : 0};
    tx.facts().add(books::facts::kStockReason, insert.binds());
    tx.database().execute(insert);
    tx.record(action, "store", foundation::JsonObject().add("reason", reason.name).text());
}

} // namespace

StockReasons::StockReasons(const books::ReadTransaction& tx)
{
    for (const std::string_view name : kFirstReasons) {
        all_.push_back({std::string(name)});
    }
    for (const auto& row : tx.database().query(sql::StockReasons{.storeId = tx.storeId()})) {
        const auto known = std::ranges::find_if(all_, [&](const StockReason& one) {
            return foundation::sameFolded(one.name, row.name);
        });
        if (known == all_.end()) {
            all_.push_back({std::string(row.name), row.listed != 0});
        } else {
            known->isListed = row.listed != 0;
        }
    }
}

const StockReason* StockReasons::find(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        all_, [&](const StockReason& one) { return foundation::sameFolded(one.name, name); });
    return found == all_.end() ? nullptr : &*found;
}

std::string StockReasons::recorded(const std::string& reason, const std::string& words) const
{
    const auto [name, more] = splitReason(reason);
    const StockReason* const found = find(name);
    if (found == nullptr) {
        if (!words.empty()) {
            throw Refusal("reason.unknown", {{"reason", reason}});
        }
        return reason;
    }
    if (!found->isListed) {
        throw Refusal("reason.retired", {{"reason", found->name}});
    }
    std::string text(more);
    text += (text.empty() || words.empty() ? "" : ", ") + words;
    if (text.empty() && found == &all_[kOther]) {
        throw Refusal("reason.words_needed");
    }
    return text.empty() ? found->name : found->name + ": " + text;
}

const std::string& StockReasons::of(std::string_view recorded) const
{
    const StockReason* const found = find(splitReason(recorded).first);
    return found == nullptr ? all_[kOther].name : found->name;
}

StockReason addReason(books::WriteTransaction& tx, const std::string& name)
{
    books::requireText(name, "the reason", "reason");
    if (name.find(':') != std::string::npos) {
        throw Refusal("reason.malformed", {{"reason", name}});
    }
    const StockReasons reasons(tx);
    const StockReason* const there = reasons.find(name);
    if (there != nullptr && there->isListed) {
        throw Refusal("reason.exists", {{"reason", there->name}});
    }
    const StockReason added{there == nullptr ? name : there->name, true};
    recordReason(tx, "reason.add", added);
    return added;
}

StockReason retireReason(books::WriteTransaction& tx, const std::string& name)
{
    const StockReasons reasons(tx);
    const StockReason* const there = reasons.find(name);
    if (there == nullptr) {
        throw Refusal("reason.unknown", {{"reason", name}});
    }
    if (there->name == kOtherReason) {
        throw Refusal("reason.other_stays");
    }
    if (!there->isListed) {
        throw Refusal("reason.retired", {{"reason", there->name}});
    }
    const StockReason retired{there->name, false};
    recordReason(tx, "reason.retire", retired);
    return retired;
}

} // namespace giftbox::gifting
