#include "exchange/import_recipients.h"

#include "books/by_code.h"
#include "foundation/fold.h"
#include "foundation/text.h"
#include "gifting/recipient.h"

namespace giftbox::exchange {

using foundation::quoted;

namespace {

enum Column : std::size_t {
    Code,
    Name,
    Group,
    Kind,
    Note,
    Household,
    SizesOf,
    TastesOf,
    DoNotGift
};

constexpr std::size_t kRowsAtOnce = 1024;

/// Words that were kept before blanks were cut are the same as those of the file, of which they are.
gifting::Recipient enteredWords(gifting::Recipient recipient)
{
    for (std::string* words :
         {&recipient.name, &recipient.group, &recipient.note, &recipient.household}) {
        *words = foundation::entered(*words);
    }
    recipient.sizes = gifting::keptSizes(foundation::entered(gifting::toText(recipient.sizes)));
    recipient.tastes = gifting::keptTastes(foundation::entered(gifting::toText(recipient.tastes)));
    return recipient;
}

/// What the file says otherwise. Not what is there: whoever may import need not know whom the books know.
std::string difference(const gifting::Recipient& there, const gifting::Recipient& here)
{
    std::string text;
    const auto compare = [&text](const char* what, std::string_view a, std::string_view b) {
        if (a != b) {
            text += std::string(text.empty() ? "" : ", ") + what + " " + quoted(b) + " here";
        }
    };
    compare("name", there.name, here.name);
    compare("group", there.group, here.group);
    compare("kind", toText(there.kind), toText(here.kind));
    compare("note", there.note, here.note);
    compare("household", there.household, here.household);
    compare("sizes", gifting::toText(there.sizes), gifting::toText(here.sizes));
    compare("tastes", gifting::toText(there.tastes), gifting::toText(here.tastes));
    compare("do not gift", there.doNotGift ? "1" : "0", here.doNotGift ? "1" : "0");
    return text;
}

/// The row as it stands; empty where the file lacks the column.
gifting::Recipient readRow(ImportFile& file)
{
    gifting::Recipient recipient{.code = std::string(file.code(Code)),
                                 .name = file.text(Name),
                                 .group = file.text(Group),
                                 .note = file.text(Note),
                                 .household = file.text(Household)};
    const auto parse = [&](Column column, auto into) { file.holds(file.line(), column, into); };
    parse(Kind, [&] { recipient.kind = gifting::parseRecipientKind(file.code(Kind)); });
    parse(SizesOf, [&] { recipient.sizes = gifting::parseSizes(file.text(SizesOf)); });
    parse(TastesOf, [&] { recipient.tastes = gifting::parseTastes(file.text(TastesOf)); });
    const std::string_view cell = file.code(DoNotGift);
    recipient.doNotGift = cell == "1";
    if (!cell.empty() && cell != "0" && cell != "1") {
        file.reject(DoNotGift, "is " + quoted(cell) + "; expected 1, 0 or nothing");
    }
    return recipient;
}

/// The import of one file: gathers rows and posts them in chunks.
class Import {
public:
    Import(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), file_(std::move(source),
                         {{"recipient"},
                          {"name"},
                          {"group"},
                          {"kind", false},
                          {"note", false},
                          {"household", false},
                          {"sizes", false},
                          {"tastes", false},
                          {"do_not_gift", false}},
                         tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            gifting::Recipient recipient = readRow(file_);
            if (file_.rowIsGood() &&
                file_.holdsAll(file_.line(), Code, [&] { gifting::requireValid(recipient); })) {
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
    /// Gives what the file has no column for the values that are there.
    void keepOthers(gifting::Recipient& recipient, const gifting::Recipient& there) const;

    books::WriteTransaction& tx_;
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
                  {.number = one.number, .recipient = enteredWords(one.recipient)});
    });
    for (Line& row : rows_) {
        const std::string& code = row.recipient.code;
        const gifting::NumberedRecipient* there = known.find(code);
        if (there == nullptr && known.hasAlike(code)) {
            file_.rejectAt(row.line, Code,
                           "is " + quoted(code) +
                               "; several recipients' codes differ from it in capitals alone, so "
                               "spell it as one of them");
            continue;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            gifting::insertRecipient(tx_, row.recipient);
            known.add(code, {.number = books::RecipientNo{tx_.counters().recipient},
                             .recipient = row.recipient});
            there = known.find(code);
        }
        if (!file_.isFirst(row.line, Code, there->number.value, "recipient " + code)) {
            continue;
        }
        row.recipient.code = there->recipient.code;
        keepOthers(row.recipient, there->recipient);
        if (isNew) {
            ++summary_.added;
        } else if (row.recipient == there->recipient) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(row.line, Code,
                           row.recipient.code + " is there already with other values: " +
                               difference(there->recipient, row.recipient));
        }
    }
    rows_.clear();
}

void Import::keepOthers(gifting::Recipient& recipient, const gifting::Recipient& there) const
{
    const auto keep = [&](Column column, auto gifting::Recipient::*word) {
        if (!file_.has(column)) {
            recipient.*word = there.*word;
        }
    };
    keep(Kind, &gifting::Recipient::kind);
    keep(Note, &gifting::Recipient::note);
    keep(Household, &gifting::Recipient::household);
    keep(SizesOf, &gifting::Recipient::sizes);
    keep(TastesOf, &gifting::Recipient::tastes);
    keep(DoNotGift, &gifting::Recipient::doNotGift);
    recipient.anonymized = there.anonymized;
}

} // namespace

ImportSummary importRecipients(books::WriteTransaction& tx, ImportSource source)
{
    return Import(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
