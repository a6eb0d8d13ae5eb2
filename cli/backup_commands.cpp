#include "accounting/backup_folder.h"
#include "accounting/restore_books.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "foundation/refusal.h"

#include <charconv>
#include <filesystem>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Refusal;

namespace {

constexpr int kDifferencesFound = 4;

[[noreturn]] void failKeep(const std::string& text)
{
    throw UsageError("--keep is " + text +
                     "; expected days, weeks, and months, such as 14d,8w,12m");
}

/// `14d,8w,12m`: each unit at most once, in any order.
accounting::KeepRule parseKeep(const std::string& text)
{
    accounting::KeepRule rule;
    for (std::size_t at = 0; at < text.size() || at == 0;) {
        std::size_t end = text.find(',', at);
        end = end == std::string::npos ? text.size() : end;
        std::int64_t number = 0;
        const auto [unit, failure] = std::from_chars(text.data() + at, text.data() + end, number);
        std::int64_t* const part = unit == text.data() + end || failure != std::errc{} ? nullptr
                                   : *unit == 'd'                                      ? &rule.days
                                   : *unit == 'w'                                      ? &rule.weeks
                                   : *unit == 'm' ? &rule.months
                                                  : nullptr;
        if (part == nullptr || unit + 1 != text.data() + end || *part != 0 || number < 1 ||
            end + 1 == text.size()) {
            failKeep(text);
        }
        *part = number;
        at = end + 1;
    }
    return rule;
}

int sayMade(const Context& context, const accounting::MadeBackup& made)
{
    context.note("copied to " + made.path);
    if (made.differences.empty()) {
        return 0;
    }
    const std::size_t count = made.differences.size();
    context.note("the backup is not good: its books do not verify (" + std::to_string(count) +
                 (count == 1 ? " difference: " : " differences, the first: ") +
                 made.differences.front() + "). `giftbox verify` lists them all");
    return kDifferencesFound;
}

accounting::BackupOrder orderOf(const Context& context, const std::string& path)
{
    return {.url = context.databaseUrl(),
            .path = path,
            .now = context.environment().now,
            .progress = context.progress("copying"),
            .pathIfBad = path};
}

int backupIntoFolder(Context& context)
{
    const Arguments& given = context.arguments();
    std::optional<accounting::KeepRule> rule;
    if (const auto keep = given.maybeText("--keep")) {
        rule = parseKeep(*keep);
    }
    const accounting::FolderBackup done =
        accounting::backUpInto(context.database(), given.text("--dir"), rule, orderOf(context, ""));
    const int status = sayMade(context, done.made);
    for (const std::string& path : done.removed) {
        context.note("removed " + path);
    }
    return status;
}

} // namespace

int backup(Context& context)
{
    const Arguments& given = context.arguments();
    if (given.has("FILE") == given.has("--dir") || (given.has("--keep") && !given.has("--dir"))) {
        throw UsageError("giftbox backup needs FILE, or --dir FOLDER with optional --keep");
    }
    if (given.has("--dir")) {
        return backupIntoFolder(context);
    }
    const std::string path = given.text("FILE");
    if (std::filesystem::exists(path)) {
        throw Refusal("backup.exists", {{"path", path}});
    }
    return sayMade(context, accounting::backUp(context.database(), orderOf(context, path)));
}

int restore(Context& context)
{
    static const std::vector<Column> columns = {{"store", "Store", ColumnType::Code},
                                                {"events", "Events", ColumnType::Integer},
                                                {"newer", "Newer, replaced", ColumnType::Integer},
                                                {"since", "Since", ColumnType::Code}};
    const Arguments& given = context.arguments();
    context.output().open();
    context.makeFolder();
    const accounting::Restored restored =
        accounting::restoreBooks({.file = given.text("FILE"),
                                  .url = context.databaseUrl(),
                                  .now = context.environment().now,
                                  .replaces = given.has("--replace")});
    const auto out = context.output().writer({}, Shape::Rows);
    out->begin(columns);
    for (const accounting::RestoredStore& store : restored.stores) {
        out->code(store.code);
        out->integer(store.events);
        store.newer ? out->integer(*store.newer) : out->empty();
        store.since ? out->code(toText(*store.since)) : out->empty();
        out->endRow();
    }
    out->end();
    context.output().finish();
    context.note("restored to " + context.shownDatabase());
    if (!restored.keptAs.empty()) {
        context.note(
            "the previous database is kept as " + restored.keptAs +
            (restored.isReadable ? "" : "; it is not readable, so its newer events are unknown"));
    }
    if (restored.mayLackEnd) {
        context.note(
            "the file is not a backup made by Giftbox; if the database was open when it was "
            "copied, the latest changes may be missing");
    }
    return 0;
}

} // namespace giftbox::cli
