#pragma once

#include "books/facts.h"
#include "books/far_dates.h"
#include "books/store.h"
#include "foundation/database/database.h"
#include "foundation/refusal.h"

#include <string>
#include <string_view>
#include <utility>

namespace giftbox::books {

/// The last number given out of each kind in a store; part of the row that a writer locks.
struct Counters {
    std::int64_t item = 0;
    std::int64_t recipient = 0;
    std::int64_t lot = 0;
    std::int64_t movement = 0;
    std::int64_t box = 0;
    std::int64_t cap = 0;
    std::int64_t event = 0;
};

/// Who asks, when, and under which request key (empty: none).
struct Actor {
    std::string name;
    foundation::Instant now;
    std::string machineZone; ///< kept by a store that has set none; empty is UTC
    std::string requestKey;
    bool isConfirmed = false; ///< that far days and months are meant, see FarDates
};

/// One consistent view of a store's books.
class ReadTransaction {
public:
    ReadTransaction(foundation::Database& database, Store store)
        : database_(&database), store_(std::move(store))
    {}
    foundation::Reader& database() const { return *database_; }
    const Store& store() const { return store_; }
    std::int64_t storeId() const { return store_.id.value; }
    /// Requires that the month is not closed. Throws Refusal `month.closed`.
    void requireOpen(foundation::Month month) const;

protected:
    foundation::Database* database_;
    Store store_;
};

/// The only right to write a store's books. One event is recorded in it, none where nothing changes: a change is one event, an
/// import too.
class WriteTransaction : public ReadTransaction {
public:
    WriteTransaction(foundation::Database& database, Store store, Counters counters,
                     std::string chainHash, const Actor& actor);

    foundation::Database& database() const { return *database_; }
    const Actor& actor() const { return actor_; }
    /// The store's day just now. Throws Refusal `store.time_zone` when the machine does not know its zone.
    foundation::Date today() const;
    Counters& counters() { return counters_; }
    /// The number that this transaction's event will have.
    EventSeq event() const { return EventSeq{counters_.event + 1}; }
    /// What the event's digest covers: whoever writes a fact adds it, before record().
    FactDigest& facts() { return facts_; }
    /// Chains the event; it is written with saveBooks. The digest of the facts becomes the last figure of `detail`. `subject` as in `box 42`; `detail` one JSON object with the figures.
    /// Throws those of requireConfirmed.
    void record(std::string_view action, std::string_view subject, std::string_view detail);
    /// Requires that `day` is in an open month and not after today. Throws Refusal `month.closed`, `date.in_future`. A day that is far
    /// is asked about, once for the whole change.
    void requireOpen(foundation::Date day);
    /// A month that is planned for, or from which a cap holds, is asked about when it is far.
    void askAbout(foundation::Month month);
    /// The oldest far day that requireOpen has seen and nobody has confirmed.
    std::optional<foundation::Date> farDay() const;
    /// Requires that what is far was confirmed; record() does it for every change. `place` as of FarDates. Throws Refusal `date.far`, `month.far`.
    void requireConfirmed(const std::string& place) const;
    using ReadTransaction::requireOpen;
    /// Settings are written by setStore.
    void addSetting(const DatedSettings::Row& row) { store_.settings.add(row); }
    void setLocale(std::string locale) { store_.locale = std::move(locale); }
    void setTimeZones(foundation::ZoneHistory zones);
    void setClosedThrough(foundation::Month month) { store_.closedThrough = month; }
    const std::string& chainHash() const { return chainHash_; }
    bool recorded() const { return recorded_.has_value(); }
    /// Writes the event, counters and the head of the chain; the scope does it before the commit. Requires recorded().
    void saveBooks();

private:
    friend class WriteScope;
    struct Recorded {
        std::string action;
        std::string subject;
        std::string detail;
    };
    Actor actor_;
    Counters counters_;
    std::string chainHash_;
    FactDigest facts_;
    std::optional<Recorded> recorded_;
    FarDates far_;
    mutable std::optional<foundation::Date> today_; ///< once it was asked for
};

/// The id of a store, which never changes. One statement. Throws Refusal `store.unknown`.
StoreId findStore(foundation::Reader& database, std::string_view code);

/// The store as the transaction that is open sees it. Throws Refusal `store.unknown`.
Store loadStore(foundation::Reader& database, std::string_view code);

/// Begins, locks the store's row and loads it; commits on request, else rolls back.
class WriteScope {
public:
    WriteScope(foundation::Database& database, std::string_view storeCode, const Actor& actor);
    /// Locks and loads only when settle() is called, together with all that was queued until then.
    WriteScope(foundation::Database& database, StoreId store, const Actor& actor);
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;
    ~WriteScope();
    WriteTransaction& transaction() { return transaction_; }
    /// Throws Refusal `store.unknown`.
    void settle();
    void commit();

private:
    foundation::Database& database_;
    WriteTransaction transaction_;
    bool open_ = true;
    bool loaded_ = false;
};

/// A snapshot; ends without trace.
class ReadScope {
public:
    ReadScope(foundation::Database& database, std::string_view storeCode);
    ReadScope(const ReadScope&) = delete;
    ReadScope& operator=(const ReadScope&) = delete;
    ~ReadScope();
    ReadTransaction& transaction() { return transaction_; }

private:
    foundation::Database& database_;
    ReadTransaction transaction_;
};

/// Runs `work(WriteTransaction&)` as the store's only writer: commits when it returns, rolls back when it throws.
/// Throws Refusal `store.unknown`, DatabaseError, and whatever `work` throws.
template <class Work>
auto write(foundation::Database& database, std::string_view storeCode, const Actor& actor,
           Work&& work)
{
    WriteScope scope(database, storeCode, actor);
    auto result = std::forward<Work>(work)(scope.transaction());
    scope.commit();
    return result;
}

/// As write, for a store whose id is known. `ahead(WriteTransaction&)` queues what the change will read; it sees only the store's id. On
/// PostgreSQL that travels with the lock, so that a change is one round trip to read and one to write.
template <class Ahead, class Work>
auto write(foundation::Database& database, StoreId store, const Actor& actor, Ahead&& ahead,
           Work&& work)
{
    WriteScope scope(database, store, actor);
    std::forward<Ahead>(ahead)(scope.transaction());
    scope.settle();
    auto result = std::forward<Work>(work)(scope.transaction());
    scope.commit();
    return result;
}

/// Runs `work(WriteTransaction&)` and rolls back: what would happen, with nothing written. Other writers wait meanwhile; what takes longer than one
/// change is rehearsed on exchange::privateCopy.
template <class Work>
auto dryRun(foundation::Database& database, std::string_view storeCode, const Actor& actor,
            Work&& work)
{
    WriteScope scope(database, storeCode, actor);
    return std::forward<Work>(work)(scope.transaction());
}

/// Runs `work(ReadTransaction&)` on one snapshot. Throws Refusal `store.unknown`, DatabaseError, and whatever `work` throws.
template <class Work>
auto read(foundation::Database& database, std::string_view storeCode, Work&& work)
{
    ReadScope scope(database, storeCode);
    return std::forward<Work>(work)(scope.transaction());
}

} // namespace giftbox::books
