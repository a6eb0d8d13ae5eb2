#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "gifting/plan_box.h"
#include "tests/support/exempt.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <filesystem>

namespace giftbox::tests::anonymize_recipient_test {
namespace {

using gifting::BoxRequest;
using gifting::Recipient;

/// Zoe, whose data starts with `Zyx` and must all be removed.
class AnonymizeRecipient : public StoreFixture {
protected:
    void prepare() override
    {
        add(zoe_);
        recipient("C-1");
        item("MUG");
        stock("MUG", 30, "100.00", "2026-02-01");
    }
    using StoreFixture::add;
    void add(const Recipient& one)
    {
        write([&](auto& tx) { return gifting::addRecipient(tx, one), 0; });
    }
    Recipient anonymize(const std::string& code, const std::string& reason = "asked us to")
    {
        return write([&](auto& tx) { return gifting::anonymizeRecipient(tx, code, reason); });
    }
    BoxRequest box(const std::string& code) const
    {
        return {.recipient = code, .lines = {{"MUG", 1}}, .packedOn = day("2026-03-05")};
    }
    /// All text in the database, for all stores; for a SQLite file, all bytes.
    std::string dump()
    {
        std::string all = allRows();
        if (GetParam() == Engine::Sqlite) {
            database().forgetRemoved();
            for (const char* end : {"", "-wal"}) {
                const std::string path = url() + end;
                all += std::filesystem::exists(path) ? readFile(path) : "";
            }
        }
        return all;
    }

    const Recipient zoe_{.code = "Zyx-1",
                         .name = "Zyx \"Z\" O'Neil",
                         .group = "Zyxfleet",
                         .kind = gifting::RecipientKind::Business,
                         .note = "Zyx likes golf",
                         .household = "Zyxes",
                         .sizes = {{"hat", "Zyx"}},
                         .preferences = {"Zyxgolf"}};
};
GIFTBOX_ON_BOTH_ENGINES(AnonymizeRecipient);

TEST_P(AnonymizeRecipient, LeavesNumberKindAndNothingElse)
{
    const Recipient after = anonymize("Zyx-1");
    EXPECT_EQ(after, (Recipient{.code = "ANON-1",
                                .name = "anonymized",
                                .kind = gifting::RecipientKind::Business,
                                .doNotGift = true,
                                .anonymized = true}));
    const auto found = read([](auto& tx) { return gifting::requireRecipient(tx, "ANON-1"); });
    EXPECT_EQ(found.recipient, after);
    EXPECT_EQ(found.number.value, 1);
    EXPECT_EQ(codeOf([&] {
                  read([](auto& tx) { return gifting::requireRecipient(tx, "Zyx-1").number; });
              }),
              "recipient.unknown");
    EXPECT_EQ(lastDetail(), R"({"reason":"asked us to"})");
}

TEST_P(AnonymizeRecipient, LeavesEveryTotalAndTheReportAsTheyWere)
{
    packAndGive("Zyx-1", {{"MUG", 2}}, "2026-02-05");
    const auto mistake = pack("Zyx-1", {{"MUG", 1}}, "2026-02-06");
    unpack(mistake, "2026-02-07");
    close("2026-02");
    cap("box.total", "1.00", budget::CapAction::Stop, "2026-03");
    BoxRequest wanted = box("Zyx-1");
    wanted.givenOn = wanted.packedOn;
    wanted.override = "ten years with us";
    pack(wanted);
    const std::string before = monthlyReport("2026-01", "2026-06");
    anonymize("Zyx-1");
    EXPECT_EQ(monthlyReport("2026-01", "2026-06"), before);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(total("2026-02").recipients, 1);
    EXPECT_EQ(total("2026-03").overrides, 1);
}

TEST_P(AnonymizeRecipient, LeavesNothingOfThePersonInTheDatabase)
{
    cap("box.total", "1.00", budget::CapAction::Stop, "2026-03");
    BoxRequest wanted = box("Zyx-1");
    wanted.override = "Zyx has a wedding";
    const auto mistake = pack(wanted);
    write([&](auto& tx) {
        return gifting::unpackBox(tx, mistake.number, day("2026-03-06"), "Zyx moved away");
    });
    const auto packed = pack(wanted);
    const auto planned = write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "Zyx-1",
                                     .lines = {{"MUG", 1}},
                                     .month = month("2026-06"),
                                     .override = "Zyx has a birthday"});
    });
    write([&](auto& tx) { return gifting::cancelBox(tx, planned.number, "Zyx is away"); });
    write([](auto& tx) {
        return gifting::editRecipient(tx, "Zyx-1", {{"note", "Zyx has a dog"}});
    });
    ASSERT_NE(dump().find("Zyx"), std::string::npos);
    anonymize("Zyx-1");
    EXPECT_EQ(dump().find("Zyx"), std::string::npos);
    EXPECT_EQ(StoreFixture::box(packed).packOverride, "anonymized");
    EXPECT_EQ(StoreFixture::box(packed).recipientName, "anonymized");
}

