#include "books/undo_facts.h"

#include "books/statements.h"

namespace giftbox::books {

namespace facts {

namespace {

using enum FactColumn::Kind;

// Without the name of the file and the reason, which people write and which may name a recipient.
constexpr FactColumn kImportBatchColumns[] = {{"batch_no"},
                                              {"kind", Text},
                                              {"added"},
                                              {"changed"},
                                              {"first_no"},
                                              {"first_movement"},
                                              {"last_no", FactColumn::Kind::Number, {}, "0"}};
constexpr FactColumn kRemovedRowColumns[] = {
    {"row_no"}, {"kind", Text}, {"sku", Text}, {"digest", Text}, {"added_event"}};

} // namespace

const FactTable kImportBatch{"import_batch", kImportBatchColumns};
const FactTable kRemovedRow{"removed_row", kRemovedRowColumns};

} // namespace facts

RemovedRows::RemovedRows(std::string_view kind, EventSeq added)
    : kind_(kind), added_(added), rows_(sql::InsertRemovedRows::batch())
{}

void RemovedRows::add(std::int64_t number, std::string_view sku, std::string_view digest)
{
    rows_.add(number).add(sku).add(digest);
}

void RemovedRows::write(WriteTransaction& tx)
{
    const sql::InsertRemovedRows insert{.storeId = tx.storeId(),
                                        .kind = kind_,
                                        .addedEvent = added_.value,
                                        .eventSeq = tx.event().value};
    tx.facts().add(facts::kRemovedRow, rows_, insert.binds());
    tx.database().executeForEach(insert, rows_);
}

} // namespace giftbox::books
