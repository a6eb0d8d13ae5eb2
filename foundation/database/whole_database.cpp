#include "foundation/database/whole_database.h"

#include "foundation/database/statements.h"

#include <chrono>
#include <thread>

namespace giftbox::foundation {

std::int64_t countObjects(Database& database)
{
    return database.query(sql::CountObjects{})->objects;
}

std::int64_t otherSessions(Database& database)
{
    return database.query(sql::OtherSessions{})->sessions;
}

bool isAlone(Database& database)
{
    constexpr int kTries = 30;
    for (int tries = 1; otherSessions(database) > 0; ++tries) {
        if (tries == kTries) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return true;
}

bool hasSchema(Database& database, const std::string& schema)
{
    return database.query(sql::HasSchema{.schema = schema})->schemas > 0;
}

std::string exportSnapshot(Database& database)
{
    return std::string(database.query(sql::ExportSnapshot{})->snapshot);
}

} // namespace giftbox::foundation
