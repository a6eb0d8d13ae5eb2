#include "exchange/import_returns.h"

#include "exchange/import_batch.h"
#include "purchasing/receipt_run.h"
#include "purchasing/return_receipt.h"

namespace giftbox::exchange {

using foundation::Date;
using foundation::Money;
using purchasing::RecordedReturn;

namespace {

enum ReturnColumn : std::size_t {
    ReturnedOn,
    ReturnedReceipt,
    ReturnedTo,
    ReturnedSku,
    ReturnedLine,
    ReturnedCount,
    ReturnReason,
    CreditedOn,
    CreditNote,
    CreditAmount
};

std::vector<ImportColumn> returnFileColumns()
{
    return {{.name = "returned_on", .about = "on"},
            {"receipt"},
            {.name = "receipt_supplier", .required = false},
            {"sku"},
            {.name = "line", .required = false},
            {"units"},
            {"reason"},
            {.name = "credited_on", .required = false},
            {.name = "credit_note", .required = false, .about = "reference"},
            {.name = "credit", .required = false, .about = "cost"}};
}

/// What a supplier credited for a return.
struct FileCredit {
    Date on;
    std::string note;
    Money amount;

    bool operator==(const FileCredit&) const = default;
};

/// A row.
struct ReadReturn {
    std::int64_t line = 0;
    purchasing::Receipt receipt; ///< its key alone
    purchasing::SupplierReturn asked;
    std::optional<FileCredit> credit;
};

/// What tells returns apart.
using ReturnKey = std::tuple<std::int64_t, Date, std::int64_t, std::string>;

ReturnKey keyOf(books::LotNo lot, Date on, std::int64_t units, const std::string& reason)
{
    return {lot.value, on, units, reason};
}

std::optional<FileCredit> creditOf(const RecordedReturn& there)
{
    return there.creditedOn ? std::optional(FileCredit{.on = *there.creditedOn,
                                                       .note = there.creditReference,
                                                       .amount = there.credit()})
                            : std::nullopt;
}

/// The import of one file.
class ReturnsImport {
public:
    ReturnsImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "returns", source),
          file_(std::move(source), returnFileColumns(), tx.store().currency)
    {
        readKnown();
    }

    ImportSummary run()
    {
        while (file_.next()) {
            ReadReturn row = read();
            if (file_.rowIsGood() && !file_.isHopeless() && findLot(row)) {
                take(row);
            }
        }
        file_.throwIfBad();
        file_.requireConfirmed(tx_);
        batch_.record(summary_);
        return summary_;
    }

private:
    /// Those that stand, the oldest last.
    void readKnown()
    {
        constexpr std::int64_t kReturnsAtOnce = 1000;
        std::optional<std::int64_t> before;
        for (auto some = purchasing::returnsBefore(tx_, before, kReturnsAtOnce); !some.empty();
             some = purchasing::returnsBefore(tx_, before, kReturnsAtOnce)) {
            for (const RecordedReturn& one : some) {
                if (!one.reversedOn) {
                    known_[keyOf(one.lot, one.on, one.units, one.reason)].push_back(creditOf(one));
                }
            }
            before = some.back().movement;
        }
    }

    ReadReturn read()
    {
        ReadReturn row{.line = file_.line(),
                       .receipt = {.sku = std::string(file_.code(ReturnedSku)),
                                   .cost = {},
                                   .receivedOn = {},
                                   .reference = file_.text(ReturnedReceipt),
                                   .supplier = file_.text(ReturnedTo),
                                   .line = file_.integer(ReturnedLine)},
                       .asked = {.lot = {},
                                 .units = file_.requiredInteger(ReturnedCount),
                                 .on = file_.date(ReturnedOn),
                                 .reason = file_.text(ReturnReason)},
                       .credit = readCredit()};
        for (const auto column : {ReturnedReceipt, ReturnedSku}) {
            if (file_.code(column).empty()) {
                file_.reject(column, "The cell is empty. Enter a value.");
            }
        }
        return row;
    }

    std::optional<FileCredit> readCredit()
    {
        const std::optional<Date> on = file_.optionalDate(CreditedOn);
        const std::string note = file_.text(CreditNote);
        const bool hasAmount = !file_.code(CreditAmount).empty();
        if (on.has_value() != hasAmount || on.has_value() == note.empty()) {
            file_.reject(CreditedOn, "A credit has a day, a number and an amount. Enter all "
                                     "three, or leave them empty.");
        }
        return on && hasAmount ? std::optional(FileCredit{
                                     .on = *on, .note = note, .amount = file_.amount(CreditAmount)})
                               : std::nullopt;
    }

    bool findLot(ReadReturn& row)
    {
        purchasing::ReceiptRun run(tx_);
        bool isFound = false;
        file_.holds(row.line, ReturnedSku, [&] {
            run.load({&row.receipt, 1});
            const purchasing::NumberedReceipt* there = run.find(row.receipt);
            isFound = there != nullptr;
            row.asked.lot = isFound ? there->lot : books::LotNo{};
            if (!isFound) {
                file_.rejectAt(row.line, ReturnedReceipt,
                               "The books have no receipt " + *row.receipt.reference +
                                   " for item " + row.receipt.sku + " of this supplier.");
            }
        });
        return isFound;
    }

    void take(const ReadReturn& row)
    {
        const auto known =
            known_.find(keyOf(row.asked.lot, row.asked.on, row.asked.units, row.asked.reason));
        if (known == known_.end() || known->second.empty()) {
            return enter(row);
        }
        const std::optional<FileCredit> there = known->second.back();
        known->second.pop_back();
        if (there == row.credit) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(row.line, CreditedOn,
                           "The books already have this return with " +
                               (there ? "a credit of " + tx_.store().amount(there->amount) +
                                            " on " + toText(there->on)
                                      : std::string("no credit")) +
                               ". Record its credit there.");
        }
    }

    void enter(const ReadReturn& row)
    {
        file_.holdsAll(row.line, ReturnedCount, [&] {
            const purchasing::ReturnedUnits done = purchasing::enterReturn(tx_, row.asked);
            if (row.credit) {
                (void)purchasing::enterCredit(tx_, {.movement = done.movement,
                                                    .amount = row.credit->amount,
                                                    .on = row.credit->on,
                                                    .reference = row.credit->note});
            }
            ++summary_.added;
        });
    }

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    ImportFile file_;
    ImportSummary summary_;
    /// The credits of returns in the books that no row met yet, the oldest last.
    std::map<ReturnKey, std::vector<std::optional<FileCredit>>> known_;
};

} // namespace

ImportSummary importReturns(books::WriteTransaction& tx, ImportSource source)
{
    return ReturnsImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
