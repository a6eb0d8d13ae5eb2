#include "operations/operation.h"

#include "operations/call.h"
#include "tests/support/store_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace giftbox::operations::operation_test {
namespace {

using foundation::Asked;
using foundation::FieldInfo;
using foundation::FieldType;
using foundation::Need;

std::string nameOf(const Operation& operation)
{
    return std::string(operation.command.empty() ? operation.address : operation.command);
}

TEST(Operations, AreReadOrChangedAndHaveAWayToThem)
{
    std::set<std::string> commands;
    std::set<std::pair<std::string, bool>> addresses;
    for (const Operation& one : operations()) {
        SCOPED_TRACE(nameOf(one));
        EXPECT_NE(one.read == nullptr, one.write == nullptr);
        EXPECT_FALSE(one.command.empty() && one.address.empty());
        EXPECT_TRUE(one.gives.empty() ? !one.columns().empty() : one.columns.columns == nullptr);
        EXPECT_TRUE(one.seen == nullptr || one.isChange());
        if (!one.command.empty()) {
            EXPECT_TRUE(commands.insert(std::string(one.command)).second);
            EXPECT_EQ(operationOf(one.command), &one);
        }
        if (!one.address.empty()) {
            EXPECT_TRUE(addresses.emplace(one.address, one.isChange()).second);
        }
    }
    EXPECT_EQ(operationOf("no such command"), nullptr);
    EXPECT_EQ(operationOf(""), nullptr);
}

TEST(Operations, NameWhatUndoesThemByAColumnOfTheirAnswer)
{
    std::size_t undone = 0;
    for (const Operation& one : operations()) {
        const Inverse& inverse = one.inverse;
        if (inverse.empty()) {
            continue;
        }
        SCOPED_TRACE(nameOf(one));
        ++undone;
        EXPECT_TRUE(inverse.column.empty() ||
                    std::ranges::find(one.columns(), inverse.column, &foundation::Column::name) !=
                        one.columns().end());
        for (const std::string_view command : {inverse.command, inverse.whenNew}) {
            const Operation* const other = operationOf(command);
            EXPECT_TRUE(command.empty() || (other != nullptr && other->isChange()));
        }
    }
    EXPECT_GT(undone, 10U);
}

TEST(Operations, SayWhatTheyDoAndTakeInWords)
{
    for (const Operation& one : operations()) {
        SCOPED_TRACE(nameOf(one));
        const auto isPlain = [](std::string_view words) {
            return !words.empty() && (!words.ends_with('.') || words.ends_with("...")) &&
                   !words.starts_with(' ');
        };
        EXPECT_TRUE(isPlain(one.summary)) << one.summary;
        EXPECT_TRUE(std::islower(static_cast<unsigned char>(one.summary.front())) != 0);
        std::set<std::string_view> names;
        for (const FieldInfo& field : one.fields) {
            SCOPED_TRACE(std::string(field.name));
            EXPECT_TRUE(names.insert(field.name).second);
            EXPECT_TRUE(isPlain(field.title) && isPlain(field.help)) << field.help;
            EXPECT_LE(field.least, field.most);
            EXPECT_TRUE(!field.isFlag || field.type == FieldType::YesNo);
        }
    }
}

TEST(Operations, DeclareWhatStandsInTheirAddressAndNeedIt)
{
    for (const Operation& one : operations()) {
        SCOPED_TRACE(nameOf(one));
        const auto begin = one.address.find('{');
        if (begin == std::string_view::npos) {
            continue;
        }
        const std::string_view name =
            one.address.substr(begin + 1, one.address.find('}') - begin - 1);
        const FieldInfo& field = one.field(name);
        EXPECT_EQ(field.need, Need::Required);
        EXPECT_EQ(field.asked, Asked::Everywhere);
        EXPECT_TRUE(one.command.empty() || !field.option.empty());
    }
}

TEST(Operations, AreAskedForNoFieldThatTheyDoNotDeclare)
{
    const Operation& receive = *operationOf("receive");
    const Call call(receive, {}, {.store = {}, .login = {}, .roles = {}});
    EXPECT_THROW((void)call.text("color"), std::logic_error);
    EXPECT_EQ(call.text("supplier"), "");
    EXPECT_FALSE(call.has("supplier"));
}

class Finish : public tests::StoreFixture {};

TEST_P(Finish, SaysWhereTheFileStillHoldsWhatIsRemoved)
{
    const Operation& anonymize = *operationOf("recipient anonymize");
    EXPECT_TRUE(anonymize.removesForGood);
    EXPECT_FALSE(finish(anonymize, database()));
    // The file cannot be rewritten within a transaction; a server's never has to be.
    const auto undone = books::read(database(), store(), [&](const books::ReadTransaction&) {
        return finish(anonymize, database());
    });
    EXPECT_EQ(undone.has_value(), GetParam() == foundation::Engine::Sqlite);
    if (undone) {
        EXPECT_TRUE(undone->text().ends_with("run VACUUM on the file with the sqlite3 shell."));
        EXPECT_TRUE(undone->withoutAdvice().starts_with("The text is removed"));
    }
    EXPECT_FALSE(books::read(database(), store(), [&](const books::ReadTransaction&) {
        return finish(*operationOf("recipient edit"), database());
    }));
}

GIFTBOX_ON_BOTH_ENGINES(Finish);

TEST(Caller, MayWhatItsRolesMayAndWhoeverWritesTheDatabaseAll)
{
    const Caller adviser{.store = "N", .login = "bo", .roles = {access::Role::Adviser}};
    EXPECT_TRUE(adviser.may(access::Action::Nominate));
    EXPECT_FALSE(adviser.may(access::Action::SetCaps));
    const Caller shell{.store = "N", .login = {}, .roles = {}};
    EXPECT_TRUE(shell.may(access::Action::SetCaps));
    EXPECT_EQ(shell.sees(), foundation::PeopleSeen::Name);
    EXPECT_EQ((Caller{.store = "N", .login = "x", .roles = {}}).sees(),
              foundation::PeopleSeen::Nothing);
}

} // namespace
} // namespace giftbox::operations::operation_test
