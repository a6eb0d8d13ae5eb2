#include "accounting/journal_file.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/looks.h"
#include "operations/call.h"

namespace giftbox::cli {

namespace {

accounting::JournalFile fileIn(const Context& context)
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
    return file;
}

void writeFile(Context& context, const books::ReadTransaction& tx, std::int64_t number)
{
    accounting::writeJournalFile(tx, accounting::requireBatch(tx, number), fileIn(context),
                                 [&](std::string_view bytes) { context.output().write(bytes); });
}

/// The first number of the rows: that of the batch.
class FirstNumber final : public foundation::RowWriter {
public:
    void begin(std::span<const foundation::Column>) override {}
    void text(std::string_view) override {}
    void code(std::string_view) override {}
    void integer(std::int64_t value) override { number = number == 0 ? value : number; }
    void amount(foundation::Money) override {}
    void date(foundation::Date) override {}
    void month(foundation::Month) override {}
    void empty() override {}
    void endRow() override {}
    void end() override {}
    std::int64_t number = 0;
};

} // namespace

int journalFile(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        context.output().open();
        writeFile(context, tx, context.arguments().integer("NO"));
    });
}

bool printFileOfBatch(Context& context, const operations::Call& call,
                      const foundation::RecordedRows& rows)
{
    if (!call.has("layout")) {
        return false;
    }
    FirstNumber first;
    rows.replay(first);
    books::read(context.database(), context.storeCode(), [&](const books::ReadTransaction& tx) {
        writeFile(context, tx, first.number);
        return true;
    });
    return true;
}

} // namespace giftbox::cli
