#include "exchange/sample/sample_store.h"

#include "accounting/upgrade_books.h"
#include "exchange/copy_store.h"
#include "exchange/sample/sample_story.h"
#include "exchange/sample/statements.h"
#include "foundation/check.h"
#include "foundation/database/copy_table.h"

namespace giftbox::exchange {

using foundation::Database;
using foundation::Refusal;

namespace {

/// The tables of people with rows of a store, beside its books.
constexpr std::string_view kOfPeople[] = {"saved_view", "api_token", "user_role"};

} // namespace

std::optional<std::string> sampleStore(foundation::Reader& database)
{
    const auto found = database.query(sql::FindSample{});
    return found ? std::optional(std::string(found->code)) : std::nullopt;
}

std::string addSampleStore(Database& database, std::string_view beside, const books::Actor& actor)
{
    if (const auto there = sampleStore(database)) {
        throw Refusal("sample.exists", {{"store", *there}});
    }
    const books::Store like = books::loadStore(database, beside);
    Database story = Database::openPrivate();
    accounting::upgradeBooks(story);
    tellSampleStory(story, like, actor);
    books::read(story, kSampleCode, [&](const books::ReadTransaction& tx) {
        addCopy(database, tx, kSampleCode, books::Ending::Commit, [](std::int64_t) {});
        return true;
    });
    return std::string(kSampleCode);
}

std::string removeSampleStore(Database& database, const books::Actor& actor)
{
    const auto code = sampleStore(database);
    if (!code) {
        throw Refusal("sample.none");
    }
    books::write(database, *code, actor, [&](books::WriteTransaction& tx) {
        GIFTBOX_CHECK(tx.store().isSample);
        for (const std::string_view table : kOfPeople) {
            foundation::deleteRows(database, {.table = table, .storeId = tx.storeId()});
        }
        const auto tables = copiedTables();
        for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
            foundation::deleteRows(database, {.table = *table, .storeId = tx.storeId()});
        }
        return true;
    });
    return *code;
}

} // namespace giftbox::exchange
