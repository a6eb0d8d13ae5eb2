#include "gifting/import_recipients.h"

#include "foundation/text.h"
#include "gifting/recipient.h"

#include <unordered_map>

namespace giftbox::gifting {

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

std::string difference(const Recipient& there, const Recipient& here)
{
    std::string text;
    const auto compare = [&text](const char* what, std::string_view a, std::string_view b) {
        if (a != b) {
            text += std::string(text.empty() ? "" : ", ") + what + " " + quoted(a) + " there, " +
                    quoted(b) + " here";
        }
    };
    compare("name", there.name, here.name);
    compare("group", there.group, here.group);
    compare("kind", toText(there.kind), toText(here.kind));
    compare("note", there.note, here.note);
    compare("household", there.household, here.household);
    compare("sizes", toText(there.sizes), toText(here.sizes));
    compare("tastes", toText(there.tastes), toText(here.tastes));
    compare("do not gift", there.doNotGift ? "1" : "0", here.doNotGift ? "1" : "0");
    return text;
}

/// The row as it stands; empty where the file lacks the column.
Recipient readRow(books::ImportFile& file)
{
    Recipient recipient{.code = std::string(file.code(Code)),
                        .name = file.text(Name),
                        .group = file.text(Group),
                        .note = file.text(Note),
                        .household = file.text(Household)};
    const auto parse = [&](Column column, auto into) { file.holds(file.line(), column, into); };
    parse(Kind, [&] { recipient.kind = parseRecipientKind(file.code(Kind)); });
    parse(SizesOf, [&] { recipient.sizes = parseSizes(file.text(SizesOf)); });
    parse(TastesOf, [&] { recipient.tastes = parseTastes(file.text(TastesOf)); });
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
    Import(books::WriteTransaction& tx, books::ImportSource source)
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

    books::ImportSummary run()
    {
        while (file_.next()) {
            Recipient recipient = readRow(file_);
            if (file_.rowIsGood() &&
                file_.holds(file_.line(), Code, [&] { requireValid(recipient); })) {
                rows_.push_back({file_.line(), std::move(recipient)});
            }
            if (rows_.size() == kRowsAtOnce) {
                post();
            }
        }
        post();
        file_.throwIfBad();
        books::recordImport(tx_, "recipients", summary_);
        return summary_;
    }

private:
    struct Line {
        std::int64_t line = 0;
        Recipient recipient;
    };

    void post();
    /// Gives what the file has no column for the values that are there.
    void keepOthers(Recipient& recipient, const Recipient& there) const;

    books::WriteTransaction& tx_;
    books::ImportFile file_;
    books::ImportSummary summary_;
    std::vector<Line> rows_;
};

void Import::post()
{
    std::vector<std::string_view> codes;
    for (const Line& row : rows_) {
        codes.push_back(row.recipient.code);
    }
    std::unordered_map<std::string, NumberedRecipient> known;
    visitRecipients(tx_, codes, [&](NumberedRecipient&& one) {
        const std::string code = one.recipient.code;
        known.emplace(code, std::move(one));
    });
    for (Line& row : rows_) {
        const auto [at, isNew] = known.try_emplace(row.recipient.code);
        NumberedRecipient& there = at->second;
        if (isNew) {
            insertRecipient(tx_, row.recipient);
            there = {.number = books::RecipientNo{tx_.counters().recipient},
                     .recipient = row.recipient};
        }
        if (!file_.isFirst(row.line, Code, there.number.value, "recipient " + row.recipient.code)) {
            continue;
        }
        keepOthers(row.recipient, there.recipient);
        if (isNew) {
            ++summary_.added;
        } else if (row.recipient == there.recipient) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(row.line, Code,
                           row.recipient.code + " is there already with other values: " +
                               difference(there.recipient, row.recipient));
        }
    }
    rows_.clear();
}

void Import::keepOthers(Recipient& recipient, const Recipient& there) const
{
    const auto keep = [&](Column column, auto Recipient::*word) {
        if (!file_.has(column)) {
            recipient.*word = there.*word;
        }
    };
    keep(Kind, &Recipient::kind);
    keep(Note, &Recipient::note);
    keep(Household, &Recipient::household);
    keep(SizesOf, &Recipient::sizes);
    keep(TastesOf, &Recipient::tastes);
    keep(DoNotGift, &Recipient::doNotGift);
    recipient.anonymized = there.anonymized;
}

} // namespace

books::ImportSummary importRecipients(books::WriteTransaction& tx, books::ImportSource source)
{
    return Import(tx, std::move(source)).run();
}

} // namespace giftbox::gifting
