#include "books/paged.h"
#include "reports/export.h"

namespace giftbox::reports {

using books::Paged;
using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Row;
using foundation::Rows;
using foundation::RowWriter;

namespace {

std::optional<std::string> maybeText(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.string(column));
}

struct MovementRow {
    std::int64_t seq = 0;
    foundation::Date movedOn;
    std::string kind;
    std::int64_t item = 0;
    std::int64_t lot = 0;
    std::int64_t units = 0;
    foundation::Money cost;
    std::optional<std::int64_t> box;
    std::optional<std::string> reason;
    std::int64_t event = 0;

    static MovementRow read(const Row& row)
    {
        return {.seq = row.integer(0),
                .movedOn = foundation::Date(static_cast<std::int32_t>(row.integer(1))),
                .kind = row.string(2),
                .item = row.integer(3),
                .lot = row.integer(4),
                .units = row.integer(5),
                .cost = {row.integer(6)},
                .box = row.maybeInteger(7),
                .reason = maybeText(row, 8),
                .event = row.integer(9)};
    }
};

struct EventRow {
    std::int64_t number = 0;
    std::string actor;
    std::string recordedAt;

    static EventRow read(const Row& row)
    {
        return {.number = row.integer(0),
                .actor = row.string(1),
                .recordedAt = toText(foundation::Instant{row.integer(2)})};
    }
};

struct LotRow {
    std::int64_t number = 0;
    std::optional<std::string> reference;
    std::string source;
    std::string supplier;
    std::int64_t line = 1;

