#include "gifting/box_tax.h"

#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/json.h"
#include "gifting/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

void requirePurpose(const std::optional<std::string>& purpose)
{
    if (purpose) {
        books::requireOptionalText(*purpose, "the business purpose", "purpose");
    }
}

void requireTaxState(const WriteTransaction& tx, BoxNo number)
{
    const auto box =
        tx.database().query(sql::StateOfBox{.storeId = tx.storeId(), .boxNo = number.value});
    if (!box) {
        throw Refusal("box.unknown", {{"number", number.value}});
    }
    if (box->state == "unpacked" || box->state == "cancelled") {
        throw Refusal("box.tax_state", {{"number", number.value}, {"state", box->state}});
    }
    if (box->state == "given") {
        tx.requireOpen(box->month);
    }
}

BoxTax changed(BoxTax tax, const BoxTaxChange& change)
{
    tax.taxClass = change.taxClass.value_or(tax.taxClass);
    tax.purpose = change.purpose.value_or(tax.purpose);
    return tax;
}

} // namespace

void requireTaxClass(const std::string& text)
{
    if (std::ranges::find(kTaxClasses, text) == kTaxClasses.end()) {
        throw Refusal("box.tax_class", {{"text", text}});
    }
}

void requireSound(const BoxTaxChange& change)
{
    if (change.taxClass && !change.taxClass->empty()) {
        requireTaxClass(*change.taxClass);
    }
    requirePurpose(change.purpose);
}

BoxTax boxTaxOf(const ReadTransaction& tx, BoxNo number)
{
    const auto row =
        tx.database().query(sql::BoxTaxNow{.storeId = tx.storeId(), .boxNo = number.value});
    return row ? BoxTax{.taxClass = std::string(row->taxClass),
                        .purpose = std::string(row->purpose)}
               : BoxTax{};
}

BoxTax setBoxTax(WriteTransaction& tx, BoxNo number, const BoxTaxChange& change)
{
    requireSound(change);
    requireTaxState(tx, number);
    const BoxTax before = boxTaxOf(tx, number);
    const BoxTax after = changed(before, change);
    if (after != before) {
        foundation::Batch rows = sql::InsertBoxTaxes::batch();
        rows.add(number.value).add(after.taxClass).add(after.purpose);
        tx.facts().add(books::facts::kBoxTax, rows);
        tx.database().executeForEach(
            sql::InsertBoxTaxes{.storeId = tx.storeId(), .eventSeq = tx.event().value}, rows);
        tx.record("box.tax", "box " + std::to_string(number.value),
                  foundation::JsonObject()
                      .add("tax_class", after.taxClass.empty() ? "default" : after.taxClass)
                      .text());
    }
    return after;
}

GiftDefaults giftDefaults(const ReadTransaction& tx, Month month)
{
    const auto row =
        tx.database().query(sql::GiftDefaultAt{.storeId = tx.storeId(), .month = month});
    return row ? GiftDefaults{.taxClass = std::string(row->taxClass),
                              .purpose = std::string(row->purpose),
                              .relationship = std::string(row->relationship)}
               : GiftDefaults{};
}

GiftDefaults setGiftDefaults(WriteTransaction& tx, Month from, const GiftDefaultsChange& change)
{
    const GiftDefaults before = giftDefaults(tx, from);
    const GiftDefaults after{.taxClass = change.taxClass.value_or(before.taxClass),
                             .purpose = change.purpose.value_or(before.purpose),
                             .relationship = change.relationship.value_or(before.relationship)};
    requireTaxClass(after.taxClass);
    requirePurpose(after.purpose);
    books::requireOptionalText(after.relationship, "the relationship", "relationship");
    tx.requireOpen(from);
    if (after == before) {
        return after;
    }
    tx.askAbout(from);
    const sql::InsertGiftDefault row{.storeId = tx.storeId(),
                                     .eventSeq = tx.event().value,
                                     .fromMonth = from,
                                     .taxClass = after.taxClass,
                                     .purpose = after.purpose,
                                     .relationship = after.relationship};
    tx.facts().add(books::facts::kGiftDefault, row.binds());
    tx.database().execute(row);
    tx.record("gift.defaults", "gifts of the store",
              foundation::JsonObject()
                  .add("tax_class", after.taxClass)
                  .add("purpose", after.purpose)
                  .add("relationship", after.relationship)
                  .add("from", toText(from))
                  .text());
    return after;
}

} // namespace giftbox::gifting
