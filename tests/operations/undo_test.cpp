#include "operations/undo.h"

#include "access/add_user.h"
#include "foundation/digest.h"
#include "tests/support/store_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace giftbox::operations::undo_test {
namespace {

using foundation::JsonBody;

/// A change, as a program sends it.
struct Change {
    std::string_view command;
    std::string_view said;
};

/// What has to be there first, in this order.
constexpr Change kFirst[] = {
    {"item add", R"({"sku":"MUG","name":"Mug","kind":"contents","category":"mug","par_level":9})"},
    {"supplier add", R"({"supplier":"CAPS","name":"Cap Works","terms":"net 30"})"},
    {"order add", R"({"supplier":"CAPS","items":[{"sku":"HAT","units":6}]})"},
    {"order line", R"({"no":1,"sku":"HAT","units":6,"cost":"60.00"})"},
    {"recipe set", R"({"recipe":"Thanks","items":[{"sku":"HAT","units":1}],"minutes":20})"},
    {"nominate",
     R"({"recipient":"C-3","month":"2026-06","department":"service","reason":"cake","by":"Bo"})"},
    {"nominate",
     R"({"recipient":"C-4","month":"2026-06","department":"service","reason":"tea","by":"Bo"})"},
    {"select add", R"({"recipient":"C-4","month":"2026-06"})"},
    {"box pack", R"({"recipient":"C-1","lines":[{"sku":"HAT","units":1}],"on":"2026-06-02"})"},
    {"box pack", R"({"recipient":"C-2","lines":[{"sku":"HAT","units":1}],"on":"2026-06-02"})"},
    {"box give", R"({"no":2,"on":"2026-06-03"})"},
    {"box tax", R"({"no":1,"tax_class":"promotion","purpose":"spring"})"},
    {"limit set-defaults", R"({"from":"2026-06","purpose":"thanks","relationship":"customer"})"},
    {"account set", R"({"role":"gift-stock","account":"1480","from":"2026-01"})"},
    {"account department", R"({"department":"sales","from":"2026-01"})"},
    {"budget set",
     R"({"cap":"month.program","amount":"500.00","from":"2026-01","action":"warn","reason":"x"})"},
    {"store set", R"({"labor_rate":"20.00","from":"2026-05","reason":"wages"})"},
    {"entity add", R"({"entity":"ours","name":"Invented Motors","country":"US"})"},
};

/// A change of every operation that gives back earlier values, or whose inverse needs more than one field.
constexpr Change kChanges[] = {
    {"item add", R"({"sku":"PEN","name":"Pen","kind":"contents"})"},
    {"item edit", R"({"sku":"MUG","name":"Cup","par_level":"","category":""})"},
    {"item rename", R"({"sku":"MUG","new_sku":"MUG-1"})"},
    {"item retire", R"({"sku":"MUG"})"},
    {"item supplier", R"({"sku":"HAT","supplier":"CAPS","part_number":"C-9","pack_size":6})"},
    {"supplier edit", R"({"supplier":"CAPS","terms":"","lead_time_days":3})"},
    {"recipient edit", R"({"recipient":"C-1","name":"Ann","sizes":"hat=M"})"},
    {"recipient rename", R"({"recipient":"C-1","new_code":"C-10"})"},
    {"receipt correct", R"({"no":1,"units":12,"cost":"90.00","supplier":"Caps","reason":"typo"})"},
    {"order line", R"({"no":1,"sku":"HAT","units":8,"cost":"70.00"})"},
    {"order line", R"({"no":1,"sku":"MUG","units":8,"cost":"70.00"})"},
    {"order edit", R"({"no":1,"expected":"2026-07-30","note":"soon","ship_to":"Dock 2"})"},
    {"select add", R"({"recipient":"C-3","month":"2026-06"})"},
    {"select remove", R"({"recipient":"C-4","month":"2026-06","reason":"away"})"},
    {"recipe set",
     R"({"recipe":"Thanks","items":[{"sku":"MUG"}],"categories":[{"category":"mug"}],)"
     R"("minutes":""})"},
    {"box take-back", R"({"no":2,"reason":"wrong box"})"},
    {"box tax", R"({"no":1,"tax_class":"gift","purpose":"autumn"})"},
    {"box department", R"({"no":1,"department":"parts","reason":"theirs"})"},
    {"budget set", R"({"cap":"month.program","amount":"300.00","from":"2026-06","action":"stop",)"
                   R"("warn_percent":80,"reason":"less"})"},
    {"budget set",
     R"({"cap":"box.total","amount":"30.00","from":"2026-06","action":"stop","reason":"new"})"},
    {"budget end", R"({"cap":"month.program","from":"2026-06","reason":"enough"})"},
    {"close", R"({"month":"2026-05","with_empty":"yes"})"},
    {"account set", R"({"role":"gift-stock","account":"1490","from":"2026-06"})"},
    {"account map", R"({"gift_stock":"1490","from":"2026-06"})"},
    {"account department", R"({"department":"parts","from":"2026-06"})"},
    {"limit set-defaults", R"({"from":"2026-06","tax_class":"promotion","purpose":"luck"})"},
    {"store set", R"({"labor_rate":"25.00","from":"2026-06","reason":"more"})"},
    {"store set", R"({"locale":"de-DE"})"},
    {"user disable", R"({"login":"cy"})"},
    {"user grant", R"({"login":"cy","role":"accounting"})"},
    {"entity edit", R"({"entity":"ours","name":"Invented Cars","limit_us_gift":"warn"})"},
};

/// Those whose opposite is in kChanges, or that a picture's file would be needed for.
constexpr std::string_view kOpposites[] = {"item unretire", "user enable", "user revoke",
                                           "month reopen", "item picture"};

/// Without what goes on with each change.
SeenRows withoutMarks(SeenRows rows)
{
    for (SeenRow& row : rows) {
        for (const char* const mark : {"version", "from", "reason"}) {
            row.erase(mark);
        }
    }
    return rows;
}

class UndoOfChanges : public tests::StoreFixture {
protected:
    void prepare() override
    {
        item("HAT");
        recipient("C-1");
        for (const char* const code : {"C-2", "C-3", "C-4"}) {
            recipient(code);
        }
        receive({.sku = "HAT",
                 .units = 10,
                 .cost = {10000},
                 .receivedOn = tests::day("2026-06-01"),
                 .reference = "INV-1"});
        write([&](books::WriteTransaction& tx) {
            return access::addUser(tx, {.login = login(),
                                        .displayName = "Cy",
                                        .password = {"of no use"},
                                        .role = access::Role::Manager});
        });
        for (const Change& one : kFirst) {
            (void)make(one);
        }
    }

