#include "inventory/item_code.h"

#include "books/by_code.h"
#include "foundation/fold.h"
#include "foundation/text.h"
#include "inventory/statements.h"

#include <algorithm>
#include <map>

namespace giftbox::inventory {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

/// How a code means an item, the better match first.
enum class Match { Sku, EarlierSku, Barcode };

/// An item that a code may mean.
struct Meant {
    std::string sku;
    std::string name;
    Match match = Match::Sku;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// `4.00638E+12`, also with a decimal comma.
bool isSpreadsheetNumber(std::string_view text)
{
    const std::string form = foundation::folded(text);
    const auto e = form.find("e+");
    if (e == std::string::npos || !areDigits(std::string_view(form).substr(e + 2))) {
        return false;
    }
    std::string digits = form.substr(0, e);
    std::erase_if(digits, [](char c) { return c == '.' || c == ','; });
    return areDigits(digits) && digits.size() + 1 >= e;
}

/// The items of each code, by SKU first.
std::map<std::string, std::vector<Meant>> itemsOf(const ReadTransaction& tx,
                                                  std::span<const std::string> codes)
{
    foundation::Batch batch = sql::ItemsByCode::batch();
    for (const std::string& code : codes) {
        if (code.find('\0') == std::string::npos && !foundation::firstInvalidUtf8(code)) {
            batch.add(code).add(books::codeKey(code)).add(barcodeKey(code));
        }
    }
    std::map<std::string, std::vector<Meant>> found;
    tx.database().queryForEach(sql::ItemsByCode{.storeId = tx.storeId()}, batch,
                               [&found](const sql::ItemsByCode::Row& row) {
                                   found[std::string(row.code)].push_back(
                                       {.sku = std::string(row.sku),
                                        .name = std::string(row.name),
                                        .match = static_cast<Match>(row.matchRank)});
                               });
    return found;
}

/// The items of the first kind of match.
std::vector<Meant> best(const std::vector<Meant>& items, std::string_view code)
{
    const auto exact = std::ranges::find(items, code, &Meant::sku);
    if (exact != items.end()) {
        return {*exact};
    }
    std::vector<Meant> kept;
    for (const Meant& one : items) {
        if (one.match == items.front().match) {
            kept.push_back(one);
        }
    }
    return kept;
}

} // namespace

std::string barcodeKey(std::string_view barcode)
{
    constexpr std::size_t kGtin = 14;
    std::string key = foundation::folded(barcode);
    std::string digits = key;
    std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
    if (!areDigits(digits)) {
        return key;
    }
    const bool isGtin = digits.size() == 8 || (digits.size() >= 12 && digits.size() <= kGtin);
    return isGtin ? std::string(kGtin - digits.size(), '0') + digits : digits;
}

void requireBarcode(std::string_view barcode)
{
    if (isSpreadsheetNumber(barcode)) {
        throw Refusal("item.barcode_malformed", {{"barcode", barcode}});
    }
}

void toSkus(const ReadTransaction& tx, std::span<std::string* const> codes)
{
    std::vector<std::string> asked;
    for (const std::string* code : codes) {
        asked.push_back(*code);
    }
    std::ranges::sort(asked);
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    const auto found = itemsOf(tx, asked);
    for (std::string* code : codes) {
        if (const auto at = found.find(*code); at != found.end()) {
            if (const auto meant = best(at->second, *code); meant.size() == 1) {
                *code = meant.front().sku;
            }
        }
    }
}

std::vector<std::string> skusMeant(const ReadTransaction& tx, std::string_view code)
{
    std::vector<std::string> skus;
    const std::string asked(code);
    for (const auto& [known, items] : itemsOf(tx, {&asked, 1})) {
        for (const Meant& one : best(items, code)) {
            skus.push_back(one.sku);
        }
    }
    return skus;
}

std::string toSku(const ReadTransaction& tx, std::string_view code)
{
    std::string sku(code);
    std::string* const one = &sku;
    toSkus(tx, {&one, 1});
    return sku;
}

void requireUnused(const ReadTransaction& tx, std::string_view sku, std::string_view own)
{
    const std::string asked(sku);
    for (const auto& [code, items] : itemsOf(tx, {&asked, 1})) {
        for (const Meant& one : items) {
            if (one.sku != own && one.match != Match::Barcode) {
                throw Refusal(one.match == Match::Sku ? "item.exists" : "item.exists/earlier",
                              {{"sku", one.sku}, {"name", one.name}, {"asked", asked}});
            }
        }
    }
}

void refuseUnknownItem(const ReadTransaction& tx, std::string_view code)
{
    constexpr std::size_t kLongestSku = 64;
    requireBarcode(code);
    const std::string asked(code);
    const auto found = itemsOf(tx, {&asked, 1});
    const std::vector<Meant> meant =
        found.empty() ? std::vector<Meant>() : best(found.begin()->second, code);
    if (meant.size() > 1) {
        std::string names;
        for (const Meant& one : meant) {
            names += (names.empty() ? "" : ", ") + one.sku + " (" + one.name + ")";
        }
        throw Refusal("item.ambiguous", {{"asked", asked}, {"names", names}});
    }
    throw Refusal("item.unknown", {{"sku", code.substr(0, kLongestSku)},
                                   {"spelled", meant.empty() ? "" : meant.front().sku}});
}

} // namespace giftbox::inventory
