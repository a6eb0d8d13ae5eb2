#include "books/books.h"

#include "books/event_hash.h"

#include <cassert>

namespace giftbox::books {

using foundation::Bind;
using foundation::Database;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

Store storeOf(const Row& row)
{
    Store store{.id = StoreId{row.integer(0)},
                .code = row.string(1),
                .name = row.string(2),
                .legalEntity = row.string(3),
                .currency = foundation::currencyOf(row.text(4)),
                .laborRate = {row.integer(5)},
                .laborMinutes = row.integer(6),
                .costingMethod = row.string(7),
                .waitingMonths = row.integer(17),
                .locale = row.string(18),
                .timeZones = foundation::ZoneHistory(row.text(19)),
                .closedThrough = std::nullopt};
    if (const auto month = static_cast<std::int32_t>(row.integer(8)); month != 0) {
        store.closedThrough = foundation::Month(month);
    }
    return store;
}

Counters countersOf(const Row& row)
{
    return {.item = row.integer(9),
            .recipient = row.integer(10),
            .lot = row.integer(11),
            .movement = row.integer(12),
            .box = row.integer(13),
            .cap = row.integer(14),
            .event = row.integer(15)};
}

void requireRow(bool found, std::string_view code)
{
    if (!found) {
        throw Refusal("store.unknown", "there is no store " + std::string(code) +
                                           "; `giftbox init --store " + std::string(code) +
                                           " …` makes one");
    }
}

WriteTransaction lockStore(Database& database, std::string_view code, const Asker& asker)
{
    database.begin(foundation::Access::Write);
    try {
        Rows rows = database.query("books/lock_store", {{"code", code}});
        requireRow(rows.next(), code);
        const Row row = rows.row();
        return {database, storeOf(row), countersOf(row), row.string(16), asker};
    } catch (...) {
        database.rollback();
        throw;
    }
}

ReadTransaction openStore(Database& database, std::string_view code)
{
    database.begin(foundation::Access::Read);
    try {
        return {database, loadStore(database, code)};
    } catch (...) {
        database.rollback();
        throw;
    }
}

Store onlyId(StoreId id)
{
    Store store;
    store.id = id;
    return store;
}

} // namespace

Store loadStore(Database& database, std::string_view code)
{
    Rows rows = database.query("books/find_store", {{"code", code}});
    requireRow(rows.next(), code);
    return storeOf(rows.row());
}

StoreId findStore(Database& database, std::string_view code)
{
    return loadStore(database, code).id;
}

WriteTransaction::WriteTransaction(Database& database, Store store, Counters counters,
                                   std::string chainHash, const Asker& asker)
    : ReadTransaction(database, std::move(store)), asker_(asker), counters_(counters),
      chainHash_(std::move(chainHash))
{}

void WriteTransaction::record(std::string_view action, std::string_view subject,
                              std::string_view detail)
{
    assert(!recorded_ && "a transaction records one event");
    requireConfirmed({});
    recorded_ = {std::string(action), std::string(subject), withFacts(detail, facts_)};
    chainHash_ = eventHash(chainHash_, {.seq = ++counters_.event,
                                        .recordedAt = asker_.now,
                                        .actor = asker_.actor,
                                        .action = action,
                                        .subject = subject,
                                        .detail = recorded_->detail});
}

foundation::Date WriteTransaction::today() const
{
    if (!today_) {
        today_ = dayOf(store_, asker_.now, asker_.machineZone);
    }
    return *today_;
}

void WriteTransaction::setTimeZones(foundation::ZoneHistory zones)
{
    store_.timeZones = std::move(zones);
    today_.reset();
}

void WriteTransaction::askAbout(foundation::Month month)
{
    if (!asker_.isConfirmed) {
        far_.note(today().month(), month);
    }
}

std::optional<foundation::Date> WriteTransaction::farDay() const { return far_.oldest(); }

void WriteTransaction::requireConfirmed(const std::string& place) const { far_.requireNone(place); }

void WriteTransaction::requireOpen(foundation::Date day)
{
    if (store_.closedThrough && day.month() <= *store_.closedThrough) {
        throw Refusal("month.closed", toText(day) + " is in the closed month " +
                                          toText(day.month()) + "; the first open day is " +
                                          toText(store_.closedThrough->next().firstDay()));
    }
    if (day > today()) {
        throw Refusal("date.in_future", toText(day) + " is after today, " + toText(today()) +
                                            "; what is recorded has happened");
    }
    if (!asker_.isConfirmed) {
        far_.note(*database_, store_.id, today(), day);
    }
}

void ReadTransaction::requireOpen(foundation::Month month) const
{
    if (store_.closedThrough && month <= *store_.closedThrough) {
        throw Refusal("month.closed", toText(month) + " is closed; the first open month is " +
                                          toText(store_.closedThrough->next()));
    }
}

WriteScope::WriteScope(Database& database, std::string_view storeCode, const Asker& asker)
    : database_(database), transaction_(lockStore(database, storeCode, asker))
{}

WriteScope::WriteScope(Database& database, StoreId store, const Asker& asker)
    : database_(database), transaction_(database, onlyId(store), {}, {}, asker)
{
    database_.begin(foundation::Access::Write);
    try {
        database_.visitLater("books/lock_store_by_id", {{"store_id", store.value}},
                             [this](const Row& row) {
                                 transaction_.store_ = storeOf(row);
                                 transaction_.counters_ = countersOf(row);
                                 transaction_.chainHash_ = row.string(16);
                                 loaded_ = true;
                             });
    } catch (...) {
        database_.rollback();
        throw;
    }
}

void WriteScope::settle()
{
    database_.settle();
    requireRow(loaded_, "number " + std::to_string(transaction_.storeId()));
}

WriteScope::~WriteScope()
{
    if (open_) {
        database_.rollback();
    }
}

void WriteTransaction::saveBooks()
{
    const Bind store{"store_id", storeId()};
    std::vector<Bind> event = {store,
                               {"event_seq", counters_.event},
                               {"recorded_at", asker_.now.unixMs},
                               {"actor", asker_.actor},
                               {"action", recorded_->action},
                               {"subject", recorded_->subject},
                               {"detail", recorded_->detail},
                               {"hash", chainHash_}};
    const std::vector<Bind> books = {
        store,
        {"labor_rate", store_.laborRate.minor},
        {"labor_minutes", store_.laborMinutes},
        {"waiting_months", store_.waitingMonths},
        {"closed_through", store_.closedThrough ? store_.closedThrough->number() : 0},
        {"last_item", counters_.item},
        {"last_recipient", counters_.recipient},
        {"last_lot", counters_.lot},
        {"last_movement", counters_.movement},
        {"last_box", counters_.box},
        {"last_cap", counters_.cap},
        {"last_event", counters_.event},
        {"chain_hash", chainHash_}};
    // At once where that can be: others wait for the store meanwhile. Citus takes no INSERT beside another change.
    if (database_->isOnOneServer()) {
        event.insert(event.end(), books.begin() + 1, books.end());
        database_->execute("books/append_event", event);
    } else {
        database_->execute("books/insert_event", event);
        database_->execute("books/update_books", books);
    }
}

void WriteScope::commit()
{
    if (transaction_.recorded()) {
        transaction_.saveBooks();
    }
    database_.commit();
    open_ = false;
}

ReadScope::ReadScope(Database& database, std::string_view storeCode)
    : database_(database), transaction_(openStore(database, storeCode))
{}

ReadScope::~ReadScope() { database_.rollback(); }

} // namespace giftbox::books