    static LotRow read(const Row& row)
    {
        return {.number = row.integer(0),
                .reference = maybeText(row, 1),
                .source = row.string(2),
                .supplier = row.string(3),
                .line = row.integer(4)};
    }
};

/// Moves to the record of the number; records stand in the order of their numbers.
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

/// What stands in the row beside the movement's own numbers.
struct Words {
    std::string_view sku;
    const std::string* reason = nullptr;
    std::string_view actor;
    std::string_view recordedAt;
    /// The lot of a receipt; none of other movements.
    const LotRow* receipt = nullptr;
};

void writeRow(const MovementRow& movement, const Words& words, RowWriter& out)
{
    const auto text = [&out](const std::string* value) { value ? out.text(*value) : out.empty(); };
    out.integer(movement.seq);
    out.date(movement.movedOn);
    out.code(movement.kind);
    out.code(words.sku);
    out.integer(movement.lot);
    out.integer(movement.units);
    out.amount(movement.cost);
    movement.box ? out.integer(*movement.box) : out.empty();
    text(words.receipt != nullptr && words.receipt->reference ? &*words.receipt->reference
                                                              : nullptr);
    // Of a box it says why it was unpacked, which is about whom it was for.
    if (words.reason != nullptr && movement.box) {
        out.personal(foundation::Personal::Words, *words.reason);
    } else {
        text(words.reason);
    }
    out.text(words.actor);
    out.code(words.recordedAt);
    words.receipt ? out.code(words.receipt->source) : out.empty();
    text(words.receipt ? &words.receipt->supplier : nullptr);
    words.receipt ? out.integer(words.receipt->line) : out.empty();
    out.endRow();
}

struct LastNumbers {
    std::int64_t movement = 0;
    std::int64_t lot = 0;
    std::int64_t event = 0;
};

LastNumbers lastNumbers(const ReadTransaction& tx)
{
    Rows rows = tx.database().query("reports/last_numbers", {{"store_id", tx.storeId()}});
    rows.next();
    return {.movement = rows.row().integer(0),
            .lot = rows.row().integer(1),
            .event = rows.row().integer(2)};
}

/// All movements, with lots and events read side by side: a join would look each of them up again for every row.
void writeAll(const ReadTransaction& tx, RowWriter& out)
{
    std::vector<std::string> skus;
    for (Rows rows = tx.database().query("reports/item_skus", {{"store_id", tx.storeId()}});
         rows.next();) {
        skus.resize(static_cast<std::size_t>(rows.row().integer(0)) + 1);
        skus.back() = rows.row().text(1);
    }
    const LastNumbers last = lastNumbers(tx);
    Paged<MovementRow> movements(tx, "reports/movement_page", last.movement);
    Paged<LotRow> lots(tx, "reports/lot_page", last.lot);
    Paged<EventRow> events(tx, "reports/event_page", last.event);
    const LotRow* lot = nullptr;
    const EventRow* event = nullptr;
    while (const MovementRow* movement = movements.next()) {
        event = moveTo(events, event, movement->event);
        Words words{.sku = skus.at(static_cast<std::size_t>(movement->item)),
                    .reason = movement->reason ? &*movement->reason : nullptr,
                    .actor = event == nullptr ? std::string_view() : event->actor,
                    .recordedAt = event == nullptr ? std::string_view() : event->recordedAt};
        if (movement->kind == "receipt") {
            words.receipt = lot = moveTo(lots, lot, movement->lot);
        }
        writeRow(*movement, words, out);
    }
}

/// The numbers between which all movements of the period's months stand.
std::pair<std::int64_t, std::int64_t> movementSpan(const ReadTransaction& tx, const Period& period)
{
    Rows rows =
        tx.database().query("reports/movement_span", {{"store_id", tx.storeId()},
                                                      {"first_month", firstDayOf(period) / 100},
                                                      {"last_month", lastDayOf(period) / 100}});
    rows.next();
    return {rows.row().integer(0), rows.row().integer(1)};
}

/// A row of movements_of_period. Returns its number.
std::int64_t writeJoined(const Row& row, RowWriter& out)
{
    const MovementRow movement = MovementRow::read(row);
    const std::string sku = row.string(10);
    const std::string actor = row.string(11);
    const std::string recordedAt = toText(foundation::Instant{row.integer(12)});
    const bool isReceipt = !row.isNull(14);
    const LotRow lot{.number = movement.lot,
                     .reference = maybeText(row, 13),
                     .source = isReceipt ? row.string(14) : "",
                     .supplier = isReceipt ? row.string(15) : "",
                     .line = isReceipt ? row.integer(16) : 1};
    writeRow(movement,
             {.sku = sku,
              .reason = movement.reason ? &*movement.reason : nullptr,
              .actor = actor,
              .recordedAt = recordedAt,
              .receipt = isReceipt ? &lot : nullptr},
             out);
    return movement.seq;
}

/// Those of a period are few beside all: they are looked for where its months have any, and joined.
void writePeriod(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    const auto [firstMovement, lastMovement] = movementSpan(tx, period);
    Rows rows =
        tx.database().stream("reports/movements_of_period", {{"store_id", tx.storeId()},
                                                             {"first", firstDayOf(period)},
                                                             {"last", lastDayOf(period)},
                                                             {"first_movement", firstMovement},
                                                             {"last_movement", lastMovement}});
    while (rows.next()) {
        writeJoined(rows.row(), out);
    }
}

} // namespace

const std::vector<Column>& movementColumns()
{
    static const std::vector<Column> columns = {
        {"seq", "No.", ColumnType::Integer},      {"moved_on", "Date", ColumnType::Date},
        {"kind", "Kind", ColumnType::Code},       {"sku", "SKU", ColumnType::Code},
        {"lot", "Lot", ColumnType::Integer},      {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},     {"box", "Box", ColumnType::Integer},
        {"receipt", "Receipt", ColumnType::Text}, {"reason", "Reason", ColumnType::Text},
        {"actor", "Who", ColumnType::Text},       {"recorded_at", "Recorded", ColumnType::Date},
        {"source", "Source", ColumnType::Code},   {"supplier", "Supplier", ColumnType::Text},
        {"line", "Line", ColumnType::Integer}};
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
    // Numbers are dense, so the page ends where its last number is.
    const std::int64_t last = lastNumbers(tx).movement;
    const std::int64_t upto = after < last - most ? after + most : last;
    Rows rows = tx.database().query("reports/movements_between",
                                    {{"store_id", tx.storeId()}, {"after", after}, {"upto", upto}});
    out.begin(movementColumns());
    while (rows.next()) {
        writeJoined(rows.row(), out);
    }
    out.end();
    return upto < last ? std::optional(upto) : std::nullopt;
}

} // namespace giftbox::reports
