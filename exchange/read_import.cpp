#include "exchange/read_import.h"

#include "exchange/read_fields.h"
#include "exchange/reading/read_table.h"

namespace giftbox::exchange {

namespace {

bool saysMore(Answers answers)
{
    answers.lines.clear();
    return !answers.isEmpty();
}

} // namespace

ImportTable readImport(const books::ReadTransaction& tx, std::string_view kind,
                       std::string_view bytes, const std::string& fileName, const Answers& said)
{
    const ReadFields fields = readFieldsOf(kind).value();
    const ReadHabits habits = habitsOf(tx);
    ImportTable table{.reading = readTable(bytes, fileName, fields, said, habits),
                      .answers = said,
                      .mapping = {}};
    const auto kept = saysMore(said) ? std::nullopt : findMapping(tx, kind, table.reading);
    if (kept) {
        table.answers = kept->answers;
        table.answers.lines = said.lines;
        table.mapping = kept->name;
        table.reading = readTable(bytes, fileName, fields, table.answers, habits);
    }
    return table;
}

void keepReading(books::WriteTransaction& tx, std::string_view kind, const ImportTable& table,
                 const std::string& name, const std::string& fileName)
{
    if (!saysMore(table.answers) || (!table.mapping.empty() && name.empty())) {
        return;
    }
    const std::string plain = fileName.substr(fileName.find_last_of('/') + 1);
    keepMapping(tx, kind, table.reading,
                {.name = name.empty() ? plain.substr(0, plain.rfind('.')) : name,
                 .answers = table.answers});
}

} // namespace giftbox::exchange
