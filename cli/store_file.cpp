#include "cli/store_file.h"

#include "cli/context.h"
#include "exchange/copy_store.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Refusal;

namespace {

void removeParts(const std::string& part)
{
    std::error_code gone;
    for (const char* end : {"", "-journal"}) {
        std::filesystem::remove(part + end, gone);
    }
}

/// Shows the rows so far on standard error, if that is a terminal.
exchange::CopyProgress rowsCopied(const Context& context)
{
    if (!context.environment().errorIsTerminal) {
        return [](std::int64_t) {};
    }
    return [&context, last = std::int64_t{0}](std::int64_t rows) mutable {
        constexpr std::int64_t kRowsBetweenNotes = 1'000'000;
        if (rows / kRowsBetweenNotes != last / kRowsBetweenNotes) {
            context.note(std::to_string(rows) + " rows copied");
        }
        last = rows;
    };
}

} // namespace

int exportStoreFile(Context& context)
{
    const std::string path = context.arguments().path("-o");
    if (path.empty() || path == "-") {
        throw UsageError("giftbox export store needs -o FILE: the new database of this one store");
    }
    if (std::filesystem::exists(path)) {
        throw Refusal("file.exists", {{"path", path}});
    }
    const std::string part = path + ".part";
    removeParts(part);
    try {
        books::read(context.database(), context.storeCode(), [&](const books::ReadTransaction& tx) {
            exchange::exportStore(tx, part, rowsCopied(context));
            return true;
        });
        std::filesystem::rename(part, path);
    } catch (...) {
        removeParts(part);
        throw;
    }
    context.note("store " + context.storeCode() + " is in " + path);
    return 0;
}

int importStoreFile(Context& context)
{
    static const std::vector<Column> columns = {{"store", "Store", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"boxes", "Boxes", ColumnType::Integer},
                                                {"events", "Events", ColumnType::Integer},
                                                {"chain_hash", "Last hash", ColumnType::Code}};
    const Arguments& given = context.arguments();
    const std::string path = given.path("FILE");
    if (!std::filesystem::is_regular_file(path)) {
        throw Refusal("file.unreadable/store", {{"path", path}});
    }
    context.output().open();
    const bool dryRun = given.has("--dry-run");
    foundation::Database& database = context.makeDatabase();
    std::optional<foundation::Database> copy = dryRun ? database.privateCopy() : std::nullopt;
    const exchange::ImportedStore store = exchange::importStore(
        copy ? *copy : database, path, dryRun ? books::Ending::RollBack : books::Ending::Commit,
        rowsCopied(context));
    const auto out = context.output().writer({}, Shape::Record);
    out->begin(columns);
    out->code(store.code);
    out->text(store.name);
    out->integer(store.boxes);
    out->integer(store.events);
    out->code(store.chainHash);
    out->endRow();
    out->end();
    context.output().finish();
    if (dryRun) {
        context.note("dry run: nothing was imported");
    }
    return 0;
}

} // namespace giftbox::cli
