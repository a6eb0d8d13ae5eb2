#include "foundation/csv.h"
#include "foundation/text.h"

#include <cstdint>
#include <cstdlib>
#include <sstream>

using giftbox::foundation::CsvReader;

namespace {

using Record = std::vector<std::string>;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// Returns the well-formed records and checks the invariants of all records.
std::vector<Record> wellFormedRecords(const std::string& file)
{
    std::istringstream in(file);
    CsvReader reader(in, "fuzz.csv");
    std::vector<Record> records;
    std::int64_t lastLine = 0;
    while (reader.next()) {
        require(reader.line() > lastLine);
        lastLine = reader.line();
        require(reader.size() >= 1 && reader.size() <= CsvReader::kMostColumns);
        Record record;
        for (std::size_t i = 0; i < reader.size(); ++i) {
            record.emplace_back(reader.cell(i));
            require(record.back().size() <= CsvReader::kLongestCellBytes);
            require(reader.problem() || !giftbox::foundation::firstInvalidUtf8(record.back()));
        }
        if (!reader.problem()) {
            records.push_back(std::move(record));
        }
    }
    require(reader.bytesRead() == static_cast<std::int64_t>(file.size()));
    return records;
}

std::string written(const std::vector<Record>& records)
{
    std::string file = "header\r\n";
    for (const Record& record : records) {
        if (record.size() == 1 && record.front().empty()) {
            file += "\"\"";
        }
        for (std::size_t i = 0; i < record.size(); ++i) {
            file += i > 0 ? "," : "";
            giftbox::foundation::appendCsvCell(file, record[i]);
        }
        file += "\r\n";
    }
    return file;
}

} // namespace

/// Reading never fails, and well-formed records survive writing and reading again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::vector<Record> first =
        wellFormedRecords(std::string(reinterpret_cast<const char*>(data), size));
    std::vector<Record> second = wellFormedRecords(written(first));
    require(!second.empty() && second.front() == Record{"header"});
    second.erase(second.begin());
    require(first == second);
    return 0;
}
