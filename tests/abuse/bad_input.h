#pragma once

#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <sstream>

namespace giftbox::tests {

using Texts = std::vector<std::string>;

inline const Texts kBadAmounts = {"",
                                  " ",
                                  "-",
                                  ".",
                                  "5.",
                                  ".5",
                                  "1.2.3",
                                  "5.005",
                                  "1,000.00",
                                  "1.000,00",
                                  "1 000",
                                  "1'000",
                                  "1_000",
                                  "$5",
                                  "5 USD",
                                  "USD5",
                                  "+5",
                                  "--5",
                                  "5-",
                                  "(5)",
                                  "1e3",
                                  "0x10",
                                  "1/2",
                                  "12.5O",
                                  "NaN",
                                  "inf",
                                  " 5",
                                  "5 ",
                                  "5\t",
                                  "5\n",
                                  "\xC2\xA0"
                                  "5",
                                  "\xE2\x88\x92"
                                  "5",
                                  "\xD9\xA1\xD9\xA2",
                                  "\xEF\xBC\x91\xEF\xBC\x92",
                                  "five",
                                  "92233720368547758.08",
                                  "-92233720368547758.09",
                                  "9223372036854775808",
                                  "99999999999999999999999999"};
inline const Texts kBadDates = {"",
                                "2025",
                                "2025-03",
                                "2025-3-01",
                                "2025-03-1",
                                "20250301",
                                "2025/03/01",
                                "01.03.2025",
                                "03/01/2025",
                                "2025-02-29",
                                "2025-13-01",
                                "2025-00-10",
                                "2025-03-00",
                                "2025-03-32",
                                "2025-04-31",
                                "1899-12-31",
                                "0000-01-01",
                                "10000-01-01",
                                "-025-03-01",
                                " 2025-03-01",
                                "2025-03-01 ",
                                "2025-03-01T00:00",
                                "2025-03-O1",
                                "yesterday",
                                "\xEF\xBC\x92"
                                "025-03-01"};
inline const Texts kBadMonths = {"",        "2025",    "2025-1",  "2025-001",   "202503",
                                 "2025-13", "2025-00", "1899-12", "2025-03-01", "Mar 2025",
                                 "2025/03", "2025-0x", " 2025-03"};
inline const Texts kBadUnits = {"",
                                " ",
                                "0",
                                "-1",
                                "1.5",
                                "1.0",
                                "1e3",
                                "0x1",
                                "+1",
                                " 1",
                                "1 ",
                                "1,000",
                                "one",
                                "\xEF\xBC\x91",
                                "1000000001",
                                "9223372036854775807",
                                "9223372036854775808",
                                "-9223372036854775809",
                                "99999999999999999999"};
inline const Texts kBadCodes = {"",
                                " ",
                                "HAT 01",
                                "H\xC3\x84T",
                                ".HAT",
                                "_HAT",
                                "/HAT",
                                "=HAT",
                                "@HAT",
                                "'HAT",
                                "\"HAT\"",
                                "HAT;DROP",
                                "HAT,1",
                                "HAT\nX",
                                "HAT\\",
                                "HAT*",
                                std::string(65, 'A'),
                                std::string(70000, 'A')};

/// A store with an item HAT, a recipient ANA, a closed February, and a packed box in March 2025. Every action of a
/// test is an error and changes nothing.
class BadInput : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        does({"init", "--name", "Test", "--currency", "USD", "--labor-rate", "24.00"});
        does("item add HAT --name Cap --kind contents");
        does("recipient add ANA --name Ana");
        does("receive HAT 10 --cost 50.00 --on 2025-02-01 --reference INV-1");
        does("close 2025-02");
        does("receive HAT 10 --cost 50.00 --on 2025-03-01 --reference INV-2");
        does("box pack --for ANA --item HAT --on 2025-03-01");
        rows_ = everyRow();
        told_ = everything();
    }

    void TearDown() override
    {
        if (!IsSkipped()) {
            EXPECT_EQ(everything(), told_);
            expectVerified();
        }
    }

    void expectNothingChanged(const Ended& ended) const { EXPECT_EQ(everyRow(), rows_) << ended; }

    /// Refused with one of the codes in one line on standard error, without any change.
    void expectRefused(const Texts& words, const Texts& codes) const
    {
        const Ended ended = runs(words);
        const bool refused = std::ranges::any_of(
            codes, [&](const std::string& code) { return ended.isRefused(code); });
        EXPECT_TRUE(refused) << "expected to be refused with " << codes.front() << ended;
        EXPECT_EQ(ended.out, "") << ended;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended;
        expectNothingChanged(ended);
    }

    /// `import` refuses the file with exactly these places, each `LINE: COLUMN`.
    void expectBadFile(const std::string& what, const std::string& text, const Texts& places) const
    {
        writeFile(file("bad.csv"), text);
        const Ended ended = runs({"import", what, "bad.csv"});
        EXPECT_TRUE(ended.isRefused("import.rejected")) << ended;
        EXPECT_EQ(ended.out, "") << ended;
        EXPECT_EQ(placesIn(ended.err), places) << ended;
        expectNothingChanged(ended);
    }

    void expectGoodFile(const std::string& what, const std::string& text,
                        const std::string& added) const
    {
        writeFile(file("good.csv"), text);
        const Ended ended = runs({"import", what, "good.csv", "--dry-run", "-O", "csv"});
        EXPECT_TRUE(ended.done()) << ended;
        EXPECT_NE(ended.out.find("\r\ngood.csv," + added + ",0,0\r\n"), std::string::npos) << ended;
        expectNothingChanged(ended);
    }

private:
    static Texts placesIn(const std::string& err)
    {
        Texts places;
        std::istringstream in(err);
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("giftbox: ")) {
                const auto number = line.find(':');
                const auto column = line.find(": ", number + 1);
                places.push_back(line.substr(number + 1, line.find(": ", column + 1) - number - 1));
            }
        }
        return places;
    }

    std::string rows_;
    std::string told_;
};

} // namespace giftbox::tests
