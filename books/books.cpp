#include "books/books.h"

#include "books/event_hash.h"
#include "books/statements.h"
#include "foundation/check.h"

namespace giftbox::books {

using foundation::Database;
using foundation::Refusal;

namespace {

/// The result of `read` for a cell of the store's row.
template <class Read>
auto whole(const std::string& store, const char* what, std::string_view cell, const Read& read)
{
    try {
        return read();
    } catch (const std::logic_error&) {
        throw Refusal("store.damaged/cell", {{"store", store}, {"what", what}, {"cell", cell}});
    }
}

template <class R>
Store storeOf(const R& row)
{
    Store store{.id = StoreId{row.storeId},
                .code = std::string(row.code),
                .name = std::string(row.name),
                .legalEntity = std::string(row.entityName),
                .currency = foundation::currencyOf(row.currency),
                .costingMethod = std::string(row.costingMethod),
                .recognition = std::string(row.recognition),
                .entity = std::string(row.entity),
                .settings = {},
                .locale = std::string(row.locale),
                .timeZones = foundation::ZoneHistory(row.timeZones),
                .closedThrough = std::nullopt,
                .isSample = row.sample != 0};
    store.settings = whole(store.code, "what is set by month", row.datedSettings,
                           [&] { return DatedSettings(kFirstSettings, row.datedSettings); });
    store.settings.fallBackOn(
        whole(store.code, "the settings of its entity", row.entitySettings,
              [&] { return DatedSettings(kFirstSettings, row.entitySettings); }));
    store.settings.setFirst(Setting::LaborMinutes, row.laborMinutes);
    store.settings.setFirst(Setting::LaborRate, row.laborRate.minor);
    store.settings.setFirst(Setting::MinimumGiftInterval, row.minimumGiftInterval);
    if (row.closedThrough != 0) {
        store.closedThrough =
            whole(store.code, "its last closed month", std::to_string(row.closedThrough),
                  [&] { return foundation::Month(static_cast<std::int32_t>(row.closedThrough)); });
    }
    return store;
}

template <class R>
Counters countersOf(const R& row)
{
    return {.item = row.lastItem,
            .recipient = row.lastRecipient,
            .lot = row.lastLot,
            .movement = row.lastMovement,
            .box = row.lastBox,
            .cap = row.lastCap,
            .event = row.lastEvent};
}

void requireRow(bool found, std::string_view code)
{
    if (!found) {
        throw Refusal("store.unknown", {{"code", code}});
    }
}

std::string nameOf(std::string_view code) { return "store " + std::string(code); }

StoreId lookUp(foundation::Reader& database, std::string_view code)
{
    const auto found = database.query(sql::StoreId{.code = code});
    requireRow(bool(found), code);
    database.know(nameOf(code), found->storeId);
    return StoreId{found->storeId};
}

/// A connection looks for a store's id once: a statement that binds it goes to one node of a cluster.
StoreId idOf(foundation::Reader& database, std::string_view code)
{
    const auto known = database.known(nameOf(code));
    return known ? StoreId{*known} : lookUp(database, code);
}

/// The row of the store with this code, as `rowOf(id)` reads it. The code in it tells whether the id is still the
/// store's.
template <class RowOf>
auto rowOfStore(foundation::Reader& database, std::string_view code, const RowOf& rowOf)
{
    if (auto row = rowOf(idOf(database, code).value); row && row->code == code) {
        return row;
    }
    auto row = rowOf(lookUp(database, code).value);
    requireRow(bool(row), code);
    return row;
}

/// Begins where the store's books are.
void begin(Database& database, StoreId store, foundation::Access access)
{
    database.beginIn("store_books", store.value, access);
}

WriteTransaction lockStore(Database& database, std::string_view code, const Actor& actor)
{
    begin(database, idOf(database, code), foundation::Access::Write);
    try {
        const auto row = rowOfStore(database, code, [&database](std::int64_t id) {
            return database.query(sql::LockStore{.storeId = id});
        });
        return {database, storeOf(*row), countersOf(*row), std::string(row->chainHash), actor};
    } catch (...) {
        database.rollback();
        throw;
    }
}

ReadTransaction openStore(Database& database, std::string_view code)
{
    begin(database, idOf(database, code), foundation::Access::Read);
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

Store loadStore(foundation::Reader& database, std::string_view code)
{
    const auto row = rowOfStore(database, code, [&database](std::int64_t id) {
        return database.query(sql::FindStore{.storeId = id});
    });
    return storeOf(*row);
}

StoreId findStore(foundation::Reader& database, std::string_view code)
{
    return loadStore(database, code).id;
}

WriteTransaction::WriteTransaction(Database& database, Store store, Counters counters,
                                   std::string chainHash, const Actor& actor)
    : ReadTransaction(database, std::move(store)), actor_(actor), counters_(counters),
      chainHash_(std::move(chainHash))
{}

void WriteTransaction::record(std::string_view action, std::string_view subject,
                              std::string_view detail)
{
    GIFTBOX_CHECK(!recorded_ && "a transaction records one event");
    requireConfirmed({});
    recorded_ = {std::string(action), std::string(subject), withFacts(detail, facts_)};
    chainHash_ = eventHash(chainHash_, {.seq = ++counters_.event,
                                        .recordedAt = actor_.now,
                                        .actor = actor_.name,
                                        .action = action,
                                        .subject = subject,
                                        .detail = recorded_->detail});
}

foundation::Date WriteTransaction::today() const
{
    if (!today_) {
        today_ = dayOf(store_, actor_.now, actor_.machineZone);
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
    if (!actor_.isConfirmed) {
        far_.note(today().month(), month);
    }
}

std::optional<foundation::Date> WriteTransaction::farDay() const { return far_.oldest(); }

void WriteTransaction::requireConfirmed(const std::string& place) const { far_.requireNone(place); }

void WriteTransaction::requireOpen(foundation::Date day)
{
    if (store_.closedThrough && day.month() <= *store_.closedThrough) {
        throw Refusal("month.closed/day", {{"day", day},
                                           {"month", day.month()},
                                           {"first_day", store_.closedThrough->next().firstDay()}});
    }
    if (day > today()) {
        throw Refusal("date.in_future", {{"day", day}, {"today", today()}});
    }
    if (!actor_.isConfirmed) {
        far_.note(*database_, store_.id, today(), day);
    }
}

foundation::Date ReadTransaction::correctionDay(foundation::Date day) const
{
    const auto& closed = store_.closedThrough;
    return closed && day.month() <= *closed ? closed->next().firstDay() : day;
}

void ReadTransaction::requireOpen(foundation::Month month) const
{
    if (store_.closedThrough && month <= *store_.closedThrough) {
        throw Refusal("month.closed", {{"month", month}, {"next", store_.closedThrough->next()}});
    }
}

WriteScope::WriteScope(Database& database, std::string_view storeCode, const Actor& actor)
    : database_(database), transaction_(lockStore(database, storeCode, actor))
{}

WriteScope::WriteScope(Database& database, StoreId store, const Actor& actor)
    : database_(database), transaction_(database, onlyId(store), {}, {}, actor)
{
    begin(database_, store, foundation::Access::Write);
    try {
        database_.visitLater(sql::LockStore{.storeId = store.value},
                             [this](const sql::LockStore::Row& row) {
                                 transaction_.store_ = storeOf(row);
                                 transaction_.counters_ = countersOf(row);
                                 transaction_.chainHash_ = row.chainHash;
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
    const sql::InsertEvent event{.storeId = storeId(),
                                 .eventSeq = counters_.event,
                                 .recordedAt = actor_.now,
                                 .actor = actor_.name,
                                 .action = recorded_->action,
                                 .subject = recorded_->subject,
                                 .detail = recorded_->detail,
                                 .hash = chainHash_};
    const sql::UpdateBooks books{
        .storeId = storeId(),
        .closedThrough = store_.closedThrough ? std::int64_t{store_.closedThrough->number()} : 0,
        .lastItem = counters_.item,
        .lastRecipient = counters_.recipient,
        .lastLot = counters_.lot,
        .lastMovement = counters_.movement,
        .lastBox = counters_.box,
        .lastCap = counters_.cap,
        .lastEvent = counters_.event,
        .chainHash = chainHash_};
    database_->executeAtOnce(sql::AppendEvent::kName, event, books);
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
