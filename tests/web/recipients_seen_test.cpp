#include "access/api_token.h"
#include "access/grant_role.h"
#include "gifting/selection/nominate_recipient.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::recipients_seen_test {
namespace {

using access::Role;
using foundation::PeopleSeen;

/// A recipient with a unique code, name, and text. Checks how much each role sees of them on every page, in every
/// file, and in every call.
class RecipientsSeen : public ApiFixture {
protected:
    static constexpr const char* kCode = "K-77x31";
    static constexpr const char* kName = "Ottoline Quillfeather";
    static constexpr const char* kWords = "because of the zeppelin";

    void prepare() override
    {
        ApiFixture::prepare();
        write([](auto& tx) {
            return gifting::addRecipient(
                       tx, {.code = kCode, .name = kName, .group = "fleet", .note = kWords}),
                   0;
        });
        cap("box.total", "1.00", budget::CapAction::Stop);
        const auto box = [](std::int64_t units) {
            return gifting::BoxRequest{.recipient = kCode,
                                       .lines = {{"HAT", units}},
                                       .packedOn = tests::day("2026-06-03"),
                                       .override = kWords};
        };
        const auto unpacked = pack(box(1)); // 2
        write([&](auto& tx) {
            return gifting::unpackBox(tx, unpacked.number, tests::day("2026-06-04"), kWords), 0;
        });
        give(pack(box(1)), "2026-06-04"); // 3
        pack(box(1));                     // 4
        plan(false);                      // 5
        plan(true);                       // 6
        nominate();
    }
    void plan(bool isCancelled)
    {
        const auto planned = write([&](auto& tx) {
            return gifting::planBox(tx, {.recipient = kCode,
                                         .lines = {{"HAT", 1}},
                                         .month = tests::month("2026-06"),
                                         .override = kWords,
                                         .recipe = {}});
        });
        if (isCancelled) {
            write([&](auto& tx) { return gifting::cancelBox(tx, planned.number, kWords), 0; });
        }
    }
    void nominate()
    {
        write([](auto& tx) {
            return gifting::nominateRecipient(tx, {.recipient = kCode,
                                                   .month = tests::month("2026-06"),
                                                   .adviser = "ann",
                                                   .department = "parts",
                                                   .reason = kWords}),
                   0;
        });
    }

