#include "exchange/undo_import.h"

#include "accounting/told.h"
#include "books/code.h"
#include "exchange/import_in_use.h"
#include "exchange/statements.h"
#include "exchange/undo_purchases.h"
#include "foundation/json.h"
#include "foundation/json_body.h"
#include "gifting/remove_recipients.h"
#include "gifting/undo_boxes.h"
#include "inventory/edit_item.h"
#include "inventory/remove_items.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/reverse_charge.h"
#include "purchasing/reverse_receipt.h"

#include <algorithm>

namespace giftbox::exchange {

using books::WriteTransaction;
using foundation::PeopleSeen;
using foundation::Refusal;

namespace {

/// The changes of items and recipients since the import.
accounting::Told changesSince(const WriteTransaction& tx, const ImportBatch& batch)
{
    accounting::Told told;
    for (const auto& row : tx.database().query(
             sql::ChangesSince{.storeId = tx.storeId(), .after = batch.event.value})) {
        told.take(accounting::ToldEvent::of(row));
    }
    return told;
}

/// The earlier values that the import replaced, by number.
std::map<std::int64_t, std::string> earlierValues(const WriteTransaction& tx,
                                                  const ImportBatch& batch)
{
    std::map<std::int64_t, std::string> earlier;
    for (const auto& row : tx.database().query(
             sql::FindImportBefore{.storeId = tx.storeId(), .batchNo = batch.number})) {
        earlier.emplace(row.rowNo, row.earlier);
    }
    return earlier;
}

template <class T>
T withValues(foundation::Fields<T> fields, T thing, std::string_view values)
{
    const foundation::JsonFields said = foundation::parseJsonBody(values).fields;
    for (const foundation::Field<T>& field : fields) {
        if (const auto value = said.find(field.info.name); value != said.end()) {
            takeText(field, thing, std::get<std::string>(value->second));
        }
    }
    return thing;
}

void addWord(std::string& words, const std::string& subject, const std::string& digest)
{
    words += (words.empty() ? "" : " ") + subject + ":" + digest;
}

/// The undoing of one import.
class Undo {
public:
    Undo(WriteTransaction& tx, const UndoRequest& request, ImportBatch batch)
        : tx_(tx), request_(request), done_{.batch = std::move(batch)}
    {}

    UndoneImport run()
    {
        constexpr std::pair<std::string_view, void (Undo::*)()> kWays[] = {
            {"items", &Undo::undoItems},       {"recipients", &Undo::undoRecipients},
            {"receipts", &Undo::undoReceipts}, {"deliveries", &Undo::undoReceipts},
            {"bills", &Undo::undoCharges},     {"freight", &Undo::undoCharges},
            {"boxes", &Undo::undoBoxes}};
        const auto* const way =
            std::ranges::find(kWays, batch().kind, [](const auto& one) { return one.first; });
        way != std::end(kWays) ? (this->*way->second)()
                               : undoPurchases(tx_, request_.reason, done_);
        tx_.database().execute(
            sql::DeleteImportBefore{.storeId = tx_.storeId(), .batchNo = batch().number});
        tx_.database().execute(sql::SetImportUndone{.storeId = tx_.storeId(),
                                                    .undoneEvent = tx_.event().value,
                                                    .undoReason = request_.reason,
                                                    .batchNo = batch().number});
        record();
        return done_;
    }

private:
    const ImportBatch& batch() const { return done_.batch; }
    bool isAdded(std::int64_t number) const
    {
        return batch().added > 0 && number >= batch().firstNo && number <= batch().lastNo();
    }

    void requireNotInClosedMonth()
    {
        const auto closed = tx_.database().query(
            sql::ClosedSince{.storeId = tx_.storeId(), .after = batch().event.value});
        if (batch().added > 0 && closed->month) {
            throw Refusal(
                "import.in_closed_month",
                {{"number", batch().number}, {"items", batch().added}, {"month", *closed->month}});
        }
    }

