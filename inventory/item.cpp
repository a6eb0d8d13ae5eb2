#include "inventory/item.h"

#include "books/code.h"
#include "foundation/database/field_rows.h"
#include "foundation/fold.h"
#include "inventory/item_code.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestSku = 64;

template <class R>
NumberedItem itemOf(const R& row)
{
    NumberedItem numbered{.number = books::ItemNo{row.itemNo}, .item = {}};
    readFields(itemFields(), row, numbered.item);
    return numbered;
}

std::optional<NumberedItem> itemOfSku(const ReadTransaction& tx, std::string_view sku)
{
    const auto found = tx.database().query(sql::FindItem{.storeId = tx.storeId(), .sku = sku});
    return found ? std::optional(itemOf(*found)) : std::nullopt;
}

} // namespace

std::string_view toText(ItemKind kind)
{
    return kind == ItemKind::Contents ? "contents" : "packaging";
}

ItemKind parseItemKind(std::string_view text)
{
    if (text == "contents") {
        return ItemKind::Contents;
    }
    if (text == "packaging") {
        return ItemKind::Packaging;
    }
    throw Refusal("item.kind_unknown", {{"text", text}});
}

void requireValid(const Item& item)
{
    foundation::Faults faults;
    faults.check(
        [&] { books::requireCode(item.sku, kLongestSku, "item.sku_malformed", "the SKU"); });
    books::checkFields(faults, itemFields(), item);
    faults.check([&] { requireBarcode(item.barcode); });
    faults.throwIfAny();
}

std::optional<NumberedItem> findItem(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = itemOfSku(tx, code)) {
        return found;
    }
    const std::string sku = toSku(tx, code);
    return sku == code ? std::nullopt : itemOfSku(tx, sku);
}

NumberedItem requireItem(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = findItem(tx, code)) {
        return *found;
    }
    refuseUnknownItem(tx, code);
}

void listItems(const ReadTransaction& tx, const std::function<void(const NumberedItem&)>& visit)
{
    for (const auto& row : tx.database().query(sql::ListItems{.storeId = tx.storeId()})) {
        visit(itemOf(row));
    }
}

std::vector<NumberedItem> itemsAfter(const ReadTransaction& tx, std::string_view after,
                                     std::int64_t most)
{
    std::vector<NumberedItem> items;
    for (const auto& row : tx.database().query(
             sql::ItemsAfter{.storeId = tx.storeId(), .after = after, .most = most})) {
        items.push_back(itemOf(row));
    }
    return items;
}

namespace {

/// The table's values of an item, beside its numbers.
class ItemRow {
public:
    explicit ItemRow(const Item& item)
        : fields_(itemFields(), item), barcode_(barcodeKey(item.barcode)),
          sku_(foundation::folded(item.sku))
    {}

    /// With these columns before the fields, and the texts for look-ups.
    std::vector<foundation::Bind> with(std::vector<foundation::Bind> binds) const
    {
        binds.insert(binds.end(), fields_.binds.begin(), fields_.binds.end());
        binds.push_back({"barcode_folded", barcode_});
        binds.push_back({"sku_folded", sku_});
        return binds;
    }

private:
    foundation::FieldBinds<Item> fields_;
    std::string barcode_;
    std::string sku_;
};

std::string factOf(const NumberedItem& numbered)
{
    return factText(itemFacts(), ItemRow(numbered.item).with({{"item_no", numbered.number.value}}));
}

} // namespace

void insertItem(books::WriteTransaction& tx, const Item& item)
{
    const ItemRow row(item);
    const auto binds = row.with({{"store_id", tx.storeId()},
                                 {"item_no", ++tx.counters().item},
                                 {"added_event", tx.event().value}});
    tx.facts().add(itemFacts(), binds);
    insertRow(tx.database(), "item", binds);
}

void updateItem(books::WriteTransaction& tx, const NumberedItem& numbered)
{
    tx.facts().add(itemFacts(), factOf(numbered));
    const std::array<foundation::Bind, 2> key = {
        {{"store_id", tx.storeId()}, {"item_no", numbered.number.value}}};
    updateRow(tx.database(), "item", ItemRow(numbered.item).with({}), key);
}

std::string digestOf(const NumberedItem& numbered)
{
    return factCounted(itemFacts(), factOf(numbered));
}

} // namespace giftbox::inventory
