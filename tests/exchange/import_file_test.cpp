#include "exchange/import_file.h"

#include <gtest/gtest.h>

#include <sstream>

namespace giftbox::exchange::import_file_test {
namespace {

using foundation::Refusal;

enum Column : std::size_t { Key, Amount, Day, Count };

/// Reads a file of `key,amount[,day][,count]`.
class Reader {
public:
    explicit Reader(const std::string& text, std::vector<std::string> ignored = {})
        : in_(text), file_({.in = in_,
                            .fileName = "x.csv",
                            .ignored = std::move(ignored),
                            .progress = [this](std::int64_t bytes) { bytes_ = bytes; }},
                           {{"key"}, {"amount"}, {"day", false}, {"count", false}},
                           foundation::currencyOf("USD"))
    {}
    ImportFile& file() { return file_; }
    std::int64_t bytes() const { return bytes_; }

private:
    std::istringstream in_;
    std::int64_t bytes_ = 0;
    ImportFile file_;
};

/// The errors of the file when every cell is read.
std::vector<std::string> placesOf(const std::string& text, std::vector<std::string> ignored = {})
{
    try {
        Reader reader(text, std::move(ignored));
        ImportFile& file = reader.file();
        while (file.next()) {
            file.amount(Amount);
            file.optionalDate(Day);
            file.integer(Count);
        }
        file.throwIfBad();
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code(), "import.rejected");
        return refusal.places();
    }
    return {};
}

TEST(ImportFile, ReadsCellsByColumnNameInAnyOrder)
{
    Reader reader("count,day,key,amount\n7,2026-03-01,'=a,-1.50\n");
    ImportFile& file = reader.file();
    ASSERT_TRUE(file.next());
    EXPECT_EQ(file.line(), 2);
    EXPECT_EQ(file.code(Key), "'=a");
    EXPECT_EQ(file.text(Key), "=a");
    EXPECT_EQ(file.amount(Amount), foundation::Money{-150});
    EXPECT_EQ(file.date(Day), foundation::Date(20260301));
    EXPECT_EQ(file.integer(Count), 7);
    EXPECT_FALSE(file.next());
    EXPECT_NO_THROW(file.throwIfBad());
}

TEST(ImportFile, DoesWithoutColumnsThatAreOptional)
{
    Reader reader("key,amount\na,1.00\n");
    ImportFile& file = reader.file();
    ASSERT_TRUE(file.next());
    EXPECT_FALSE(file.has(Day));
    EXPECT_EQ(file.optionalDate(Day), std::nullopt);
    EXPECT_EQ(file.integer(Count), std::nullopt);
    EXPECT_EQ(file.text(Count), "");
}

TEST(ImportFile, IsRefusedForAHeaderThatCannotBe)
{
    using Places = std::vector<std::string>;
    EXPECT_EQ(
        placesOf(""),
        Places{"x.csv:1: header: The file is empty. The first line must have the column names."});
    EXPECT_EQ(placesOf("key\n"),
              Places{"x.csv:1: amount: The column is missing from the header line. Add it."});
    EXPECT_EQ(placesOf("key,amount,key\n"),
              Places{"x.csv:1: \"key\": The column appears twice. Keep one."});
    EXPECT_EQ(placesOf("key,amount,Key\n"),
              Places{"x.csv:1: \"Key\": Giftbox does not know this column. Remove it, or add it to "
                     "the columns to ignore."});
    EXPECT_EQ(placesOf("key,amount,Key\na,1.00,z\n", {"Key"}), Places{});
    EXPECT_EQ(placesOf("key,\"amount\n").size(), 1U);
}

TEST(ImportFile, SaysOfEveryBadCellWhatIsWrongAndWhatWasExpected)
{
    EXPECT_EQ(placesOf("key,amount,day,count\n"
                       "a,1.005,2026-02-30,1.5\n"
                       "b,1.00\n"
                       "c,1.00,,\n"
                       "d,,,9223372036854775808\n")
                  .size(),
              6U);
    const auto places = placesOf("key,amount,count\na,1.00,seven\nb,1.00,7,8\n");
    EXPECT_EQ(places, (std::vector<std::string>{
                          "x.csv:2: count: \"seven\" is not a whole number.",
                          "x.csv:3: row: The row has 4 cells, but the header has 3."}));
}

TEST(ImportFile, CountsLinesAsAnEditorDoes)
{
    EXPECT_EQ(placesOf("key,amount\r\n\"two\r\nlines\",1.00\r\n\r\nb,x\r\n").front().substr(0, 17),
              "x.csv:5: amount: ");
}

TEST(ImportFile, ListsWhatIsWrongInTheOrderOfTheFile)
{
    Reader reader("key,amount\na,1.00\nb,1.00\nc,1.00\n");
    ImportFile& file = reader.file();
    while (file.next()) {
    }
    file.rejectAt(4, Key, "third");
    file.rejectAt(2, Key, "first");
    file.rejectAt(2, Amount, "second");
    try {
        file.throwIfBad();
        FAIL() << "three cells are bad";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.places(),
                  (std::vector<std::string>{"x.csv:2: key: first", "x.csv:2: amount: second",
                                            "x.csv:4: key: third"}));
        EXPECT_EQ(refusal.sentence(),
                  "x.csv has 2 bad rows. Nothing was imported. Fix the file and import again.");
    }
}

