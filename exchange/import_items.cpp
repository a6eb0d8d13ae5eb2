#include "exchange/import_items.h"

#include "books/by_code.h"
#include "exchange/import_batch.h"
#include "exchange/import_fields.h"
#include "inventory/edit_item.h"

namespace giftbox::exchange {

using foundation::quoted;
using inventory::Item;
using inventory::NumberedItem;

namespace {

constexpr std::size_t kSku = 0;

std::string difference(const Item& there, const Item& here)
{
    std::string text;
    for (const auto* field : differing(inventory::itemFields(), there, here)) {
        text += (text.empty() ? "" : ", ") + foundation::plainName(field->info.name) + " " +
                quoted(textOf(*field, there)) + " there, " + quoted(textOf(*field, here)) + " here";
    }
    return text;
}

/// The import of one file.
class ItemsImport {
public:
    ItemsImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "items", source),
          file_(std::move(source), columns_.columns(), tx.store().currency)
    {
        inventory::listItems(tx, [&](const NumberedItem& one) {
            known_.add(one.item.sku, {.number = one.number, .item = columns_.entered(one.item)});
            numbers_.add(one.item.sku);
        });
    }

    ImportSummary run()
    {
        while (file_.next()) {
            Item item = columns_.read(file_);
            file_.holdsAll(file_.line(), kSku, [&] { inventory::requireValid(item); });
            if (!file_.isHopeless()) {
                take(item);
            }
        }
        file_.throwIfBad();
        write();
        batch_.record(summary_);
        return summary_;
    }

private:
    /// The item that the row is about; nothing if it is new or the row is bad. Asks about zeros in bad rows too.
    const NumberedItem* find(const Item& item)
    {
        const NumberedItem* there = known_.find(item.sku);
        const auto alike = there == nullptr ? numbers_.alike(item.sku) : std::nullopt;
        if (alike && file_.zeroCodes() == ZeroCodes::Ask) {
            file_.reject(kSku, askAboutZeros(item.sku, *alike));
        } else if (alike && file_.zeroCodes() == ZeroCodes::AreTheSame) {
            there = known_.find(*alike);
        } else if (!file_.rowIsGood()) {
            return nullptr;
        } else if (there == nullptr && known_.hasAlike(item.sku)) {
            file_.reject(kSku, quoted(item.sku) + " differs from several items in capitals alone. "
                                                  "Spell it like one of them.");
        } else if (there == nullptr && file_.changes() == Changes::UpdateOnly) {
            file_.reject(kSku, "There is no item " + item.sku + " to change.");
        }
        return there;
    }

    void take(Item& item)
    {
        const NumberedItem* there = find(item);
        if (!file_.rowIsGood()) {
            return;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            added_.push_back(item);
            const auto number = tx_.counters().item + static_cast<std::int64_t>(added_.size());
            known_.add(item.sku, {.number = books::ItemNo{number}, .item = item});
            numbers_.add(item.sku);
            there = known_.find(item.sku);
        }
        if (!file_.isFirst(file_.line(), kSku, there->number.value, "item " + item.sku)) {
            return;
        }
        item.sku = there->item.sku;
        if (isNew) {
            ++summary_.added;
        } else if (columns_.keepOthers(file_, item, there->item); item == there->item) {
            ++summary_.unchanged;
        } else {
            change(*there, item);
        }
    }

    void change(const NumberedItem& there, const Item& item)
    {
        const std::string what = difference(there.item, item);
        if (file_.changes() == Changes::Add || columns_.differsForGood(there.item, item)) {
            file_.reject(kSku, "Item " + item.sku +
                                   " is already in the catalog with other values: " + what + ".");
            return;
        }
        // What is stored, not as it would be entered today.
        const NumberedItem before = inventory::requireItem(tx_, there.item.sku);
        file_.addChange(summary_, file_.line(), "Item " + item.sku + " changes: " + what, item.sku,
                        digestOf(before));
        Item after = item;
        after.retired = before.item.retired;
        batch_.keepEarlier(before.number.value, inventory::itemFields(), before.item, after);
        changed_.emplace(before.number.value, std::pair(before, after));
    }

    /// Facts are counted in the order of the items' numbers.
    void write()
    {
        for (const auto& [number, change] : changed_) {
            inventory::reviseItem(tx_, change.first, change.second);
        }
        for (const Item& item : added_) {
            inventory::insertItem(tx_, item);
        }
    }

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    FieldColumns<Item> columns_{inventory::itemFields()};
    ImportFile file_;
    ImportSummary summary_;
    books::ByCode<NumberedItem> known_;
    CodesByNumber numbers_;
    std::vector<Item> added_;
    std::map<std::int64_t, std::pair<NumberedItem, Item>> changed_; ///< before and after
};

} // namespace

ImportSummary importItems(books::WriteTransaction& tx, ImportSource source)
{
    return ItemsImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
