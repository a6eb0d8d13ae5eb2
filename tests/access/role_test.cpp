#include "access/role.h"
#include "tests/support/store_fixture.h"
#include "tests/tidy/source_tree.h"

namespace giftbox::access::role_test {
namespace {

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = line.find('|', at);
        std::string cell = line.substr(at, end - at);
        cell.erase(0, cell.find_first_not_of(' '));
        cell.erase(cell.find_last_not_of(' ') + 1);
        cells.push_back(cell);
        at = end + 1;
    }
    return cells;
}

/// The table of docs/security.md, from the code.
std::vector<std::vector<std::string>> tableOfCode()
{
    std::vector<std::vector<std::string>> rows(1, {"action"});
    for (const Role role : kAllRoles) {
        rows.front().emplace_back(toText(role));
    }
    for (int i = 0; i < kActions; ++i) {
        const auto action = static_cast<Action>(i);
        std::vector<std::string>& row = rows.emplace_back(1, std::string(toText(action)));
        for (const Role role : kAllRoles) {
            row.emplace_back(may(role, action) ? "yes" : "");
        }
    }
    return rows;
}

/// The table in the document that starts with this text.
std::vector<std::vector<std::string>> tableOfDocument(const std::string& beginning)
{
    std::vector<std::vector<std::string>> rows;
    bool inside = false;
    for (const std::string& line :
         tidy::linesOf(tidy::readFile(tidy::root() / "docs/security.md"))) {
        inside = line.starts_with(beginning) || (inside && line.starts_with("|"));
        if (inside && !line.starts_with("| ---")) {
            rows.push_back(cellsOf(line));
        }
    }
    return rows;
}

TEST(May, IsWhatTheDocumentSays) { EXPECT_EQ(tableOfDocument("| action |"), tableOfCode()); }

TEST(May, SeesOfRecipientsWhatTheDocumentSays)
{
    using foundation::Personal;
    std::vector<std::vector<std::string>> rows = {{"role", "code", "name", "words"}};
    for (const Role role : kAllRoles) {
        std::vector<std::string>& row = rows.emplace_back(1, std::string(toText(role)));
        for (const Personal what : {Personal::Code, Personal::Name, Personal::Words}) {
            row.emplace_back(isSeen(what, recipientsSeenBy(std::array{role})) ? "yes" : "");
        }
    }
    EXPECT_EQ(tableOfDocument("| role | code |"), rows);
}

TEST(May, LeavesWhatNeedsAManagerToManagersAlone)
{
    for (const Action action :
         {Action::Override, Action::ApproveSelection, Action::ApproveNote, Action::SetCaps}) {
        for (const Role role : kAllRoles) {
            EXPECT_EQ(may(role, action), role == Role::Manager) << toText(role) << toText(action);
        }
    }
}

TEST(May, LetsAdvisersOnlyNominateAndFind)
{
    for (int i = 0; i < kActions; ++i) {
        const auto action = static_cast<Action>(i);
        EXPECT_EQ(may(Role::Adviser, action), action == Action::Nominate || action == Action::Find)
            << toText(action);
    }
}

TEST(ParseRole, TakesItsOwnWordsAndNoOther)
{
    for (const Role role : kAllRoles) {
        EXPECT_EQ(parseRole(toText(role)), role);
    }
    for (const char* word : {"", "Manager", "manager ", "boss", "parts_director"}) {
        EXPECT_EQ(tests::codeOf([&] { parseRole(word); }), "user.role_unknown") << word;
    }
}

} // namespace
} // namespace giftbox::access::role_test