    /// The stores of a database share logins and entities, and PostgreSQL tests share a database.
    std::string login() const { return foundation::sha256(store()).substr(0, 12); }
    JsonBody bodyOf(const Change& change) const
    {
        JsonBody said = foundation::parseJsonBody(change.said);
        for (const char* const shared : {"login", "entity"}) {
            if (const auto at = said.fields.find(shared); at != said.fields.end()) {
                at->second = login();
            }
        }
        return said;
    }
    Caller who() const { return {.store = store(), .login = {}, .roles = {}}; }
    Call callOf(const Operation& operation, JsonBody said)
    {
        return {operation, std::move(said), who()};
    }

    /// What undoes it.
    std::optional<Undo> make(const Change& change)
    {
        return run(*operationOf(change.command), bodyOf(change));
    }

    std::optional<Undo> run(const Operation& operation, const JsonBody& said)
    {
        return write([&](books::WriteTransaction& tx) {
            Call call = callOf(operation, said);
            call.today = tx.today();
            const UndoOf undo(call, tx);
            SeenWriter answer(tx.store().currency);
            operation.write(call, tx, answer);
            const std::string column(operation.inverse.column);
            const std::string named = column.empty() ? "" : answer.rows().front().at(column);
            return undo.after(call, tx, named);
        });
    }

    void undo(const Undo& one)
    {
        write([&](books::WriteTransaction& tx) {
            JsonBody said = one.said;
            const auto reason = std::ranges::find(one.by->fields, std::string_view("reason"),
                                                  &foundation::FieldInfo::name);
            if (reason != one.by->fields.end() && reason->need == foundation::Need::Required) {
                said.fields.emplace("reason", std::string(kMistake));
            }
            Call call = callOf(*one.by, std::move(said));
            call.today = tx.today();
            requireStill(one, call, tx);
            SeenWriter answer(tx.store().currency);
            one.by->write(call, tx, answer);
            return true;
        });
    }

