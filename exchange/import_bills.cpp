#include "exchange/import_bills.h"

#include "exchange/import_batch.h"
#include "purchasing/receipt_run.h"
#include "purchasing/record_bill.h"
#include "purchasing/recorded_bill.h"
#include "reports/find_movements.h"

#include <map>

namespace giftbox::exchange {

using books::WriteTransaction;
using foundation::Money;

namespace {

/// Both files begin with these.
enum ChargeColumn : std::size_t {
    ChargedBy,
    ChargeNumber,
    ChargedReceipt,
    ChargedSupplier,
    ChargedSku,
    ChargedLine,
    ChargedAmount,
    BillDate,           ///< of a bill
    SharedBy = BillDate ///< of freight
};

std::vector<ImportColumn> chargeColumns(std::string number, ImportColumn last)
{
    return {{.name = "supplier", .about = "supplier"},
            {.name = std::move(number), .about = "reference"},
            {"receipt"},
            {.name = "receipt_supplier", .required = false},
            {"sku"},
            {.name = "line", .required = false},
            {"amount"},
            std::move(last)};
}

/// A row, and the lot of the receipt that it names.
struct ChargeRow {
    std::int64_t line = 0;
    std::string supplier;
    std::string reference;
    purchasing::Receipt receipt;
    Money amount;
    foundation::Date on = {};
    std::string by = {};
    books::LotNo lot = {};
};

ChargeRow readRow(ImportFile& file)
{
    ChargeRow row{.line = file.line(),
                  .supplier = file.text(ChargedBy),
                  .reference = file.text(ChargeNumber),
                  .receipt = {.sku = std::string(file.code(ChargedSku)),
                              .cost = {},
                              .receivedOn = {},
                              .reference = file.text(ChargedReceipt),
                              .supplier = file.text(ChargedSupplier),
                              .line = file.integer(ChargedLine)},
                  .amount = file.amount(ChargedAmount)};
    for (const auto column : {ChargedReceipt, ChargedSku, ChargeNumber}) {
        if (file.code(column).empty()) {
            file.reject(column, "The cell is empty. Enter a value.");
        }
    }
    return row;
}

/// Finds the lots of the rows; marks as bad those of which the books have no receipt.
void findLots(WriteTransaction& tx, ImportFile& file, std::vector<ChargeRow>& rows)
{
    purchasing::ReceiptRun run(tx);
    std::vector<purchasing::Receipt> receipts;
    for (const ChargeRow& row : rows) {
        receipts.push_back(row.receipt);
    }
    run.load(receipts);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const purchasing::NumberedReceipt* there = run.find(receipts[i])) {
            rows[i].lot = there->lot;
        } else {
            file.rejectAt(rows[i].line, ChargedReceipt,
                          "The books have no receipt " + *rows[i].receipt.reference + " for item " +
                              rows[i].receipt.sku + " of this supplier.");
        }
    }
}

class BillsImport {
public:
    BillsImport(WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "bills", source),
          file_(std::move(source), chargeColumns("bill", {.name = "billed_on", .about = "on"}),
                tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            ChargeRow row = readRow(file_);
            row.on = file_.date(BillDate);
            if (!file_.rowIsGood()) {
                continue;
            }
            if (!rows_.empty() && (row.supplier != rows_.front().supplier ||
                                   row.reference != rows_.front().reference)) {
                post();
            }
            rows_.push_back(std::move(row));
        }
        post();
        file_.throwIfBad();
        batch_.record(summary_);
        return summary_;
    }

