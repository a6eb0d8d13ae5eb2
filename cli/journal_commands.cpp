#include "accounting/journal_file.h"
#include "cli/commands.h"
#include "cli/context.h"

namespace giftbox::cli {

int journalFile(Context& context)
{
    const Arguments& given = context.arguments();
    accounting::JournalFile file;
    file.layout = given.maybeText("--layout").value_or(file.layout);
    if (const auto detail = given.maybeText("--detail")) {
        file.detail = accounting::parseJournalDetail(*detail);
    }
    if (given.has("--part")) {
        file.part = given.integer("--part");
    }
    return context.read([&](const books::ReadTransaction& tx) {
        context.output().open();
        accounting::writeJournalFile(
            tx, accounting::requireBatch(tx, given.integer("NO")), file,
            [&](std::string_view bytes) { context.output().write(bytes); });
    });
}

} // namespace giftbox::cli
