#include "web/ui/event_sentence.h"

#include "foundation/catalog.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace giftbox::web::event_sentence_test {
namespace {

/// The actions that a source file records: its names with a dot that are no refusals, if it records any.
std::set<std::string> actionsIn(const std::string& code)
{
    static const std::regex kImport("recordImport\\(tx_?, \"([a-z]+)\"");
    static const std::regex kName("\"([a-z]+\\.[a-z_]+)\"");
    std::set<std::string> actions;
    for (std::sregex_iterator one(code.begin(), code.end(), kImport); one != std::sregex_iterator();
         ++one) {
        actions.insert("import." + one->str(1));
    }
    const bool records =
        code.find("record(") != std::string::npos || code.find("recordOrder(") != std::string::npos;
    for (std::sregex_iterator one(code.begin(), code.end(), kName);
         records && one != std::sregex_iterator(); ++one) {
        if (foundation::findCatalogRow(one->str(1)) == nullptr) {
            actions.insert(one->str(1));
        }
    }
    return actions;
}

/// Those of the modules that write to the books.
std::set<std::string> recordedActions()
{
    namespace fs = std::filesystem;
    // What an upgrade writes in its own way, and what exchange::recordImport puts together.
    std::set<std::string> all = {"facts.digest",      "import.bills",      "import.boxes",
                                 "import.counts",     "import.deliveries", "import.freight",
                                 "import.items",      "import.orders",     "import.receipts",
                                 "import.recipients", "import.returns",    "import.suppliers",
                                 "supplier.keep"};
    for (const char* module : {"access", "accounting", "books", "budget", "exchange", "gifting",
                               "inventory", "purchasing"}) {
        for (const auto& file :
             fs::recursive_directory_iterator(fs::path(GIFTBOX_SOURCE_DIR) / module)) {
            if (file.path().extension() == ".cpp") {
                std::ostringstream code;
                code << std::ifstream(file.path()).rdbuf();
                all.merge(actionsIn(code.str()));
            }
        }
    }
    return all;
}

const StoreFormat kFormat(foundation::currencyOf("USD"), "en-US");

std::string whole(const EventSentence& told) { return told.before + told.subject + told.after; }

TEST(SentenceOf, SaysHowManyPeopleWereApprovedForWhichMonth)
{
    EXPECT_EQ(sentenceOf(kFormat, {.action = "choice.approve",
                                   .subject = "month Nov 2026",
                                   .detail = R"({"approved":5,"all":7})"}),
              (EventSentence{" approved 5 people for ", "Nov 2026", ""}));
    EXPECT_EQ(whole(sentenceOf(kFormat, {.action = "choice.approve",
                                         .subject = "month Nov 2026",
                                         .detail = R"({"approved":1,"all":7})"})),
              " approved 1 person for Nov 2026");
}

TEST(SentenceOf, SaysAmountsInTheFormatOfTheStoreWithTheCurrency)
{
    EXPECT_EQ(whole(sentenceOf(kFormat, {.action = "stock.receive",
                                         .subject = "item HAT",
                                         .detail = R"({"units":1200,"cost":"1234.50","lot":3})"})),
              " received 1,200 units of item HAT for 1,234.50 USD");
}

TEST(SentenceOf, NamesARecipientByTheCodeThatTheVisitorMayKnow)
{
    const ToldEvent nominated{.action = "nomination.add",
                              .subject = "nomination 1",
                              .detail = R"({"month":"2026-11","recipient":40})"};
    EXPECT_EQ(whole(sentenceOf(kFormat, nominated,
                               [](std::int64_t) { return std::optional<std::string>("C040"); })),
              " nominated recipient C040 for Nov 2026");
    EXPECT_EQ(whole(sentenceOf(kFormat, nominated)), " nominated recipient 40 for Nov 2026");
}

TEST(SentenceOf, KnowsEveryActionThatTheProgramRecordsAndNoOther)
{
    std::set<std::string> told;
    for (const std::string_view action : toldActions()) {
        told.emplace(action);
    }
    EXPECT_EQ(told.size(), toldActions().size());
    EXPECT_EQ(told, recordedActions());
}

TEST(SentenceOf, TellsWhoSomebodyNewTurnedOutToBe)
{
    const RecipientCode codes = [](std::int64_t number) {
        return std::optional<std::string>("C0" + std::to_string(number));
    };
    const auto told = [&](const char* action, const char* detail) {
        return whole(sentenceOf(
            kFormat, {.action = action, .subject = "recipient 41", .detail = detail}, codes));
    };
    EXPECT_EQ(told("nomination.add_new", R"({"month":"2026-11","recipient":41})"),
              " nominated recipient C041, somebody new, for Nov 2026");
    EXPECT_EQ(told("recipient.confirm", R"({"before":"x"})"), " confirmed recipient 41");
    EXPECT_EQ(told("recipient.same_as", R"({"same_as":40,"moved":"7","withdrawn":""})"),
              " found that recipient 41 is recipient C040");
}

TEST(SentenceOf, FallsBackOnTheCodeOfTheEvent)
{
    EXPECT_EQ(
        whole(sentenceOf(kFormat, {.action = "box.wrap", .subject = "box 7", .detail = "{}"})),
        ": Box wrap, box 7");
    EXPECT_EQ(
        whole(sentenceOf(kFormat, {.action = "box.give", .subject = "box 7", .detail = "{}"})),
        ": Box give, box 7")
        << "the total is missing";
    EXPECT_EQ(whole(sentenceOf(kFormat, {.action = "box.give", .subject = "box 7", .detail = "["})),
              ": Box give, box 7");
}

} // namespace
} // namespace giftbox::web::event_sentence_test
