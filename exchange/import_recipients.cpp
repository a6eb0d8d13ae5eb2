#include "exchange/import_recipients.h"

#include "books/by_code.h"
#include "exchange/import_fields.h"
#include "gifting/recipient.h"

namespace giftbox::exchange {

using foundation::quoted;

namespace {

constexpr std::size_t kCode = 0;
constexpr std::size_t kRowsAtOnce = 1024;

/// The differing values of the file, not those of the books: the importer need not know the books' recipients.
std::string difference(const gifting::Recipient& there, const gifting::Recipient& here)
{
    std::string text;
    for (const auto* field : differing(gifting::recipientFields(), there, here)) {
        text += (text.empty() ? "" : ", ") + foundation::plainName(field->info.name) + " " +
                quoted(textOf(*field, here)) + " here";
    }
    return text;
}

/// The import of one file: collects rows and posts them in chunks.
class Import {
public:
    Import(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), file_(std::move(source), columns_.columns(), tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            gifting::Recipient recipient = columns_.read(file_);
            if (file_.rowIsGood() &&
                file_.holdsAll(file_.line(), kCode, [&] { gifting::requireValid(recipient); })) {
                rows_.push_back({file_.line(), std::move(recipient)});
            }
            if (rows_.size() == kRowsAtOnce) {
                post();
            }
        }
        post();
        file_.throwIfBad();
        recordImport(tx_, "recipients", summary_);
        return summary_;
    }

private:
    struct Line {
        std::int64_t line = 0;
        gifting::Recipient recipient;
    };

    void post();

    books::WriteTransaction& tx_;
    FieldColumns<gifting::Recipient> columns_{gifting::recipientFields()};
    ImportFile file_;
    ImportSummary summary_;
    std::vector<Line> rows_;
};

void Import::post()
{
    if (file_.isHopeless()) {
        return rows_.clear();
    }
    std::vector<std::string_view> codes;
    for (const Line& row : rows_) {
        codes.push_back(row.recipient.code);
    }
    books::ByCode<gifting::NumberedRecipient> known;
    gifting::visitRecipients(tx_, codes, [&](gifting::NumberedRecipient&& one) {
        known.add(one.recipient.code,
                  {.number = one.number, .recipient = columns_.entered(one.recipient)});
    });
    for (Line& row : rows_) {
        const std::string& code = row.recipient.code;
        const gifting::NumberedRecipient* there = known.find(code);
        if (there == nullptr && known.hasAlike(code)) {
            file_.rejectAt(row.line, kCode,
                           quoted(code) + " differs from several recipients' codes in capitals "
                                          "alone. Spell it like one of them.");
            continue;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            gifting::insertRecipient(tx_, row.recipient);
            known.add(code, {.number = books::RecipientNo{tx_.counters().recipient},
                             .recipient = row.recipient});
            there = known.find(code);
        }
        if (!file_.isFirst(row.line, kCode, there->number.value, "recipient " + code)) {
            continue;
        }
        row.recipient.code = there->recipient.code;
        columns_.keepOthers(file_, row.recipient, there->recipient);
        if (isNew) {
            ++summary_.added;
        } else if (row.recipient == there->recipient) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(row.line, kCode,
                           "Recipient " + row.recipient.code +
                               " is already in the books with other values: " +
                               difference(there->recipient, row.recipient) + ".");
        }
    }
    rows_.clear();
}

} // namespace

ImportSummary importRecipients(books::WriteTransaction& tx, ImportSource source)
{
    return Import(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