TEST(ImportFile, KeepsARowGoodWhenAnEarlierOneTurnsOutBad)
{
    Reader reader("key,amount\na,1.00\nb,1.00\n");
    ImportFile& file = reader.file();
    ASSERT_TRUE(file.next());
    ASSERT_TRUE(file.next());
    file.rejectAt(2, Key, "bad after all");
    EXPECT_TRUE(file.rowIsGood());
    EXPECT_FALSE(file.fileIsGood());
    file.reject(Key, "bad");
    EXPECT_FALSE(file.rowIsGood());
}

TEST(ImportFile, TellsOfItsProgressInALongFile)
{
    std::string text = "key,amount\n";
    for (int i = 0; i < 10'000; ++i) {
        text += "a,1.00\n";
    }
    Reader reader(text);
    while (reader.file().next()) {
    }
    EXPECT_GT(reader.bytes(), 50'000);
    EXPECT_LE(reader.bytes(), static_cast<std::int64_t>(text.size()));
}

/// That many rows, each with one mistake.
std::string wrongRows(std::size_t count)
{
    std::string text = "key,amount\n";
    for (std::size_t i = 0; i < count; ++i) {
        text += "a,x\n";
    }
    return text;
}

/// The report on a file, and how far it was read.
struct Said {
    std::string sentence;
    std::size_t told = 0;
    std::int64_t line = 0;
};

Said saidOf(const std::string& text, Beyond beyond)
{
    std::istringstream in(text);
    ImportFile file(
        {.in = in, .fileName = "x.csv", .ignored = {}, .progress = {}, .beyond = beyond},
        {{"key"}, {"amount"}}, foundation::currencyOf("USD"));
    try {
        while (file.next()) {
            file.amount(Amount);
        }
        file.throwIfBad();
    } catch (const Refusal& refusal) {
        return {refusal.sentence(), refusal.badRows().size(), file.line()};
    }
    return {};
}

TEST(ImportFile, TellsMistakesUpToABound)
{
    EXPECT_TRUE(saidOf(wrongRows(kMostMistakes), Beyond::Stop)
                    .sentence.starts_with("x.csv has 2000 bad rows. Nothing"));
}

TEST(ImportFile, CountsThemBeyondItWhereNobodyWaits)
{
    const Said said = saidOf(wrongRows(5000), Beyond::Count);
    EXPECT_TRUE(said.sentence.starts_with(
        "x.csv has at least 5000 mistakes, and 2000 of them are listed. "))
        << said.sentence;
    EXPECT_EQ(said.told, kMostMistakes);
    EXPECT_EQ(said.line, 5001);
}

TEST(ImportFile, ReadsNoFurtherWhereOthersWait)
{
    const Said said = saidOf(wrongRows(5000), Beyond::Stop);
    EXPECT_TRUE(
        said.sentence.starts_with("x.csv has more than 2000 mistakes, and the rest was not read. "))
        << said.sentence;
    EXPECT_EQ(said.told, kMostMistakes);
    EXPECT_EQ(said.line, 2002);
}

} // namespace
} // namespace giftbox::exchange::import_file_test
