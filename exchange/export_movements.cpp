#include "books/paged.h"
#include "exchange/export.h"
#include "exchange/statements.h"
#include "reports/cells.h"
#include "reports/find_movements.h"

#include <map>

namespace giftbox::exchange {

using books::Paged;
using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::firstDayOf;
using foundation::lastDayOf;
using foundation::Period;
using foundation::Row;
using foundation::RowWriter;
using reports::integerOrEmpty;
using reports::textOrEmpty;

namespace {

struct MovementRow {
    std::int64_t seq = 0;
    foundation::Date movedOn;
    std::string kind;
    std::int64_t itemNo = 0;
    std::int64_t lotNo = 0;
    std::int64_t units = 0;
    foundation::Money cost;
    std::optional<std::int64_t> boxNo;
    std::optional<std::string> reason;
    std::int64_t eventSeq = 0;
    std::optional<std::int64_t> corrects;

    static MovementRow read(const Row& cells)
    {
        const sql::MovementPage::Row row(cells);
        return {.seq = row.seq,
                .movedOn = row.movedOn,
                .kind = std::string(row.kind),
                .itemNo = row.itemNo,
                .lotNo = row.lotNo,
                .units = row.units,
                .cost = row.cost,
                .boxNo = row.boxNo,
                .reason = std::optional<std::string>(row.reason),
                .eventSeq = row.eventSeq,
                .corrects = row.corrects};
    }
};

struct EventRow {
    std::int64_t number = 0;
    std::string actor;
    std::string recordedAt;

    static EventRow read(const Row& cells)
    {
        const sql::EventPage::Row row(cells);
        return {.number = row.eventSeq,
                .actor = std::string(row.actor),
                .recordedAt = toText(row.recordedAt)};
    }
};

struct LotRow {
    std::int64_t number = 0;
    std::optional<std::string> reference;
    std::string source;
    std::string supplier;
    std::int64_t line = 1;
    std::string receiptReason;

