#include "foundation/recorded_rows.h"

#include <gtest/gtest.h>

#include <limits>

namespace giftbox::foundation::recorded_rows_test {
namespace {

const std::vector<Column> kColumns = {{"name", "Name \"of it\"", ColumnType::Text},
                                      {"sku", "SKU", ColumnType::Code},
                                      {"units", "Units", ColumnType::Integer},
                                      {"cost", "Cost", ColumnType::Amount},
                                      {"on", "On", ColumnType::Date},
                                      {"month", "Month", ColumnType::Date}};

/// Text that a spreadsheet would take for a formula, twice, and then nothing at all.
void writeRows(RowWriter& out)
{
    out.begin(kColumns);
    out.text("=a\n\"\\\x7f\u65E5");
    out.code("-1");
    out.integer(std::numeric_limits<std::int64_t>::min());
    out.amount({-1250});
    out.date(parseDate("2026-03-05"));
    out.month(parseMonth("2026-11"));
    out.endRow();
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        out.empty();
    }
    out.endRow();
    out.end();
}

using Make = std::unique_ptr<RowWriter> (*)(Sink);

TEST(RecordedRows, ComeOutAsTheyWentInInEveryFormat)
{
    static const Currency usd = currencyOf("USD");
    const Make formats[] = {
        [](Sink sink) { return makeCsvWriter(std::move(sink), usd, Guard::On); },
        [](Sink sink) { return makeJsonWriter(std::move(sink), usd); },
        [](Sink sink) { return makeTableWriter(std::move(sink), usd, Ink::Plain); }};
    RowRecorder recorder;
    writeRows(recorder);
    const RecordedRows rows(recorder.json(false));
    EXPECT_FALSE(rows.isUnchanged());
    for (const Make make : formats) {
        std::string direct;
        std::string replayed;
        writeRows(*make([&](std::string_view bytes) { direct += bytes; }));
        rows.replay(*make([&](std::string_view bytes) { replayed += bytes; }));
        EXPECT_EQ(replayed, direct);
        EXPECT_FALSE(direct.empty());
    }
}

TEST(RecordedRows, AreJson)
{
    RowRecorder recorder;
    recorder.begin(std::vector<Column>{kColumns[0], kColumns[1], kColumns[3]});
    recorder.text("a\"b");
    recorder.code("HAT");
    recorder.amount({1250});
    recorder.endRow();
    recorder.end();
    EXPECT_EQ(recorder.json(true),
              R"({"columns":[{"name":"name","title":"Name \"of it\"","type":0},)"
              R"({"name":"sku","title":"SKU","type":1},{"name":"cost","title":"Cost","type":3}],)"
              R"("rows":[["a\"b",{"code":"HAT"},{"amount":1250}]],"unchanged":true})");
    EXPECT_TRUE(RecordedRows(recorder.json(true)).isUnchanged());
}

} // namespace
} // namespace giftbox::foundation::recorded_rows_test