    /// Whether the words are anywhere in a page or a file, visible or not.
    static bool mentions(const Response& response, const std::string& text)
    {
        const std::string body =
            response.spool ? response.spool->read(0, response.spool->size()) : response.body;
        return isPage(response) ? parsed(response).mentions(text)
                                : body.find(text) != std::string::npos;
    }
    /// Expects nothing beyond the allowed; returns the most that is visible.
    PeopleSeen check(const Response& response, PeopleSeen seen)
    {
        EXPECT_LT(response.status, 500);
        const bool hasName = mentions(response, kName) || mentions(response, kWords) ||
                             mentions(response, "Quillfeather") || mentions(response, "zeppelin");
        const bool hasCode = mentions(response, kCode);
        EXPECT_TRUE(!hasName || seen == PeopleSeen::Name) << response.body;
        EXPECT_TRUE(!hasCode || seen != PeopleSeen::Nothing) << response.body;
        return hasName ? PeopleSeen::Name : hasCode ? PeopleSeen::Code : PeopleSeen::Nothing;
    }
    /// Every page and file to read, for every number.
    std::vector<std::string> addresses() const
    {
        std::vector<std::string> all;
        for (const Route& route : routes()) {
            if (route.methods == Methods::Post || route.who != Who::InStore) {
                continue;
            }
            const std::string pattern(route.pattern);
            const auto fill = [&](const std::string& part, const std::string& value) {
                std::string path =
                    "/s/" + store() + pattern.substr(std::string("/s/{store}").size());
                path.replace(path.find(part), part.size(), value);
                all.push_back(path);
            };
            if (pattern.find("{no}") != std::string::npos) {
                for (int number = 1; number <= 6; ++number) {
                    fill("{no}", std::to_string(number));
                }
            } else if (pattern.find("{file}") != std::string::npos) {
                for (const char* file :
                     {"movements.csv", "boxes.csv", "stock.csv", "receipts.csv", "box-lines.csv"}) {
                    fill("{file}", file);
                }
            } else {
                all.push_back(addressOf(route));
            }
        }
        for (const char* more :
             {"/boxes?month=2026-06", "/boxes?as_of=2026-06-10", "/boxes?state=unpacked",
              "/boxes?state=planned", "/boxes?state=cancelled", "/recipients/show?code=K-77x31",
              "/recipients.json?q=Ottoline", "/recipients.json?q=K-77x31", "/recipients?q=Otto",
              "/movements?month=2026-06", "/audit?action=box.", "/budget?month=2026-06",
              "/boxes/pack?recipient=K-77x31", "/nominations/add?recipient=K-77x31"}) {
            all.push_back(at(more));
        }
        return all;
    }
};

TEST_P(RecipientsSeen, AreOnNoPageAndInNoFileBeyondWhatTheRoleMayKnow)
{
    for (const Role role : access::kRoles) {
        const PeopleSeen seen = access::recipientsSeenBy(std::array{role});
        const std::string session = loggedInAs(role);
        PeopleSeen most = PeopleSeen::Nothing;
        for (const std::string& address : addresses()) {
            SCOPED_TRACE(std::string(toText(role)) + " " + address);
            most = std::max(most, check(get(address, session), seen));
        }
        EXPECT_EQ(most, seen) << toText(role) << " sees what it may";
    }
}

TEST_P(RecipientsSeen, AreInNoAnswerOfTheApiBeyondWhatTheTokensRolesMayKnow)
{
    const auto context = [&](const std::string& token, PeopleSeen seen) {
        PeopleSeen most = PeopleSeen::Nothing;
        for (const ApiRoute& route : apiRoutes()) {
            for (int number = 1; number <= 6; ++number) {
                std::string path(route.address);
                for (const auto& [part, value] :
                     {std::pair<std::string, std::string>{"{sku}", "HAT"},
                      {"{recipient}", kCode},
                      {"{no}", std::to_string(number)}}) {
                    if (const auto at = path.find(part); at != std::string::npos) {
                        path.replace(at, part.size(), value);
                    }
                }
                if (route.read != nullptr) {
                    SCOPED_TRACE(path);
                    most = std::max(most, check(ApiFixture::read(path, token), seen));
                }
            }
        }
        for (const char* path : {"/boxes?month=2026-06", "/boxes?as_of=2026-06-10",
                                 "/boxes?state=planned", "/nominations?month=2026-06"}) {
            most = std::max(most, check(ApiFixture::read(path, token), seen));
        }
        return most;
    };
    for (const Role role : access::kRoles) {
        SCOPED_TRACE(std::string(toText(role)));
        const PeopleSeen seen = access::recipientsSeenBy(std::array{role});
        // An adviser's token lists the nominations of its user.
        const PeopleSeen expected = role == Role::Adviser ? PeopleSeen::Nothing : seen;
        EXPECT_EQ(context(tokenOf(role), seen), expected);
    }
}

TEST_P(RecipientsSeen, OfSeveralRolesAreThoseOfTheOneThatSeesMost)
{
    const std::string token = tokenOf(Role::Administrator);
    const Json hidden = rowsOf(ApiFixture::read("/boxes/4", token)).front();
    EXPECT_TRUE(hidden["recipient"].is_null()) << hidden;
    EXPECT_TRUE(hidden["name"].is_null()) << hidden;
    write([&](auto& tx) {
        return access::grantRole(tx, lastLogin(), Role::Accounting, access::Reach::OneStore), 0;
    });
    const std::string both = write([&](auto& tx) {
        return access::createApiToken(tx, {.login = lastLogin(),
                                           .roles = {Role::Accounting, Role::Administrator},
                                           .label = "both"});
    });
    const Json coded = rowsOf(ApiFixture::read("/boxes/4", both)).front();
    EXPECT_EQ(coded["recipient"], kCode);
    EXPECT_TRUE(coded["name"].is_null()) << coded;
    EXPECT_EQ(access::recipientsSeenBy(std::array{Role::Accounting, Role::Manager}),
              PeopleSeen::Name);
    EXPECT_EQ(access::recipientsSeenBy({}), PeopleSeen::Nothing);
}

TEST_P(RecipientsSeen, AreHiddenInFilesWithoutHidingThatSomethingWasSaid)
{
    const Response file = get(at("/accounting/boxes.csv"), loggedInAs(Role::Accounting));
    const std::string csv = file.spool->read(0, file.spool->size());
    EXPECT_NE(csv.find(std::string(",") + kCode + ","), std::string::npos) << csv;
    EXPECT_NE(csv.find(foundation::kNotShown), std::string::npos)
        << "that a cap was overridden is for accounting to know";
    const tests::ParsedPage box = parsed(get(at("/boxes/4"), loggedInAs(Role::Administrator)));
    EXPECT_EQ(box.fact("Recipient"), "(not shown)");
    EXPECT_EQ(box.fact("Override at packing"), "(not shown)");
}

TEST_P(RecipientsSeen, AreNotToldByAnImportOfWhoeverMayNotKnowThem)
{
    const std::string token = tokenOf(Role::Administrator);
    const auto import = [&](const std::string& kind, const std::string& csv) {
        return call({.method = "POST",
                     .path = "/imports/" + kind + "?dry_run=1",
                     .token = token,
                     .body = csv,
                     .type = "text/csv"});
    };
    const std::string mine = std::string(kCode) + ",Somebody else\r\n";
    const Response people = import("recipients", "recipient,name\r\n" + mine);
    EXPECT_EQ(people.status, 422) << people.body;
    EXPECT_FALSE(mentions(people, "Quillfeather"));
    EXPECT_FALSE(mentions(people, "zeppelin"));
}

GIFTBOX_ON_BOTH_ENGINES(RecipientsSeen);

} // namespace
} // namespace giftbox::web::recipients_seen_test
