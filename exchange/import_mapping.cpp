#include "exchange/import_mapping.h"

#include "exchange/reading/answers.h"
#include "exchange/statements.h"
#include "foundation/digest.h"

namespace giftbox::exchange {

namespace {

std::string headerOf(const Reading& reading)
{
    std::string names;
    for (const ReadColumn& column : reading.columns) {
        names += column.name + "\n";
    }
    return foundation::sha256(names);
}

} // namespace

void keepMapping(books::WriteTransaction& tx, std::string_view kind, const Reading& reading,
                 const ImportMapping& mapping)
{
    Answers answers = mapping.answers;
    answers.lines.clear();
    tx.database().execute(sql::KeepMapping{.storeId = tx.storeId(),
                                           .kind = kind,
                                           .header = headerOf(reading),
                                           .name = mapping.name,
                                           .answers = toJson(answers)});
}

std::optional<ImportMapping> findMapping(const books::ReadTransaction& tx, std::string_view kind,
                                         const Reading& reading)
{
    const auto row = tx.database().query(
        sql::FindMapping{.storeId = tx.storeId(), .kind = kind, .header = headerOf(reading)});
    return row ? std::optional(ImportMapping{.name = std::string(row->name),
                                             .answers = parseAnswers(row->answers)})
               : std::nullopt;
}

} // namespace giftbox::exchange
