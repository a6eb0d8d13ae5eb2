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

/// The last number issued of each kind in a store, in the row that a writer locks.
struct Counters {
    std::int64_t item = 0;
    std::int64_t recipient = 0;
    std::int64_t lot = 0;
    std::int64_t movement = 0;
    std::int64_t box = 0;
    std::int64_t cap = 0;
    std::int64_t event = 0;
};

/// The user or program, the time, and the request key (empty: none).
struct Actor {
    std::string name;
    foundation::Instant now;
    std::string machineZone; ///< the zone of a store without one; empty means UTC
    std::string requestKey;
    bool isConfirmed =
        false; ///< confirms doubtful values: distant days and months (FarDates), unusual costs
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
    /// The day of a fact that corrects one of `day`: the same while its month is open, else the first open day.
    foundation::Date correctionDay(foundation::Date day) const;
    /// Requires an open month. Throws Refusal `month.closed`.
    void requireOpen(foundation::Month month) const;

protected:
    foundation::Database* database_;
    Store store_;
};

/// The only right to write a store's books. It records one event, or none if nothing changes: each change is one
/// event, also an import.
class WriteTransaction : public ReadTransaction {
public:
    WriteTransaction(foundation::Database& database, Store store, Counters counters,
                     std::string chainHash, const Actor& actor);

    foundation::Database& database() const { return *database_; }
    const Actor& actor() const { return actor_; }
    /// The store's current day. Throws Refusal `store.time_zone` if the machine does not know its zone.
    foundation::Date today() const;
    Counters& counters() { return counters_; }
    /// The number of this transaction's event.
    EventSeq event() const { return EventSeq{counters_.event + 1}; }
    /// The event's digest. Add each fact written, before record().
    FactDigest& facts() { return facts_; }
    /// Adds the event to the audit log; saveBooks writes it. The digest of the facts becomes the last figure of
    /// `detail`. `subject` is like `box 42`; `detail` is one JSON object with the figures. Throws like
    /// requireConfirmed.
    void record(std::string_view action, std::string_view subject, std::string_view detail);
    /// Requires that `day` is in an open month and not after today. Throws Refusal `month.closed`, `date.in_future`.
    /// A distant day needs confirmation, once for the whole change.
    void requireOpen(foundation::Date day);
    /// Asks for confirmation of a distant month that is planned for or begins a cap.
    void askAbout(foundation::Month month);
    /// The oldest distant day seen by requireOpen and not confirmed.
    std::optional<foundation::Date> farDay() const;
    /// Requires that distant days and months are confirmed; record() does this for every change. `place` as in
    /// FarDates. Throws Refusal `date.far`, `month.far`.
    void requireConfirmed(const std::string& place) const;
    using ReadTransaction::requireOpen;
    /// For setStore, which writes the settings.
    void addSetting(const DatedSettings::Row& row) { store_.settings.add(row); }
    void setLocale(std::string locale) { store_.locale = std::move(locale); }
    void setRecognition(std::string recognition) { store_.recognition = std::move(recognition); }
    void setTimeZones(foundation::ZoneHistory zones);
    void setEntity(std::string entity) { store_.entity = std::move(entity); }
    /// None: no month is closed.
    void setClosedThrough(std::optional<foundation::Month> month) { store_.closedThrough = month; }
    const std::string& chainHash() const { return chainHash_; }
    bool recorded() const { return recorded_.has_value(); }
    /// Writes the event, the counters and the head of the audit log; the scope does it before the commit. Requires
    /// recorded().
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
    mutable std::optional<foundation::Date> today_; ///< cached on first use
};

/// The id of a store, which never changes. One statement. Throws Refusal `store.unknown`.
StoreId findStore(foundation::Reader& database, std::string_view code);

/// The store as the open transaction sees it. Throws Refusal `store.unknown`.
Store loadStore(foundation::Reader& database, std::string_view code);

/// Begins, locks the store's row and loads it; commits on request, otherwise rolls back.
class WriteScope {
public:
    WriteScope(foundation::Database& database, std::string_view storeCode, const Actor& actor);
    /// Locks and loads only in settle(), together with everything queued until then.
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

/// A snapshot. Ending it leaves no trace.
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

/// Like write, for a store whose id is known. `ahead(WriteTransaction&)` queues the reads of the change; it sees only
/// the store's id. On PostgreSQL they travel with the lock, so that a change takes one round trip to read and one to
/// write.
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

/// Runs `work(WriteTransaction&)` and rolls back: a dry run, with nothing written. Other writers wait meanwhile; use
/// exchange::privateCopy for anything longer than one change.
template <class Work>
auto dryRun(foundation::Database& database, std::string_view storeCode, const Actor& actor,
            Work&& work)
{
    WriteScope scope(database, storeCode, actor);
    return std::forward<Work>(work)(scope.transaction());
}

/// Runs `work(ReadTransaction&)` on one snapshot. Throws Refusal `store.unknown`, DatabaseError, and whatever `work`
/// throws.
template <class Work>
auto read(foundation::Database& database, std::string_view storeCode, Work&& work)
{
    ReadScope scope(database, storeCode);
    return std::forward<Work>(work)(scope.transaction());
}

} // namespace giftbox::books
