#include "exchange/import_recipients.h"

#include "books/by_code.h"
#include "exchange/import_batch.h"
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
class RecipientsImport {
public:
    RecipientsImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "recipients", source),
          file_(std::move(source), columns_.columns(), tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            gifting::Recipient recipient = columns_.read(file_);
            file_.holdsAll(file_.line(), kCode, [&] { gifting::requireValid(recipient); });
            rows_.push_back({file_.line(), std::move(recipient), file_.rowIsGood()});
            if (rows_.size() == kRowsAtOnce) {
                post();
            }
        }
        post();
        file_.throwIfBad();
        write();
        batch_.record(summary_);
        return summary_;
    }

private:
    struct Line {
        std::int64_t line = 0;
        gifting::Recipient recipient;
        bool isGood = true;
    };

    using Known = books::ByCode<gifting::NumberedRecipient>;

    void post();
    void take(Line& row, Known& known);
    /// Whether the code is asked about, which it is in bad rows too; gives it the zeros of one that is the same.
    bool isAsked(Line& row, Known& known);
    void change(const gifting::NumberedRecipient& there, const Line& row);
    books::RecipientNo add(const gifting::Recipient& recipient);
    /// Facts are counted in the order of the recipients' numbers, so what changes is written first.
    void write();

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    FieldColumns<gifting::Recipient> columns_{gifting::recipientFields()};
    ImportFile file_;
    ImportSummary summary_;
    std::vector<Line> rows_;
    /// In an import that changes recipients: the new ones, and the changed ones by number.
    std::vector<gifting::Recipient> added_;
    std::map<std::int64_t, gifting::Recipient> changed_;
    std::optional<CodesByNumber> numbers_; ///< of everybody, once somebody may be new
};

void RecipientsImport::post()
{
    if (file_.isHopeless()) {
        return rows_.clear();
    }
    std::vector<std::string_view> codes;
    for (const Line& row : rows_) {
        codes.push_back(row.recipient.code);
    }
    Known known;
    gifting::visitRecipients(tx_, codes, [&](gifting::FoundRecipient&& one) {
        known.add(one.called, {.number = one.number, .recipient = columns_.entered(one.recipient)});
    });
    for (Line& row : rows_) {
        take(row, known);
    }
    rows_.clear();
}

bool RecipientsImport::isAsked(Line& row, Known& known)
{
    if (!numbers_) {
        numbers_.emplace();
        gifting::listRecipients(
            tx_, [&](const gifting::NumberedRecipient& one) { numbers_->add(one.recipient.code); });
    }
    const auto alike = numbers_->alike(row.recipient.code);
    if (alike && file_.zeroCodes() == ZeroCodes::Ask) {
        file_.rejectAt(row.line, kCode, askAboutZeros(row.recipient.code, *alike));
        return true;
    }
    if (alike && file_.zeroCodes() == ZeroCodes::AreTheSame) {
        row.recipient.code = *alike;
        gifting::visitRecipients(tx_, {*alike}, [&](gifting::FoundRecipient&& one) {
            known.add(one.called,
                      {.number = one.number, .recipient = columns_.entered(one.recipient)});
        });
    }
    return false;
}

void RecipientsImport::take(Line& row, Known& known)
{
    const gifting::NumberedRecipient* there = known.find(row.recipient.code);
    const bool wasThere = there != nullptr || known.hasAlike(row.recipient.code);
    if ((!wasThere && isAsked(row, known)) || !row.isGood) {
        return;
    }
    const std::string code = row.recipient.code;
    there = wasThere ? there : known.find(code);
    if (there == nullptr && known.hasAlike(code)) {
        return file_.rejectAt(row.line, kCode,
                              quoted(code) + " differs from several recipients' codes in capitals "
                                             "alone. Spell it like one of them.");
    }
    const bool isNew = there == nullptr;
    if (isNew && file_.changes() == Changes::UpdateOnly) {
        return file_.rejectAt(row.line, kCode, "There is no recipient " + code + " to change.");
    }
    if (isNew) {
        known.add(code, {.number = add(row.recipient), .recipient = row.recipient});
        if (numbers_) {
            numbers_->add(code);
        }
        there = known.find(code);
    }
    if (!file_.isFirst(row.line, kCode, there->number.value, "recipient " + code)) {
        return;
    }
    row.recipient.code = there->recipient.code;
    row.recipient.unconfirmed = there->recipient.unconfirmed; // no file confirms anybody
    columns_.keepOthers(file_, row.recipient, there->recipient);
    if (isNew) {
        ++summary_.added;
    } else if (row.recipient == there->recipient) {
        ++summary_.unchanged;
    } else {
        change(*there, row);
    }
}

void RecipientsImport::change(const gifting::NumberedRecipient& there, const Line& row)
{
    const std::string what = difference(there.recipient, row.recipient);
    if (file_.changes() == Changes::Add || there.recipient.anonymized) {
        return file_.rejectAt(row.line, kCode,
                              "Recipient " + row.recipient.code +
                                  " is already in the books with other values: " + what + ".");
    }
    // What is stored, not as it would be entered today.
    const auto before = gifting::requireKnownRecipient(tx_, there.recipient.code);
    file_.addChange(summary_, row.line, "Recipient " + row.recipient.code + " changes: " + what,
                    std::to_string(before.number.value), recipientDigest(before));
    batch_.keepEarlier(before.number.value, gifting::recipientFields(), before.recipient,
                       row.recipient);
    changed_.emplace(before.number.value, row.recipient);
}

books::RecipientNo RecipientsImport::add(const gifting::Recipient& recipient)
{
    if (file_.changes() == Changes::Add) {
        gifting::insertRecipient(tx_, recipient);
        return books::RecipientNo{tx_.counters().recipient};
    }
    added_.push_back(recipient);
    return books::RecipientNo{tx_.counters().recipient + static_cast<std::int64_t>(added_.size())};
}

void RecipientsImport::write()
{
    for (const auto& [number, recipient] : changed_) {
        gifting::updateRecipient(tx_,
                                 {.number = books::RecipientNo{number}, .recipient = recipient});
    }
    for (const gifting::Recipient& recipient : added_) {
        gifting::insertRecipient(tx_, recipient);
    }
}

} // namespace

ImportSummary importRecipients(books::WriteTransaction& tx, ImportSource source)
{
    return RecipientsImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
