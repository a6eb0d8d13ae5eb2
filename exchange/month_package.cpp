#include "exchange/month_package.h"

#include "accounting/journal_file.h"
#include "exchange/control_totals.h"
#include "exchange/export.h"
#include "exchange/statements.h"
#include "foundation/digest.h"
#include "foundation/zip_file.h"
#include "reports/exceptions.h"
#include "reports/journal_rows.h"
#include "reports/monthly_cost.h"
#include "reports/roll_forward.h"

#include <deque>

namespace giftbox::exchange {

using books::ReadTransaction;
using foundation::Guard;
using foundation::Month;
using foundation::OwnFile;
using foundation::Period;
using foundation::RowWriter;

namespace {

constexpr int kMonthsBefore = 11; ///< in the report, so that a year is side by side

Period daysOf(Month month) { return {.from = month.firstDay(), .to = month.lastDay()}; }

void writeReport(const ReadTransaction& tx, Month month, RowWriter& out)
{
    reports::writeMonthlyCosts(
        reports::monthlyCosts(tx, reports::monthsBefore(month, kMonthsBefore), month), out);
}

/// The lines of the month's batches, then those that stand in none yet.
void writeJournal(const ReadTransaction& tx, Month month, RowWriter& out)
{
    out.begin(reports::batchedEntryColumns());
    for (const accounting::JournalBatch& batch : accounting::listBatches(tx)) {
        if (batch.month == month) {
            accounting::eachEntryOf(tx, batch, [&](const accounting::LedgerEntry& entry) {
                reports::writeEntry(entry, out, batch.key);
            });
        }
    }
    accounting::previewJournal(
        tx, month, accounting::JournalDetail::Fact,
        [&](const accounting::LedgerEntry& entry) { reports::writeEntry(entry, out, ""); });
    out.end();
}

/// A table of the package: a file, and a sheet of the workbook.
struct Part {
    const char* file;
    const char* sheet;
    void (*write)(const ReadTransaction&, Month, RowWriter&);
};

constexpr Part kParts[] = {{package::kReport, "Report", writeReport},
                           {package::kBoxes, "Boxes",
                            [](const ReadTransaction& tx, Month month, RowWriter& out) {
                                exportBoxes(tx, daysOf(month), out);
                            }},
                           {"movements.csv", "Movements",
                            [](const ReadTransaction& tx, Month month, RowWriter& out) {
                                exportMovements(tx, daysOf(month), out);
                            }},
                           {"stock.csv", "Stock",
                            [](const ReadTransaction& tx, Month month, RowWriter& out) {
                                exportStock(tx, month.lastDay(), out);
                            }},
                           {"roll-forward.csv", "Roll-forward",
                            [](const ReadTransaction& tx, Month month, RowWriter& out) {
                                reports::writeRollForward(reports::rollForward(tx, month), out);
                            }},
                           {"exceptions.csv", "Exceptions",
                            [](const ReadTransaction& tx, Month month, RowWriter& out) {
                                reports::writeExceptions(tx, month, month, out);
                            }},
                           {package::kJournal, "Journal", writeJournal}};

/// The files of a package, as they are made.
class Files {
public:
    explicit Files(const ReadTransaction& tx, Month month)
        : tx_(tx), month_(month), book_(tx.store().currency)
    {}

    void addBytes(const char* name, std::string_view bytes)
    {
        add(name, [&](const foundation::Sink& sink) { sink(bytes); });
    }
    void addTables()
    {
        for (const Part& part : kParts) {
            totals_.push_back({.file = part.file});
            addTable(part.file, part.sheet, [&](RowWriter& csv, RowWriter& sheet) {
                const auto both = makeTotalingWriter(csv, sheet, totals_.back());
                const auto out =
                    foundation::makeHidingWriter(*both, foundation::PeopleSeen::Nothing);
                part.write(tx_, month_, *out);
            });
        }
        addTable(package::kTotals, "Control totals", [&](RowWriter& csv, RowWriter& sheet) {
            writeControlTotals(totals_, csv);
            writeControlTotals(totals_, sheet);
        });
        add("month.xlsx", [&](const foundation::Sink& sink) { book_.passOn(sink); });
    }
    const std::string& digests() const { return digests_; }
    OwnFile finish() { return zip_.finish(); }

private:
    void add(const char* name, const std::function<void(const foundation::Sink&)>& write)
    {
        OwnFile& file = files_.emplace_back();
        foundation::Sha256 digest;
        write([&](std::string_view bytes) {
            digest.add(bytes);
            file.append(bytes);
        });
        digests_ += digest.text() + "  " + name + "\n";
        zip_.add(name, file);
    }
    void addTable(const char* name, const char* sheet,
                  const std::function<void(RowWriter&, RowWriter&)>& write)
    {
        add(name, [&](const foundation::Sink& sink) {
            const auto csv = makeCsvWriter(sink, tx_.store().currency, Guard::On);
            write(*csv, *book_.sheet(sheet));
        });
    }

    const ReadTransaction& tx_;
    Month month_;
    std::deque<OwnFile> files_; ///< until the archive is written
    std::vector<ControlTotals> totals_;
    foundation::XlsxBook book_;
    std::string digests_;
    foundation::ZipWriter zip_;
};

} // namespace

OwnFile writeMonthPackage(const ReadTransaction& tx, Month month, const PrintMonth& print)
{
    const auto head =
        tx.database().query(sql::LogHeadOfMonth{.storeId = tx.storeId(), .month = month});
    Files files(tx, month);
    files.addBytes("report.pdf", print(tx, month));
    files.addTables();
    files.addBytes(package::kDigests, "# " + tx.store().code + ", " + toText(month) + ", " +
                                          (head->isClosed == 0 ? "open" : "closed") +
                                          "\n# audit log: event " + std::to_string(head->eventSeq) +
                                          ", " + std::string(head->hash) + "\n" + files.digests());
    return files.finish();
}

std::string nameOfPackage(const books::Store& store, Month month)
{
    return store.code + "-" + toText(month) + ".zip";
}

} // namespace giftbox::exchange
