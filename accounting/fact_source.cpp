#include "accounting/fact_source.h"

#include "books/count_facts.h"
#include "books/journal_facts.h"
#include "books/purchase_facts.h"
#include "books/undo_facts.h"
#include "inventory/item.h"
#include "purchasing/supplier.h"

#include <algorithm>
#include <limits>

namespace giftbox::accounting {

using books::factCounted;
using books::FactTable;
using books::factText;
using foundation::Row;

namespace {

constexpr std::int64_t kEventsAPage = 32'768;
constexpr std::int64_t kNoMore = std::numeric_limits<std::int64_t>::max();

} // namespace

FactSource::FactSource(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent)
    : tx_(tx), told_(told), lastEvent_(lastEvent)
{
    readItems();
    readRecipients();
    readCancelled();
    std::ranges::stable_sort(edited_, {}, &CountedRow::event);
}

void FactSource::addVersions(const FactTable& table, std::int64_t addedBy, const std::string& now,
                             const std::vector<Told::Change>& changes)
{
    // Its contents after an event are what the next changing event keeps, or its current contents.
    const auto saidFrom = [&](std::int64_t event) -> const std::string& {
        for (const Told::Change& change : changes) {
            if (change.event > event && !change.before.empty()) {
                return change.before;
            }
        }
        return now;
    };
    edited_.push_back({addedBy, &table, saidFrom(std::max(addedBy, told_.baseline))});
    for (const Told::Change& change : changes) {
        if (change.event > told_.baseline) {
            edited_.push_back({change.event, &table, saidFrom(change.event)});
        }
    }
}

/// The changes that events between the two recorded. Another item of the SKU may have been taken away before, or be
/// there since.
std::vector<Told::Change> FactSource::changesOf(std::string_view sku, std::int64_t added,
                                                std::int64_t removed) const
{
    std::vector<Told::Change> changes;
    const auto all = told_.items.find(sku);
    if (all != told_.items.end()) {
        std::ranges::copy_if(all->second, std::back_inserter(changes),
                             [&](const Told::Change& change) {
                                 return change.event > added && change.event <= removed;
                             });
    }
    return changes;
}

std::vector<FactSource::Removed> FactSource::removedRows(std::string_view kind) const
{
    std::vector<Removed> removed;
    for (const auto& row :
         tx_.database().query(sql::RemovedRows{.storeId = tx_.storeId(), .kind = kind})) {
        removed.push_back({.number = row.rowNo,
                           .sku = std::string(row.sku),
                           .digest = std::string(row.digest),
                           .added = row.addedEvent,
                           .event = row.eventSeq});
    }
    return removed;
}

void FactSource::readItems()
{
    const FactTable& table = inventory::itemFacts();
    const std::vector<int> places = books::factPlaces(table, sql::FactsItem::Row::kColumns);
    const std::vector<Removed> removed = removedRows("item");
    auto next = removed.begin();
    const auto addRemovedBelow =
        [&](std::int64_t number) { // facts come in the order of the numbers
            for (; next != removed.end() && next->number < number; ++next) {
                addVersions(table, next->added, next->digest,
                            changesOf(next->sku, next->added, next->event));
            }
        };
    streamFacts(tx_, sql::FactsItem{.storeId = tx_.storeId()}, [&](const Row& cells) {
        const sql::FactsItem::Row row(cells);
        addRemovedBelow(row.itemNo);
        addVersions(table, row.addedEvent, factCounted(table, factText(table, cells, places)),
                    changesOf(row.sku, row.addedEvent, lastEvent_));
    });
    addRemovedBelow(kNoMore);
}

void FactSource::readRecipients()
{
    const FactTable& table = books::facts::kRecipient;
    const auto& from = told_.recipientsFrom;
    const std::vector<Removed> removed = removedRows("recipient");
    auto next = from.begin();
    auto gone = removed.begin();
    std::int64_t event = 0;
    const auto add = [&](std::int64_t number, const std::string& counted) {
        for (; next != from.end() && next->first <= number; ++next) {
            event = next->second;
        }
        const auto changes = told_.recipients.find(number);
        addVersions(table, event, counted,
                    changes == told_.recipients.end() ? std::vector<Told::Change>{}
                                                      : changes->second);
    };
    const auto addRemovedBelow = [&](std::int64_t number) {
        for (; gone != removed.end() && gone->number < number; ++gone) {
            add(gone->number, gone->digest);
        }
    };
    streamFacts(tx_, sql::FactsRecipient{.storeId = tx_.storeId()}, [&](const Row& cells) {
        const std::int64_t number = sql::FactsRecipient::Row(cells).recipientNo;
        addRemovedBelow(number);
        add(number,
            factCounted(table, factText<sql::FactsRecipient, books::facts::kRecipient>(cells)));
    });
    addRemovedBelow(kNoMore);
}

void FactSource::readCancelled()
{
    const FactTable& table = books::facts::kPlannedBox;
    streamFacts(tx_, sql::FactsPlannedBox{.storeId = tx_.storeId()}, [&](const Row& cells) {
        const sql::FactsPlannedBox::Row row(cells);
        const auto at = told_.cancelled.find(row.boxNo);
        if (row.state == "cancelled" && at != told_.cancelled.end()) {
            edited_.push_back({at->second, &table,
                               factText<sql::FactsPlannedBox, books::facts::kPlannedBox>(cells)});
        }
    });
}

template <class S, const FactTable& kTable>
void FactSource::readTable(std::int64_t after)
{
    streamFacts(
        tx_, S{.storeId = tx_.storeId(), .after = after, .upto = readTo_}, [&](const Row& cells) {
            page_.push_back({typename S::Row(cells).eventSeq, &kTable, factText<S, kTable>(cells)});
        });
}

/// A nomination that moved is counted with the recipient that it was recorded with.
void FactSource::readNominations(std::int64_t after)
{
    const FactTable& table = books::facts::kNomination;
    streamFacts(
        tx_, sql::FactsNomination{.storeId = tx_.storeId(), .after = after, .upto = readTo_},
        [&](const Row& cells) {
            const sql::FactsNomination::Row row(cells);
            const auto move = told_.moved.find(row.nominationNo);
            const std::vector<foundation::Bind> binds = {
                {"nomination_no", row.nominationNo},
                {"month", row.month},
                {"recipient_no", move == told_.moved.end() ? row.recipientNo : move->second.from},
                {"adviser", row.adviser},
                {"department", row.department}};
            page_.push_back({row.eventSeq, &table, factText(table, binds)});
        });
}

/// Its columns are those of its fields.
void FactSource::readSuppliers(std::int64_t after)
{
    const FactTable& table = purchasing::supplierFacts();
    static const std::vector<int> places =
        books::factPlaces(table, sql::FactsSupplier::Row::kColumns);
    streamFacts(tx_, sql::FactsSupplier{.storeId = tx_.storeId(), .after = after, .upto = readTo_},
                [&](const Row& cells) {
                    page_.push_back({sql::FactsSupplier::Row(cells).eventSeq, &table,
                                     factText(table, cells, places)});
                });
}

void FactSource::readJournal(std::int64_t after)
{
    readTable<sql::FactsJournalAccount, books::facts::kJournalAccount>(after);
    readTable<sql::FactsJournalBatch, books::facts::kJournalBatch>(after);
    readTable<sql::FactsJournalPosting, books::facts::kJournalPosting>(after);
    readTable<sql::FactsBoxDepartment, books::facts::kBoxDepartment>(after);
    readTable<sql::FactsDefaultDepartment, books::facts::kDefaultDepartment>(after);
    readTable<sql::FactsBoxTax, books::facts::kBoxTax>(after);
    readTable<sql::FactsGiftDefault, books::facts::kGiftDefault>(after);
    readTable<sql::FactsChartAccount, books::facts::kChartAccount>(after);
}

void FactSource::readPage(std::int64_t after)
{
    page_.clear();
    atPage_ = 0;
    readTo_ = std::min(after + kEventsAPage, lastEvent_);
    readTable<sql::FactsStore, books::facts::kStore>(after);
    readTable<sql::FactsStoreSetting, books::facts::kStoreSetting>(after);
    readTable<sql::FactsDelivery, books::facts::kDelivery>(after);
    readTable<sql::FactsFreight, books::facts::kFreight>(after);
    readTable<sql::FactsFreightLot, books::facts::kFreightLot>(after);
    readTable<sql::FactsBill, books::facts::kBill>(after);
    readTable<sql::FactsBillLot, books::facts::kBillLot>(after);
    readTable<sql::FactsBillReversal, books::facts::kBillReversal>(after);
    readTable<sql::FactsFreightReversal, books::facts::kFreightReversal>(after);
    readTable<sql::FactsReceiptCorrection, books::facts::kReceiptCorrection>(after);
    readTable<sql::FactsItemHistory, books::facts::kItemHistory>(after);
    readTable<sql::FactsImportBatch, books::facts::kImportBatch>(after);
    readTable<sql::FactsRemovedRow, books::facts::kRemovedRow>(after);
    readTable<sql::FactsCountSession, books::facts::kCountSession>(after);
    readTable<sql::FactsCountLine, books::facts::kCountLine>(after);
    readTable<sql::FactsCountEntry, books::facts::kCountEntry>(after);
    readTable<sql::FactsCountEnd, books::facts::kCountEnd>(after);
    readTable<sql::FactsItemCount, books::facts::kItemCount>(after);
    readTable<sql::FactsStockReason, books::facts::kStockReason>(after);
    readTable<sql::FactsCap, books::facts::kCap>(after);
    readTable<sql::FactsCapException, books::facts::kCapException>(after);
    readTable<sql::FactsClosedMonth, books::facts::kClosedMonth>(after);
    readTable<sql::FactsReopenedMonth, books::facts::kReopenedMonth>(after);
    readTable<sql::FactsRecipe, books::facts::kRecipe>(after);
    readTable<sql::FactsRecipeLine, books::facts::kRecipeLine>(after);
    readNominations(after);
    readTable<sql::FactsSelection, books::facts::kSelection>(after);
    readTable<sql::FactsNoteTemplate, books::facts::kTemplate>(after);
    readTable<sql::FactsBoxTakeBack, books::facts::kBoxTakeBack>(after);
    readTable<sql::FactsBoxNote, books::facts::kNote>(after);
    readTable<sql::FactsNoteSignature, books::facts::kSignature>(after);
    readSuppliers(after);
    readTable<sql::FactsItemSupplier, books::facts::kItemSupplier>(after);
    readTable<sql::FactsPurchaseOrder, books::facts::kPurchaseOrder>(after);
    readTable<sql::FactsOrderLine, books::facts::kOrderLine>(after);
    readTable<sql::FactsOrderStep, books::facts::kOrderStep>(after);
    readTable<sql::FactsOrderReceipt, books::facts::kOrderReceipt>(after);
    readJournal(after);
    std::ranges::stable_sort(page_, {}, &CountedRow::event);
}

const std::vector<CountedRow>& FactSource::of(std::int64_t event)
{
    rows_.clear();
    if (event > readTo_ && readTo_ < lastEvent_) {
        readPage(readTo_);
    }
    const auto takeFrom = [&](const std::vector<CountedRow>& rows, std::size_t& at) {
        for (; at < rows.size() && rows[at].event <= event; ++at) {
            rows_.push_back(rows[at]);
        }
    };
    takeFrom(edited_, atEdited_);
    takeFrom(page_, atPage_);
    return rows_;
}

} // namespace giftbox::accounting