    void undoItems()
    {
        const auto earlier = earlierValues(tx_, batch());
        const accounting::Told told = changesSince(tx_, batch());
        InUse inUse;
        for (const auto& row : tx_.database().query(sql::ItemsInUse{.storeId = tx_.storeId(),
                               .firstNo = batch().firstNo,
                               .lastNo = batch().lastNo()})) {
            inUse.add(row.itemNo, kUsedRow, std::string(row.name) + " " + std::string(row.sku));
        }
        std::map<std::int64_t, inventory::NumberedItem> changed;
        inventory::listItems(tx_, [&](const inventory::NumberedItem& one) {
            const std::int64_t number = one.number.value;
            const auto since = told.items.find(one.item.sku);
            const bool isOfBatch = isAdded(number) || earlier.contains(number);
            if (isOfBatch && since != told.items.end() &&
                since->second.front().before != digestOf(one)) {
                inUse.add(number, kChangedRow, one.item.name + " " + one.item.sku);
            }
            if (earlier.contains(number)) {
                changed.emplace(number, one);
            }
        });
        inUse.throwIfAny(batch());
        requireNotInClosedMonth();
        for (const auto& [number, item] : changed) {
            addWord(edited_, item.item.sku, digestOf(item));
            inventory::reviseItem(
                tx_, item, withValues(inventory::itemFields(), item.item, earlier.at(number)));
        }
        done_.restored = static_cast<std::int64_t>(changed.size());
        if (batch().added > 0) {
            done_.removed =
                inventory::removeItems(tx_, batch().firstNo, batch().lastNo(), batch().event);
        }
    }

    std::string nameOf(std::int64_t number, std::string_view code, std::string_view name) const
    {
        return request_.sees == PeopleSeen::Name   ? std::string(name) + " " + std::string(code)
               : request_.sees == PeopleSeen::Code ? std::string(code)
                                                   : "recipient " + std::to_string(number);
    }

    void undoRecipients()
    {
        const auto earlier = earlierValues(tx_, batch());
        const accounting::Told told = changesSince(tx_, batch());
        InUse inUse;
        for (const auto& row : tx_.database().query(sql::RecipientsInUse{.storeId = tx_.storeId(),
                               .firstNo = batch().firstNo,
                               .lastNo = batch().lastNo()})) {
            inUse.add(row.recipientNo, kUsedRow, nameOf(row.recipientNo, row.code, row.name));
        }
        std::map<std::int64_t, gifting::NumberedRecipient> changed;
        const auto take = [&](std::int64_t number) {
            const auto code = gifting::findRecipientCode(tx_, books::RecipientNo{number});
            if (!code) {
                return;
            }
            const auto one = gifting::requireRecipient(tx_, *code);
            if (told.recipients.contains(number)) {
                inUse.add(number, kChangedRow, nameOf(number, *code, one.recipient.name));
            }
            changed.emplace(number, one);
        };
        for (const auto& [number, changes] : told.recipients) {
            if (isAdded(number)) {
                take(number);
            }
        }
        for (const auto& [number, values] : earlier) {
            take(number);
        }
        inUse.throwIfAny(batch());
        for (const auto& [number, one] : changed) {
            addWord(edited_, std::to_string(number), recipientDigest(one));
            gifting::updateRecipient(tx_,
                                     {.number = one.number,
                                      .recipient = withValues(gifting::recipientFields(),
                                                              one.recipient, earlier.at(number))});
        }
        done_.restored = static_cast<std::int64_t>(changed.size());
        if (batch().added > 0) {
            done_.removed =
                gifting::removeRecipients(tx_, batch().firstNo, batch().lastNo(), batch().event);
        }
    }

    std::vector<purchasing::RecordedReceipt> receipts() const
    {
        std::vector<purchasing::RecordedReceipt> receipts;
        for (const auto& row : tx_.database().query(sql::LotsOfImport{.storeId = tx_.storeId(),
                               .firstNo = batch().firstNo,
                               .lastNo = batch().lastNo()})) {
            receipts.push_back({.lot = {row.lotNo},
                                .movement = batch().firstMovement + row.lotNo - batch().firstNo,
                                .sku = std::string(row.sku),
                                .reference = std::string(row.reference),
                                .receivedOn = row.receivedOn,
                                .units = row.units,
                                .cost = row.cost});
        }
        return receipts;
    }