TEST_P(AnonymizeRecipient, LeavesNothingInWhatWasWrittenAboutThem)
{
    const auto packed = pack(box("Zyx-1"));
    const std::string number = std::to_string(packed.number.value);
    const std::string id = storeId();
    booksAreFalsified(); // rows that no use case wrote
    const auto insert = [&](const std::string& row) {
        raw().execute("INSERT INTO " + row.substr(0, row.find('(')) + "VALUES (" + id + ", " +
                      row.substr(row.find('(') + 1));
    };
    insert("nomination (1, 202603, 1, 'bob', 'service', 'Zyx waits for us', 'declined', 'Zyx', 1, "
           "'bob', 0)");
    insert("nomination (2, 202603, 2, 'bob', 'service', 'always kind', 'open', '', 1, 'bob', 0)");
    insert("selection (202603, 1, 'Zyx had one', 'Zyx is dear to us', 'kim', 1, '', 0)");
    insert("selection (202603, 2, '', '', 'kim', 1, '', 0)");
    insert("box_note (" + number + ", 1, 'Dear Zyx', 1)");
    insert("request ('k-1', 4, 'box pack', 'c5:Zyx-1', 'of it')");
    insert("request ('add Zyx-1', 1, 'recipient add', 'r0:', 'of it')");
    insert("request ('Zyx-1 as before', 1, 'recipient edit', 'r0:', 'of it')");
    insert(R"(request ('k-0', 4, 'recipient add', '{"name":"Zyx \"Z\" O''Neil"}', 'of it'))");
    insert("request ('k-2', 5, 'box pack', 'c3:C-1', 'of it')");
    anonymize("Zyx-1");
    EXPECT_EQ(dump().find("Zyx"), std::string::npos);
    const auto rows = [&](const std::string& sql, const std::string& order) {
        return raw().rows(sql + " WHERE store_id = " + id + " ORDER BY " + order);
    };
    using Rows = std::vector<RawDatabase::Cells>;
    EXPECT_EQ(rows("SELECT reason, answer FROM nomination", "nomination_no"),
              (Rows{{"anonymized", "anonymized"}, {"always kind", ""}}));
    EXPECT_EQ(rows("SELECT warnings, exception_reason FROM selection", "recipient_no"),
              (Rows{{"anonymized", "anonymized"}, {"", ""}}));
    EXPECT_EQ(rows("SELECT request_key, result, digest FROM request", "request_key"),
              (Rows{{"k-0", "", ""}, {"k-1", "", ""}, {"k-2", "c3:C-1", "of it"}}));
}

TEST_P(AnonymizeRecipient, LeavesNothingInTheFileHoweverOftenRowsHaveMoved)
{
    std::string file = "recipient,name,group,note,household\n";
    constexpr int kMany = 150;
    const auto code = [](int i) { return "Zyx-" + std::to_string(1000 + i * 37 % kMany); };
    for (int i = 0; i < kMany; ++i) {
        file += code(i) + ",Zyx,," + "Zyx" + std::string(static_cast<std::size_t>(i), 'z') + ",\n";
    }
    importRecipients(file);
    for (int i = 0; i < kMany; i += 3) {
        write([&](auto& tx) {
            const std::string longer = "Zyx" + std::string(static_cast<std::size_t>(900 - i), 'y');
            return gifting::editRecipient(tx, code(i), {{"note", longer}, {"household", longer}});
        });
    }
    anonymize("Zyx-1");
    for (int i = 0; i < kMany; ++i) {
        anonymize(code(i));
    }
    EXPECT_EQ(dump().find("Zyx"), std::string::npos);
}

TEST_P(AnonymizeRecipient, IsRefusedTwiceAndForWhoIsNotThere)
{
    anonymize("Zyx-1");
    EXPECT_REFUSAL("recipient.anonymized", anonymize("ANON-1"));
    EXPECT_REFUSAL("recipient.unknown", anonymize("Zyx-1"));
}

