#include "tests/support/program.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <unistd.h>

// The sample store in Giftbox matches its expected report.

namespace giftbox::tests::sample_test {
namespace {

class Sample : public ProgramFixture {};

TEST_P(Sample, LoadsAndReportsWhatIsExpected)
{
    // The script sets the store code, so on a server it gets a separate database.
    std::optional<ServerDatabase> own;
    if (GetParam() == foundation::Engine::Postgresql) {
        useDatabase(own.emplace(url()).url());
    }
    useStore("SAMPLE");
    CommandLine load = giftbox({});
    load.words = {GIFTBOX_SOURCE_DIR "/data/samples/load", GIFTBOX_PROGRAM, url()};
    const Ended loaded = run(load);
    EXPECT_TRUE(loaded.done()) << loaded;

    const CsvRows expected =
        rowsOfCsv(readFile(GIFTBOX_SOURCE_DIR "/tests/data/sample-expected-monthly.csv"));
    ASSERT_FALSE(expected.empty());
    const CsvRows report = rowsOfCsv(does("report month --from " + expected.front().at("month") +
                                          " --to " + expected.back().at("month") + " -O csv"));
    ASSERT_EQ(report.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        for (const auto& [column, value] : expected[i]) {
            EXPECT_EQ(report[i].at(column), value) << column << " of " << expected[i].at("month");
        }
    }
    expectVerified();
    expectComesBack("init --name Sample --currency USD --labor-rate 28.00 --labor-minutes 25");
}

GIFTBOX_ON_BOTH_ENGINES(Sample);

} // namespace
} // namespace giftbox::tests::sample_test