    /// The thing that a change is about, as its operation reads it.
    SeenRows thingOf(const Change& change)
    {
        const Operation& operation = *operationOf(change.command);
        return read([&](const books::ReadTransaction& tx) {
            SeenWriter rows(tx.store().currency);
            if (operation.inverse.thing != nullptr) {
                Call call = callOf(operation, bodyOf(change));
                try {
                    operation.inverse.thing(call, tx, rows);
                } catch (const foundation::Refusal&) {
                    return SeenRows(); // it is not there
                }
            }
            return rows.rows();
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(UndoOfChanges);

TEST_P(UndoOfChanges, GivesBackWhatWasThere)
{
    for (const Change& change : kChanges) {
        SCOPED_TRACE(std::string(change.command) + " " + std::string(change.said));
        const SeenRows before = thingOf(change);
        const auto found = make(change);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->undone->command, change.command);
        const Undo kept = undoIn(textOf(*found));
        EXPECT_EQ(kept.by, found->by);
        EXPECT_EQ(kept.said, found->said) << "as a form keeps it";
        undo(kept);
        SeenRows after = thingOf(change);
        if (change.command == "item add") {
            EXPECT_EQ(after.front().at("retired"), "yes");
            continue;
        }
        EXPECT_EQ(withoutMarks(after), withoutMarks(before));
        EXPECT_EQ(verify(), std::vector<std::string>());
    }
}

TEST_P(UndoOfChanges, RefusesWhereSomethingChangedSince)
{
    for (const Change& change : {kChanges[1], kChanges[5], kChanges[6], kChanges[26]}) {
        SCOPED_TRACE(std::string(change.command));
        const auto found = make(change);
        ASSERT_TRUE(found);
        undo(*found);
        const std::string before = allRows();
        const auto refused = EXPECT_REFUSAL("undo.changed", undo(*found));
        EXPECT_TRUE(refused.sentence().starts_with("This has changed since: "))
            << refused.sentence();
        EXPECT_EQ(allRows(), before);
    }
    const auto rename = make(kChanges[2]);
    undo(*rename);
    const std::string before = allRows();
    EXPECT_TRUE(EXPECT_REFUSAL("undo.changed", undo(*rename)).sentence().find("MUG") !=
                std::string::npos);
    EXPECT_EQ(allRows(), before);
}

TEST_P(UndoOfChanges, IsNoneWhereNothingChangedOrTheEarlierValueCannotBeSaid)
{
    EXPECT_FALSE(make({"item edit", R"({"sku":"HAT"})"}));
    EXPECT_FALSE(make({"recipe set", R"({"recipe":"New","items":[{"sku":"HAT"}]})"}));
    EXPECT_FALSE(make({"account set", R"({"role":"grni","account":"2110","from":"2026-06"})"}));
    EXPECT_FALSE(make({"box tax", R"({"no":2,"purpose":"luck"})"}));
    EXPECT_FALSE(make({"box unpack", R"({"no":1,"reason":"moved"})"})) << "it has no inverse";
}

TEST(UndoOfOperations, IsTriedForEachOfThem)
{
    std::set<std::string_view> tried(std::begin(kOpposites), std::end(kOpposites));
    for (const Change& change : kChanges) {
        tried.insert(change.command);
    }
    for (const Operation& one : operations()) {
        const Inverse& inverse = one.inverse;
        if (inverse.thing != nullptr || !inverse.same.empty()) {
            EXPECT_TRUE(tried.contains(one.command)) << one.command;
        }
    }
}

TEST(UndoOfOperations, IsThereOrItSaysBeforeThatThereIsNone)
{
    for (const Operation& one : operations()) {
        if (!one.isChange() || one.command.empty()) {
            continue;
        }
        SCOPED_TRACE(std::string(one.command));
        EXPECT_TRUE(!one.inverse.empty() || !one.oneWay.empty());
        EXPECT_TRUE(one.oneWay.empty() || one.oneWay.ends_with('.'));
    }
}

} // namespace
} // namespace giftbox::operations::undo_test