TEST_P(AnonymizeRecipient, NeedsAReasonThatNamesNobody)
{
    EXPECT_REFUSAL("text.missing", anonymize("Zyx-1", " "));
    EXPECT_REFUSAL("recipient.named_in_reason", anonymize("Zyx-1", "Zyx \"Z\" O'Neil asked"));
    EXPECT_REFUSAL("recipient.named_in_reason", anonymize("Zyx-1", "on behalf of (Zyx-1)"));
    EXPECT_REFUSAL("recipient.named_in_reason", [&] {
        books::Actor keyed = actor();
        keyed.requestKey = "forget-Zyx-1";
        books::write(database(), store(), keyed, [](auto& tx) {
            return gifting::anonymizeRecipient(tx, "Zyx-1", "asked us to");
        });
    }());
    add({.code = "a", .name = "as"});
    EXPECT_NO_THROW(anonymize("a", "was asked, has asked"));
}

TEST(AnonymizeStatement, EmptiesEveryFieldThatIsAboutThePerson)
{
    const std::string sql = readFile(GIFTBOX_SOURCE_DIR "/gifting/sql/anonymize_recipient.sql");
    for (const auto& field : gifting::recipientFields()) {
        const std::string set = std::string(field.columnName()) + " = ";
        EXPECT_EQ(field.personal.has_value(), sql.find(" " + set) != std::string::npos &&
                                                  field.info.type != foundation::FieldType::YesNo)
            << set;
    }
}

TEST_P(AnonymizeRecipient, TakesAFreeCode)
{
    add({.code = "ANON-1", .name = "from a file"});
    EXPECT_EQ(anonymize("Zyx-1").code, "ANON-1-1");
}

TEST_P(AnonymizeRecipient, NoBoxIsPackedOrPlannedForThemAnyMore)
{
    anonymize("Zyx-1");
    EXPECT_REFUSAL("recipient.anonymized", pack(box("ANON-1")));
    BoxRequest wanted = box("ANON-1");
    wanted.exemption = Exempt::because("whoever it was");
    EXPECT_REFUSAL("recipient.anonymized", pack(wanted));
    EXPECT_REFUSAL("recipient.anonymized", write([&](auto& tx) {
                       return gifting::planBox(tx, {.recipient = "ANON-1",
                                                    .lines = {{"MUG", 1}},
                                                    .month = month("2026-06")});
                   }));
}

TEST_P(AnonymizeRecipient, WhatIsPackedForThemMayBeGiven)
{
    const auto packed = pack(box("Zyx-1"));
    anonymize("Zyx-1");
    give(packed, "2026-03-06");
    EXPECT_EQ(total("2026-03").recipients, 1);
}

class DoNotGift : public AnonymizeRecipient {
protected:
    void prepare() override
    {
        AnonymizeRecipient::prepare();
        write([](auto& tx) { return gifting::editRecipient(tx, "C-1", {{"do_not_gift", "yes"}}); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(DoNotGift);

TEST_P(DoNotGift, RefusesABoxUnlessAManagerSaysWhy)
{
    BoxRequest wanted = box("C-1");
    EXPECT_REFUSAL("recipient.do_not_gift", pack(wanted));
    wanted.exemption = Exempt::because(" ");
    EXPECT_REFUSAL("text.missing", pack(wanted));
    wanted.exemption = Exempt::because("asked for one after all");
    EXPECT_EQ(pack(wanted).number.value, 1);
}

TEST_P(DoNotGift, RefusesAPlannedBoxUnlessAManagerSaysWhy)
{
    gifting::PlanRequest wanted{
        .recipient = "C-1", .lines = {{"MUG", 1}}, .month = month("2026-06")};
    const auto plan = [&] { return write([&](auto& tx) { return gifting::planBox(tx, wanted); }); };
    EXPECT_REFUSAL("recipient.do_not_gift", plan());
    wanted.exemption = Exempt::because("asked for one after all");
    const auto planned = plan();
    gifting::PlannedPacking packing{.number = planned.number, .packedOn = day("2026-06-01")};
    const auto packIt = [&] {
        return write([&](auto& tx) { return gifting::packPlannedBox(tx, packing); });
    };
    EXPECT_REFUSAL("recipient.do_not_gift", packIt());
    packing.exemption = wanted.exemption;
    EXPECT_EQ(packIt().number, planned.number);
}

TEST_P(DoNotGift, LetsAFileTellOfBoxesThatThereWere)
{
    EXPECT_EQ(importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                          "B-1,C-1,2026-03-01,2026-03-01,MUG,1\n")
                  .added,
              1);
}

} // namespace
} // namespace giftbox::tests::anonymize_recipient_test