    void undoReceipts()
    {
        const auto all = receipts();
        std::vector<std::string> skus;
        for (const purchasing::RecordedReceipt& one : all) {
            skus.push_back(one.sku);
        }
        purchasing::Reversals run(tx_, skus);
        InUse inUse;
        for (const purchasing::RecordedReceipt& one : all) {
            const auto found = run.ofReceipt(one);
            if (found == purchasing::InTheWay::Nothing) {
                run.reverse(one, request_.reason);
            } else {
                inUse.add(one.lot.value,
                          found == purchasing::InTheWay::Used ? kUsedRow : kReservedRow,
                          one.reference + " for " + one.sku);
            }
        }
        inUse.throwIfAny(batch());
        run.write();
        done_.reversed = static_cast<std::int64_t>(all.size());
    }

    /// Bills or freight.
    void undoCharges()
    {
        InUse inUse;
        for (std::int64_t number = batch().firstNo; number <= batch().lastNo(); ++number) {
            try {
                done_.reversed += undoCharge(number) ? 1 : 0;
            } catch (const Refusal& refusal) {
                if (refusal.code() != "receipt.cost_below") {
                    throw;
                }
                inUse.add(number, kChangedRow, nameOfCharge(number));
            }
        }
        inUse.throwIfAny(batch());
    }

    std::string nameOfCharge(std::int64_t number) const
    {
        return batch().kind == "bills" ? purchasing::requireBill(tx_, number).reference
                                       : purchasing::requireFreight(tx_, number).reference;
    }

    /// False if it was reversed before.
    bool undoCharge(std::int64_t number)
    {
        if (batch().kind == "bills") {
            const bool stands = !purchasing::requireBill(tx_, number).reversedOn;
            if (stands) {
                purchasing::enterBillReversal(tx_, number, request_.reason);
            }
            return stands;
        }
        const bool stands = !purchasing::requireFreight(tx_, number).reversedOn;
        if (stands) {
            purchasing::enterFreightReversal(tx_, number, request_.reason);
        }
        return stands;
    }

    void undoBoxes()
    {
        const gifting::UndoneBoxes undone = gifting::undoBoxes(
            tx_, books::BoxNo{batch().firstNo}, books::BoxNo{batch().lastNo()}, request_.reason);
        InUse inUse;
        for (const auto& [number, why] : undone.inTheWay) {
            inUse.add(number.value,
                      why == gifting::BoxInTheWay::ChangedSince ? kChangedRow : kInClosedMonthRow,
                      "box " + std::to_string(number.value));
        }
        inUse.throwIfAny(batch());
        done_.reversed = undone.undone;
    }

    void record()
    {
        foundation::JsonObject detail;
        detail.add("kind", batch().kind)
            .add("removed", done_.removed)
            .add("restored", done_.restored)
            .add("reversed", done_.reversed)
            .add("edited", edited_);
        if (batch().kind != "recipients" && batch().kind != "boxes") { // a reason may name one
            detail.add("reason", request_.reason);
        }
        tx_.record("import.undo", "import " + std::to_string(batch().number), detail.text());
    }

    WriteTransaction& tx_;
    const UndoRequest& request_;
    UndoneImport done_;
    std::string edited_; ///< the restored ones and the digests of what they were, for the event
};

} // namespace

UndoneImport undoImport(WriteTransaction& tx, const UndoRequest& request)
{
    books::requireText(request.reason, "the reason for undoing the import", "reason");
    ImportBatch batch = requireImport(tx, request.number);
    if (batch.isUndone()) {
        throw Refusal("import.undone", {{"number", batch.number}, {"file", batch.fileName}});
    }
    return Undo(tx, request, std::move(batch)).run();
}

} // namespace giftbox::exchange
