#include "exchange/import_batch.h"

#include "books/undo_facts.h"
#include "exchange/statements.h"
#include "foundation/json.h"

namespace giftbox::exchange {

using books::ReadTransaction;

namespace {

template <class R>
ImportBatch batchOf(const R& row)
{
    return {.number = row.batchNo,
            .kind = std::string(row.kind),
            .fileName = std::string(row.fileName),
            .added = row.added,
            .changed = row.changed,
            .firstNo = row.firstNo,
            .firstMovement = row.firstMovement,
            .lastKept = row.lastNo,
            .event = books::EventSeq{row.eventSeq},
            .undoneEvent = books::EventSeq{row.undoneEvent},
            .undoReason = std::string(row.undoReason),
            .actor = std::string(row.actor),
            .recordedAt = row.recordedAt};
}

/// The number that the next item, recipient or lot gets. Bills and freight are counted in their own rows; orders bring
/// their numbers.
std::int64_t nextOf(std::string_view kind, const books::Counters& counters)
{
    return kind == "orders" || kind == "counts" || kind == "returns" ? 0
           : kind == "items"                                         ? counters.item + 1
           : kind == "recipients"                                    ? counters.recipient + 1
           : kind == "boxes"                                         ? counters.box + 1
                                                                     : counters.lot + 1;
}

/// The last number where it does not follow from how many were added: a delivery has several lots, a count several
/// movements or none, a return one with its credit.
std::int64_t lastKeptOf(std::string_view kind, const books::Counters& counters)
{
    return kind == "deliveries"                    ? counters.lot
           : kind == "counts" || kind == "returns" ? counters.movement
                                                   : 0;
}

/// `items.csv` of `/home/ann/items.csv`.
std::string_view withoutFolder(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // all of it, if there is none
}

} // namespace

BatchKeeper::BatchKeeper(books::WriteTransaction& tx, std::string_view kind,
                         const ImportSource& source)
    : tx_(tx), batch_{.kind = std::string(kind),
                      .fileName = std::string(withoutFolder(source.fileName)),
                      .firstNo = nextOf(kind, tx.counters())},
      earlier_(sql::InsertImportBefore::batch())
{
    if (kind == "receipts" || kind == "deliveries" || kind == "counts" || kind == "returns") {
        batch_.firstMovement = tx.counters().movement + 1;
    }
}

void BatchKeeper::keepEarlier(std::int64_t number, const foundation::Said& earlier)
{
    foundation::JsonObject values;
    for (const auto& [name, text] : earlier) {
        values.add(name, text);
    }
    earlier_.add(number).add(values.text());
}

void BatchKeeper::added(std::int64_t number)
{
    if (!isCounted_) {
        batch_.firstNo = number;
        isCounted_ = true;
    }
}

void BatchKeeper::record(const ImportSummary& summary)
{
    if (summary.added + summary.changed > 0) {
        const bool adds = summary.added > 0;
        const std::int64_t number = lastImport(tx_) + 1;
        const sql::InsertImportBatch row{.storeId = tx_.storeId(),
                                         .batchNo = number,
                                         .kind = batch_.kind,
                                         .fileName = batch_.fileName,
                                         .eventSeq = tx_.event().value,
                                         .added = summary.added,
                                         .changed = summary.changed,
                                         .firstNo = adds ? batch_.firstNo : 0,
                                         .firstMovement = adds ? batch_.firstMovement : 0,
                                         .lastNo =
                                             adds ? lastKeptOf(batch_.kind, tx_.counters()) : 0};
        tx_.facts().add(books::facts::kImportBatch, row.binds());
        tx_.database().execute(row);
        tx_.database().executeForEach(
            sql::InsertImportBefore{.storeId = tx_.storeId(), .batchNo = number}, earlier_);
    }
    recordImport(tx_, batch_.kind, summary);
}

std::vector<ImportBatch> listImports(const ReadTransaction& tx, std::optional<std::int64_t> before,
                                     std::int64_t most)
{
    std::vector<ImportBatch> batches;
    for (const auto& row : tx.database().query(sql::ListImports{.storeId = tx.storeId(),
                           .before = before.value_or(std::numeric_limits<std::int64_t>::max()),
                           .most = most})) {
        batches.push_back(batchOf(row));
    }
    return batches;
}

ImportBatch requireImport(const ReadTransaction& tx, std::int64_t number)
{
    const auto row =
        tx.database().query(sql::FindImport{.storeId = tx.storeId(), .batchNo = number});
    if (!row) {
        throw foundation::Refusal("import.no_batch", {{"number", number}});
    }
    return batchOf(*row);
}

std::int64_t lastImport(const ReadTransaction& tx)
{
    return tx.database().query(sql::LastImport{.storeId = tx.storeId()})->lastNo;
}

} // namespace giftbox::exchange