private:
    /// The bill of the rows.
    purchasing::Bill bill()
    {
        const ChargeRow& first = rows_.front();
        purchasing::Bill bill{
            .supplier = first.supplier, .reference = first.reference, .on = first.on, .amount = {}};
        for (const ChargeRow& row : rows_) {
            if (row.on != first.on) {
                file_.rejectAt(row.line, BillDate,
                               "Line " + std::to_string(first.line) + " dates the bill " +
                                   toText(first.on) + ". Give all its rows one date.");
            }
            if (std::ranges::find(bill.lots, row.lot) != bill.lots.end()) {
                file_.rejectAt(row.line, ChargedReceipt,
                               "The bill already has a row for this receipt. Keep one.");
            }
            bill.amount += row.amount;
            bill.lots.push_back(row.lot);
            bill.amounts.push_back(row.amount);
        }
        return bill;
    }

    bool isThere(const purchasing::Bill& bill, const purchasing::BillInBooks& there) const
    {
        std::map<std::int64_t, Money> wanted;
        for (std::size_t i = 0; i < bill.lots.size(); ++i) {
            wanted.emplace(bill.lots[i].value, bill.amounts[i]);
        }
        std::map<std::int64_t, Money> kept;
        for (const purchasing::LotOfBill& lot : purchasing::lotsOfBill(tx_, there.number)) {
            if (!lot.reversedOn) {
                kept.emplace(lot.lot.value, lot.amount);
            }
        }
        return there.on == bill.on && kept == wanted;
    }

    void post()
    {
        if (rows_.empty() || file_.isHopeless()) {
            return rows_.clear();
        }
        const std::size_t before = file_.badCells();
        findLots(tx_, file_, rows_);
        const purchasing::Bill wanted = bill();
        const std::int64_t line = rows_.front().line;
        const auto there = purchasing::findBill(tx_, wanted.supplier, wanted.reference);
        if (file_.badCells() == before && there) {
            const std::int64_t first = file_.firstLineOf(there->number, line);
            if (first != line) {
                file_.rejectAt(line, ChargeNumber,
                               "Line " + std::to_string(first) + " already has bill " +
                                   wanted.reference + ". Put all its rows together.");
            } else if (isThere(wanted, *there)) {
                ++summary_.unchanged;
            } else {
                file_.rejectAt(line, ChargeNumber,
                               "The books already have bill " + wanted.reference +
                                   " with another date, other receipts or other amounts.");
            }
        } else if (file_.badCells() == before) {
            file_.holdsAll(line, ChargedAmount, [&] {
                const auto entered = purchasing::enterBill(tx_, wanted);
                (void)file_.firstLineOf(entered.number, line);
                batch_.added(entered.number);
                ++summary_.added;
            });
        }
        rows_.clear();
    }

    WriteTransaction& tx_;
    BatchKeeper batch_;
    ImportFile file_;
    std::vector<ChargeRow> rows_; ///< of one bill
    ImportSummary summary_;
};

void addOne(WriteTransaction& tx, ImportFile& file, const ChargeRow& row, ImportSummary& summary,
            BatchKeeper& batch)
{
    const auto delivery = reports::requireLot(tx, row.lot).delivery;
    if (!delivery) {
        file.rejectAt(row.line, ChargedReceipt,
                      "The receipt came without a delivery, and freight is of a delivery.");
        return;
    }
    const auto there = purchasing::findFreight(tx, row.supplier, row.reference);
    if (there && there->amount == row.amount && there->by == row.by &&
        there->delivery.value == *delivery) {
        if (file.isFirst(row.line, ChargeNumber, there->number, "freight " + row.reference)) {
            ++summary.unchanged;
        }
        return;
    }
    file.holdsAll(row.line, ChargeNumber, [&] {
        const auto added = purchasing::enterFreight(tx, {.delivery = {*delivery},
                                                         .amount = row.amount,
                                                         .by = purchasing::parseSharedBy(row.by),
                                                         .supplier = row.supplier,
                                                         .reference = row.reference,
                                                         .isFromFile = true});
        (void)file.firstLineOf(added.number, row.line);
        batch.added(added.number);
        ++summary.added;
    });
}

} // namespace

ImportSummary importBills(WriteTransaction& tx, ImportSource source)
{
    return BillsImport(tx, std::move(source)).run();
}

ImportSummary importFreight(WriteTransaction& tx, ImportSource source)
{
    BatchKeeper batch(tx, "freight", source);
    ImportFile file(std::move(source), chargeColumns("freight", {"by"}), tx.store().currency);
    ImportSummary summary;
    while (file.next()) {
        std::vector<ChargeRow> rows = {readRow(file)};
        rows.front().by = file.text(SharedBy);
        if (!file.rowIsGood() || file.isHopeless()) {
            continue;
        }
        findLots(tx, file, rows);
        if (file.rowIsGood()) {
            addOne(tx, file, rows.front(), summary, batch);
        }
    }
    file.throwIfBad();
    batch.record(summary);
    return summary;
}

} // namespace giftbox::exchange
