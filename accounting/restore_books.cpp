#include "accounting/restore_books.h"

#include "accounting/back_up.h"
#include "accounting/statements.h"
#include "accounting/upgrade_books.h"
#include "books/create_store.h"
#include "foundation/database/restore_database.h"
#include "foundation/database/schema.h"
#include "foundation/refusal.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Database;
using foundation::Instant;
using foundation::Refusal;

namespace {

/// The numbers are consecutive, from 1.
std::int64_t lastEvent(Database& database, const std::string& code)
{
    return database.query(sql::LastEventOfStore{.code = code})->lastEvent.value_or(0);
}

struct EventMark {
    std::string hash;
    Instant recordedAt;
};

std::optional<EventMark> eventAt(Database& database, const std::string& code, std::int64_t number)
{
    const auto event = database.query(sql::EventOfStore{.code = code, .eventSeq = number});
    return event ? std::optional(
                       EventMark{.hash = std::string(event->hash), .recordedAt = event->recordedAt})
                 : std::nullopt;
}

/// The last common event. A hash covers all earlier events, so equal hashes mean equal histories.
std::int64_t lastCommonEvent(Database& one, Database& other, const std::string& code)
{
    std::int64_t alike = 0;
    std::int64_t end = std::min(lastEvent(one, code), lastEvent(other, code)) + 1;
    while (end - alike > 1) {
        const std::int64_t middle = alike + (end - alike) / 2;
        const auto ofOne = eventAt(one, code, middle);
        const auto ofOther = eventAt(other, code, middle);
        (ofOne && ofOther && ofOne->hash == ofOther->hash ? alike : end) = middle;
    }
    return alike;
}

RestoredStore compareStore(Database& now, Database* before, const std::string& code)
{
    RestoredStore store{.code = code, .events = lastEvent(now, code), .newer = {}, .since = {}};
    if (before != nullptr) {
        const std::int64_t common = lastCommonEvent(now, *before, code);
        store.newer = lastEvent(*before, code) - common;
        if (const auto first = eventAt(*before, code, common + 1)) {
            store.since = first->recordedAt;
        }
    }
    return store;
}

/// Upgrades a copy of a backup to the program's schema and verifies it. Throws Refusal `restore.not_a_backup`,
/// `restore.damaged`, `schema.newer`.
void requireGoodBooks(Database& copy, const std::string& file)
{
    if (!foundation::databaseSchemaVersion(copy)) {
        throw Refusal("restore.not_a_backup/program", {{"file", file}});
    }
    upgradeBooks(copy);
    if (!books::hasStores(copy)) {
        throw Refusal("restore.not_a_backup/store", {{"file", file}});
    }
    const std::vector<std::string> differences = verifyStores(copy);
    if (!differences.empty()) {
        throw Refusal(
            "restore.damaged",
            {{"file", file}, {"count", differences.size()}, {"first", differences.front()}});
    }
}

/// Each store with the events only in `before`; none if it could not be read.
std::vector<RestoredStore> compareBooks(Database& now, Database* before)
{
    std::vector<std::string> codes = books::listStores(now);
    if (before != nullptr && foundation::databaseSchemaVersion(*before)) {
        const std::vector<std::string> more = books::listStores(*before);
        codes.insert(codes.end(), more.begin(), more.end());
        std::ranges::sort(codes);
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    } else if (before != nullptr) {
        before = nullptr;
    }
    std::vector<RestoredStore> stores;
    for (const std::string& code : codes) {
        stores.push_back(compareStore(now, before, code));
    }
    return stores;
}

} // namespace

Restored restoreBooks(const RestoreOrder& order)
{
    std::vector<RestoredStore> stores;
    const foundation::RestoredDatabase restored = foundation::restoreDatabase(
        {.file = order.file,
         .url = order.url,
         .stamp = stampOf(order.now),
         .replaces = order.replaces,
         .makeGood = [&](Database& copy) { requireGoodBooks(copy, order.file); },
         .hasBooks = [](Database& there) { return books::hasStores(there); },
         .compare = [&](Database& now, Database* before) { stores = compareBooks(now, before); }});
    if (restored.keptAs.empty()) {
        for (RestoredStore& store : stores) {
            store.newer = 0;
        }
    }
    return {.stores = std::move(stores),
            .keptAs = restored.keptAs,
            .isReadable = restored.isReadable,
            .mayLackEnd = restored.mayLackEnd};
}

} // namespace giftbox::accounting
