#include "exchange/check_package.h"

#include "exchange/month_package.h"
#include "foundation/csv.h"
#include "foundation/digest.h"
#include "foundation/money.h"
#include "foundation/refusal.h"
#include "foundation/zip_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

namespace giftbox::exchange {

using foundation::Money;
using foundation::OwnFile;
using foundation::Refusal;

namespace {

constexpr std::size_t kDigestLength = 64;
constexpr std::size_t kMostDigests = std::size_t{64} * 1024; ///< bytes; a package has some hundred

[[noreturn]] void unreadable(const std::string& why)
{
    throw Refusal("package.unreadable", {{"why", why}});
}

/// An amount of any currency without its point: `-12.50` is -1250. Empty is 0.
Money amountOf(std::string text)
{
    std::erase(text, '.');
    Money amount;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), amount.minor);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size())) {
        unreadable("it has an amount of " + text);
    }
    return amount;
}

/// A row of a table in the package, by column.
class TableRow {
public:
    TableRow(const std::map<std::string, std::size_t>& columns, const foundation::CsvReader& row)
        : columns_(columns), row_(row)
    {}
    std::string at(const std::string& column) const
    {
        const auto found = columns_.find(column);
        return found == columns_.end() || found->second >= row_.size()
                   ? ""
                   : std::string(row_.cell(found->second));
    }
    Money amount(const std::string& column) const { return amountOf(at(column)); }

private:
    const std::map<std::string, std::size_t>& columns_;
    const foundation::CsvReader& row_;
};

class Check {
public:
    explicit Check(const std::string& path) : zip_(path) {}

    CheckedPackage run()
    {
        readDigests();
        for (const std::string& name : zip_.names()) {
            if (name != package::kDigests && !digests_.contains(name)) {
                differs(name + " is not in " + package::kDigests);
            }
        }
        for (const auto& [name, digest] : digests_) {
            checkDigest(name, digest);
        }
        if (checked_.differences.empty()) { // else a table may be missing or cut
            checkTotals();
            checkReport();
            checkJournal();
        }
        return std::move(checked_);
    }

private:
    void differs(std::string sentence) { checked_.differences.push_back(std::move(sentence)); }
    bool has(const std::string& name) const { return std::ranges::count(zip_.names(), name) == 1; }

    void readDigests()
    {
        std::string text;
        if (!has(package::kDigests)) {
            unreadable(std::string("it has no ") + package::kDigests);
        }
        zip_.read(package::kDigests, [&](std::string_view bytes) {
            text += bytes;
            if (text.size() > kMostDigests) {
                unreadable(std::string(package::kDigests) + " is too long");
            }
        });
        std::istringstream lines(text);
        std::vector<std::string> heads;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("# ")) {
                heads.push_back(line.substr(2));
            } else if (line.size() > kDigestLength + 2) {
                digests_[line.substr(kDigestLength + 2)] = line.substr(0, kDigestLength);
            }
        }
        constexpr std::string_view kLog = "audit log: ";
        if (heads.size() != 2 || !heads[1].starts_with(kLog)) {
            unreadable(std::string(package::kDigests) + " has another form");
        }
        checked_.subject = heads[0];
        checked_.auditLog = heads[1].substr(kLog.size());
    }

    void checkDigest(const std::string& name, const std::string& digest)
    {
        if (!has(name)) {
            differs(name + " is missing");
            return;
        }
        foundation::Sha256 found;
        zip_.read(name, [&](std::string_view bytes) { found.add(bytes); });
        if (found.text() != digest) {
            differs(name + " was changed: its SHA-256 is " + found.text() + ", and " +
                    package::kDigests + " says " + digest);
        }
    }

    void eachRow(const std::string& name, const std::function<void(const TableRow&)>& take)
    {
        if (!has(name)) {
            unreadable("it has no " + name);
        }
        OwnFile file;
        zip_.read(name, [&](std::string_view bytes) { file.append(bytes); });
        std::ifstream in(file.path(), std::ios::binary);
        foundation::CsvReader rows(in, name);
        std::map<std::string, std::size_t> columns;
        for (std::size_t i = 0; rows.next(); ++i) {
            if (i > 0) {
                take(TableRow(columns, rows));
                continue;
            }
            for (std::size_t column = 0; column < rows.size(); ++column) {
                columns[std::string(rows.cell(column))] = column;
            }
        }
    }

    void checkTotals()
    {
        std::map<std::string, std::map<std::string, std::pair<std::string, Money>>> said;
        eachRow(package::kTotals, [&](const TableRow& row) {
            said[row.at("file")][row.at("column")] = {row.at("rows"), row.amount("total")};
        });
        for (const auto& [file, columns] : said) {
            std::int64_t rows = 0;
            std::map<std::string, Money> sums;
            eachRow(file, [&, &all = columns](const TableRow& row) {
                ++rows;
                for (const auto& [column, total] : all) {
                    sums[column] += row.amount(column);
                }
            });
            for (const auto& [column, total] : columns) {
                if (total.first != std::to_string(rows) || total.second != sums[column]) {
                    differs(file + (column.empty() ? "" : ", " + column) +
                            ": the control totals differ from its " + std::to_string(rows) +
                            " rows");
                }
            }
        }
    }

    /// The report counts each box given, once.
    void checkReport()
    {
        constexpr std::array<const char*, 3> kParts = {"contents_cost", "packaging_cost",
                                                       "labor_cost"};
        std::map<std::string, Money> boxes;
        std::int64_t given = 0;
        eachRow(package::kBoxes, [&](const TableRow& row) {
            if (row.at("state") != "given") {
                return;
            }
            ++given;
            for (const char* column : kParts) {
                boxes[column] += row.amount(column);
            }
        });
        std::map<std::string, Money> report;
        std::string reported;
        eachRow(package::kReport, [&](const TableRow& row) { // the month is the last row
            reported = row.at("boxes_given");
            for (const char* column : kParts) {
                report[column] = row.amount(column);
            }
        });
        if (reported != std::to_string(given) || report != boxes) {
            differs("the report of the month differs from the " + std::to_string(given) +
                    " boxes given");
        }
    }

    void checkJournal()
    {
        std::string entry;
        Money balance;
        const auto close = [&] {
            if (balance != Money{}) {
                differs("journal entry " + entry + " does not balance");
            }
        };
        eachRow(package::kJournal, [&](const TableRow& row) {
            const std::string at = row.at("batch") + " " + row.at("entry");
            if (at != entry) {
                close();
                entry = at;
                balance = {};
            }
            balance += row.amount("debit") - row.amount("credit");
        });
        close();
    }

    foundation::ZipReader zip_;
    std::map<std::string, std::string> digests_; ///< by file
    CheckedPackage checked_;
};

} // namespace

CheckedPackage checkPackage(const std::string& path)
{
    try {
        return Check(path).run();
    } catch (const std::runtime_error& error) {
        unreadable(error.what());
    }
}

} // namespace giftbox::exchange