    static LotRow read(const Row& cells)
    {
        const sql::LotPage::Row row(cells);
        return {.number = row.lotNo,
                .reference = std::optional<std::string>(row.reference),
                .source = std::string(row.source),
                .supplier = std::string(row.supplier),
                .line = row.line,
                .receiptReason = std::string(row.reason)};
    }
};

/// Moves to the record with the number; records are in the order of their numbers.
template <class Record>
const Record* moveTo(Paged<Record>& records, const Record* at, std::int64_t number)
{
    while (at == nullptr || at->number < number) {
        at = records.next();
        if (at == nullptr) {
            break;
        }
    }
    return at;
}

/// The row's cells that are not in the movement itself. The last ones come from the lot of a receipt, of a correction
/// the reference and supplier from what it gave the receipt; other movements have none.
struct Words {
    std::string_view sku;
    std::string_view actor;
    std::string_view recordedAt;
    std::optional<std::string_view> reference = {};
    std::optional<std::string_view> source = {};
    std::optional<std::string_view> supplier = {};
    std::optional<std::int64_t> line = {};
    std::optional<std::string_view> reason = {};
};

bool says(std::string_view kind, books::Said said)
{
    const auto known = books::movementKindOf(kind);
    return known && ruleOf(*known).said == said;
}

template <class Lot>
void addReceipt(Words& words, const Lot& lot)
{
    words.reference = lot.reference;
    words.source = lot.source;
    words.supplier = lot.supplier;
    words.line = lot.line;
    words.reason = lot.receiptReason;
}

template <class Movement>
void writeRow(const Movement& movement, const Words& words, RowWriter& out)
{
    out.integer(movement.seq);
    out.date(movement.movedOn);
    out.code(movement.kind);
    out.code(words.sku);
    out.integer(movement.lotNo);
    out.integer(movement.units);
    out.amount(movement.cost);
    integerOrEmpty(out, movement.boxNo);
    textOrEmpty(out, words.reference);
    // For a box it is the reason for unpacking, which is about the recipient.
    if (movement.reason && movement.boxNo) {
        out.personal(foundation::Personal::Words, *movement.reason);
    } else if (words.reason && !words.reason->empty()) {
        out.text(*words.reason);
    } else {
        textOrEmpty(out, movement.reason);
    }
    out.text(words.actor);
    out.code(words.recordedAt);
    words.source ? out.code(*words.source) : out.empty();
    textOrEmpty(out, words.supplier);
    integerOrEmpty(out, words.line);
    integerOrEmpty(out, movement.corrects);
    out.endRow();
}

sql::LastNumbers::Row lastNumbers(const ReadTransaction& tx)
{
    return *tx.database().query(sql::LastNumbers{.storeId = tx.storeId()});
}

/// The reference and supplier that a correction gave.
struct Corrected {
    std::string reference;
    std::string supplier;
};

std::map<std::int64_t, Corrected> correctedReceipts(const ReadTransaction& tx)
{
    std::map<std::int64_t, Corrected> corrected;
    for (const auto& row : tx.database().query(sql::CorrectedReceipts{.storeId = tx.storeId()})) {
        corrected[row.seq] = {std::string(row.reference), std::string(row.supplier)};
    }
    return corrected;
}

/// All movements, with lots and events read side by side; a join would look them up for every row.
void writeAll(const ReadTransaction& tx, RowWriter& out)
{
    std::vector<std::string> skus;
    for (const auto& row : tx.database().query(sql::ItemSkus{.storeId = tx.storeId()})) {
        skus.resize(static_cast<std::size_t>(row.itemNo) + 1);
        skus.back() = row.sku;
    }
    const auto last = lastNumbers(tx);
    const auto corrected = correctedReceipts(tx);
    Paged<MovementRow> movements(tx, sql::MovementPage::kName, last.lastMovement);
    Paged<LotRow> lots(tx, sql::LotPage::kName, last.lastLot);
    Paged<EventRow> events(tx, sql::EventPage::kName, last.lastEvent);
    const LotRow* lot = nullptr;
    const EventRow* event = nullptr;
    while (const MovementRow* movement = movements.next()) {
        event = moveTo(events, event, movement->eventSeq);
        Words words{.sku = skus.at(static_cast<std::size_t>(movement->itemNo)),
                    .actor = event == nullptr ? std::string_view() : event->actor,
                    .recordedAt = event == nullptr ? std::string_view() : event->recordedAt};
        if (const auto at = corrected.find(movement->seq); at != corrected.end()) {
            words.reference = at->second.reference;
            words.supplier = at->second.supplier;
        }
        if (says(movement->kind, books::Said::Receipt)) {
            lot = moveTo(lots, lot, movement->lotNo);
            if (lot != nullptr) {
                addReceipt(words, *lot);
            }
        }
        writeRow(*movement, words, out);
    }
}

/// A row that includes the texts.
template <class Joined>
void writeJoined(const Joined& row, RowWriter& out)
{
    const std::string recordedAt = toText(row.recordedAt);
    Words words{.sku = row.sku, .actor = row.actor, .recordedAt = recordedAt};
    if (says(row.kind, books::Said::Receipt)) {
        addReceipt(words, row);
    } else if (says(row.kind, books::Said::CorrectedReceipt)) {
        words.reference = row.correctedReference;
        words.supplier = row.correctedSupplier;
    }
    writeRow(row, words, out);
}

/// A period's movements are few among all, so they are looked up in its months and joined.
void writePeriod(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    const auto [firstMovement, lastMovement] = reports::movementSpan(tx, period);
    auto rows = tx.database().stream(sql::MovementsOfPeriod{.storeId = tx.storeId(),
                                                            .firstMovement = firstMovement,
                                                            .lastMovement = lastMovement,
                                                            .first = firstDayOf(period),
                                                            .last = lastDayOf(period)});
    for (const auto& row : rows) {
        writeJoined(row, out);
    }
}

} // namespace

const std::vector<Column>& movementColumns()
{
    static const std::vector<Column> columns = {
        {"seq", "No.", ColumnType::Integer},
        {"moved_on", "Date", ColumnType::Date},
        {"kind", "Kind", ColumnType::Code},
        {"sku", "SKU", ColumnType::Code},
        {"lot", "Lot", ColumnType::Integer},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"box", "Box", ColumnType::Integer, Cells::MaybeEmpty},
        {"receipt", "Receipt", ColumnType::Text, Cells::MaybeEmpty},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"actor", "Who", ColumnType::Text},
        {"recorded_at", "Recorded", ColumnType::Date},
        {"source", "Source", ColumnType::Code, Cells::MaybeEmpty},
        {"supplier", "Supplier", ColumnType::Text, Cells::MaybeEmpty},
        {"line", "Line", ColumnType::Integer, Cells::MaybeEmpty},
        {"corrects", "Corrects", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void exportMovements(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    out.begin(movementColumns());
    if (period.from || period.to) {
        writePeriod(tx, period, out);
    } else {
        writeAll(tx, out);
    }
    out.end();
}

std::optional<std::int64_t> writeMovementsAfter(const ReadTransaction& tx, std::int64_t after,
                                                std::int64_t most, RowWriter& out)
{
    // Numbers are dense, so the page ends at its last number.
    const std::int64_t last = lastNumbers(tx).lastMovement;
    const std::int64_t upto = after < last - most ? after + most : last;
    auto rows = tx.database().query(
        sql::MovementsBetween{.storeId = tx.storeId(), .after = after, .upto = upto});
    out.begin(movementColumns());
    for (const auto& row : rows) {
        writeJoined(row, out);
    }
    out.end();
    return upto < last ? std::optional(upto) : std::nullopt;
}

} // namespace giftbox::exchange
