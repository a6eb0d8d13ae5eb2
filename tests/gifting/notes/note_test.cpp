#include "tests/gifting/notes/note_fixture.h"

#include <thread>

namespace giftbox::tests::note_test {
namespace {

using gifting::BoxNote;
using gifting::NoteTemplate;

class NoteTemplates : public NoteFixture {};
GIFTBOX_ON_BOTH_ENGINES(NoteTemplates);

TEST_P(NoteTemplates, AreKeptAsVersionsWithTheirSigners)
{
    set(kWording, {"Ann Example"});
    actsAs("bea");
    const NoteTemplate second = set("\xEF\xBB\xBF"
                                    "Dear {recipient},\r\n\r\nThanks.\r\n \n",
                                    {"Ann Example", "山田 太郎"});
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(second.wording, "Dear {recipient},\n\nThanks.");
    EXPECT_EQ(second.signers, (std::vector<std::string>{"Ann Example", "山田 太郎"}));
    EXPECT_EQ(second.setBy, "bea");
    EXPECT_EQ(second.approvedBy, std::nullopt);
    const auto first = read([](const auto& tx) { return gifting::requireNoteTemplate(tx, 1); });
    EXPECT_EQ(first.wording, kWording);
    EXPECT_EQ(
        read([](const auto& tx) { return gifting::requireNoteTemplate(tx, std::nullopt).version; }),
        2);
}

TEST_P(NoteTemplates, AFieldThatThereIsNotIsRefusedWithItsPlace)
{
    const Refusal refusal = EXPECT_REFUSAL("note.field_unknown",
                                           set("Dear {recipient},\n\nגü {stoer} thanks", {"Ann"}));
    EXPECT_NE(refusal.sentence().find("Line 3, character 4: \"{stoer}\""), std::string::npos)
        << refusal.sentence();
    EXPECT_REFUSAL("note.field_unknown", set("Dear {recipient", {"Ann"}));
    EXPECT_REFUSAL("note.field_unknown", set("Dear {}", {"Ann"}));
    EXPECT_REFUSAL("note.field_unknown", set("Dear {{recipient}", {"Ann"}));
    EXPECT_REFUSAL("note.field_unknown", set("Dear {Recipient}", {"Ann"}));
}

TEST_P(NoteTemplates, NeedWordsAndSigners)
{
    EXPECT_REFUSAL("text.missing", set(" \r\n", {"Ann"}));
    EXPECT_REFUSAL("text.malformed", set("Dear \xFF", {"Ann"}));
    EXPECT_REFUSAL("text.too_long", set(std::string(4001, 'x'), {"Ann"}));
    EXPECT_REFUSAL("note.signers_malformed", set(kWording, {}));
    EXPECT_REFUSAL("note.signers_malformed", set(kWording, {"Ann", "Ben", "Ann"}));
    EXPECT_REFUSAL("note.signers_malformed", set(kWording, {"Ann\nBen"}));
    EXPECT_REFUSAL("text.missing", set(kWording, {" "}));
}

TEST_P(NoteTemplates, TheSecondWhoApprovesIsToldWhoDid)
{
    set(kWording, {"Ann"});
    actsAs("mia");
    EXPECT_EQ(approve(1).approvedBy, "mia");
    actsAs("tom");
    const Refusal refusal = EXPECT_REFUSAL("note.approved_already", approve(1));
    EXPECT_NE(refusal.sentence().find("mia already approved version 1 on 2026-"), std::string::npos)
        << refusal.sentence();
}

TEST_P(NoteTemplates, OfTwoWhoApproveAtOnceOneIsToldOfTheOther)
{
    set(kWording, {"Ann"});
    std::vector<std::string> told(2);
    std::vector<std::thread> managers;
    for (const std::string name : {"mia", "tom"}) {
        managers.emplace_back([&, name, at = managers.size()] {
            foundation::Database own = foundation::Database::open(url());
            books::Actor manager = actor();
            manager.name = name;
            try {
                books::write(own, store(), manager,
                             [](auto& tx) { return gifting::approveNoteTemplate(tx, 1); });
            } catch (const Refusal& refusal) {
                told[at] = refusal.sentence();
            }
        });
    }
    for (std::thread& manager : managers) {
        manager.join();
    }
    EXPECT_NE(told[0].empty(), told[1].empty());
    const std::string other = told[0].empty() ? "mia" : "tom";
    EXPECT_NE((told[0] + told[1]).find(other + " already approved"), std::string::npos);
}

TEST_P(NoteTemplates, OnlyAVersionThatIsThereAndNewestIsApproved)
{
    EXPECT_REFUSAL("note.template_unknown", approve(1));
    EXPECT_EQ(codeOf([&] {
                  read([](const auto& tx) {
                      return gifting::requireNoteTemplate(tx, std::nullopt).version;
                  });
              }),
              "note.template_unknown");
    set(kWording, {"Ann"});
    approved("Dear {recipient}");
    EXPECT_REFUSAL("note.template_overtaken", approve(1));
}

class WriteNotes : public NoteFixture {};
GIFTBOX_ON_BOTH_ENGINES(WriteNotes);

TEST_P(WriteNotes, MergesForEveryBoxOfTheMonth)
{
    approved(kWording);
    rename("C-2", "Ελένη {store} 山田");
    const auto planned = plan("C-1");
    const auto packed = pack("C-2", {{"MUG-01", 1}}, "2026-06-02");
    const auto given = packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-03");
    plan("C-2", "2026-07");
    unpack(pack("C-2", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-04");
    const auto cancelled = plan("C-2");
    write([&](auto& tx) { return gifting::cancelBox(tx, cancelled, "moved away"); });

    EXPECT_EQ(writeNotes().size(), 3U);
    const auto all = notes();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].box, planned);
    EXPECT_EQ(all[0].state, "planned");
    EXPECT_EQ(all[1].box, packed.number);
    EXPECT_EQ(all[2].box, given.number);
    EXPECT_EQ(all[2].state, "given");
    const std::string storeName = read([](const auto& tx) { return std::string(tx.store().name); });
    EXPECT_EQ(all[1].wording, "Dear Ελένη {store} 山田,\n\n" + storeName +
                                  " thanks you in June 2026.\n\nAnn Example, Ben Example");
    EXPECT_EQ(all[1].version, 1);
    ASSERT_EQ(all[1].signatures.size(), 2U);
    EXPECT_EQ(all[1].signatures[1].signer, "Ben Example");
    EXPECT_EQ(all[1].signedCount(), 0);
    EXPECT_EQ(lastDetail(), R"({"notes":3,"version":1})");
}

TEST_P(WriteNotes, FreezesTheWordingAndGivesNewBoxesTheNewest)
{
    approved(kWording);
    const auto first = plan("C-1");
    const std::string frozen = writeNotes().front().wording;
    rename("C-1", "Somebody else");
    approved("Hello {recipient}", {"Cid"});
    set("A draft", {"Dan"});
    const auto second = plan("C-1");
    EXPECT_EQ(writeNotes().size(), 1U);
    EXPECT_EQ(notes()[0].wording, frozen);
    EXPECT_EQ(notes()[1].box, second);
    EXPECT_EQ(notes()[1].wording, "Hello Somebody else");
    EXPECT_EQ(notes()[1].version, 2);
    EXPECT_EQ(notes()[1].signatures.at(0).signer, "Cid");

    write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = first, .packedOn = day("2026-06-10")});
    });
    EXPECT_EQ(notes()[0].state, "packed");
    EXPECT_EQ(notes()[0].wording, frozen);
}

TEST_P(WriteNotes, IsRefusedWithoutAnApprovedTemplateOrABox)
{
    plan("C-1");
    EXPECT_REFUSAL("note.no_template", writeNotes());
    set(kWording, {"Ann"});
    EXPECT_REFUSAL("note.no_template", writeNotes());
    approve(1);
    EXPECT_REFUSAL("note.nothing_to_write", writeNotes("2026-07"));
    writeNotes();
    EXPECT_REFUSAL("note.nothing_to_write", writeNotes());
    stock("MUG-01", 1, "1.00", "2026-04-02");
    close("2026-03");
    EXPECT_REFUSAL("month.closed", writeNotes("2026-03"));
}

TEST_P(WriteNotes, LeavesOutWhoIsAnonymized)
{
    approved(kWording);
    plan("C-1");
    plan("C-2");
    write([&](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked for it"); });
    EXPECT_EQ(writeNotes().size(), 1U);
    EXPECT_EQ(toPrint().at(0).recipientCode, "C-2");
}

TEST_P(WriteNotes, LeavesOutWhatCannotBePrintedAndNobodyElse)
{
    approved(kWording);
    rename("C-1", "Ann \U0001F381");
    const auto odd = plan("C-1");
    const auto other = plan("C-2");
    const gifting::WrittenNotes done = write([&](auto& tx) {
        return gifting::writeNotes(tx, month("2026-06"), gifting::parsePaper("5x7in"));
    });
    ASSERT_EQ(done.written.size(), 1U);
    EXPECT_EQ(done.written[0].box, other);
    ASSERT_EQ(done.unprintable.size(), 1U);
    EXPECT_EQ(done.unprintable[0].box, odd);
    EXPECT_TRUE(done.unprintable[0].sentence.starts_with(
        "Box " + std::to_string(odd.value) + ": no font has the character \U0001F381 (U+1F381)"))
        << done.unprintable[0].sentence;
    EXPECT_EQ(lastDetail(), R"({"notes":1,"version":1})");
    EXPECT_EQ(notes()[0].version, std::nullopt);

    const std::string before = allRows();
    EXPECT_REFUSAL("print.no_glyph", writeNotes());
    EXPECT_EQ(allRows(), before);
    rename("C-1", "Ann");
    EXPECT_EQ(writeNotes().size(), 1U);
}

TEST_P(WriteNotes, ThereIsNothingToPrintBeforeThat)
{
    approved(kWording);
    plan("C-1");
    EXPECT_REFUSAL("note.not_written", toPrint());
    writeNotes();
    plan("C-2");
    EXPECT_EQ(toPrint().size(), 1U);
    EXPECT_EQ(notes().size(), 2U);
    EXPECT_EQ(notes()[1].version, std::nullopt);
}

TEST(UsualPaper, IsLetterInTheUnitedStatesAndA4Elsewhere)
{
    EXPECT_EQ(gifting::usualPaper({.locale = "en-US"}), "letter");
    for (const char* locale : {"", "de-DE", "en-GB", "ja-JP"}) {
        EXPECT_EQ(gifting::usualPaper({.locale = locale}), "a4");
    }
}

class SignNote : public NoteFixture {};
GIFTBOX_ON_BOTH_ENGINES(SignNote);

TEST_P(SignNote, CountsWhoHasSigned)
{
    approved(kWording);
    const auto box = plan("C-1");
    plan("C-2");
    writeNotes();
    EXPECT_EQ(sign(box, "Ben Example").signedCount, 1);
    EXPECT_EQ(lastDetail(), R"({"signer":2})");
    EXPECT_EQ(notes()[0].signedCount(), 1);
    EXPECT_FALSE(notes()[0].signatures[0].isSigned);
    EXPECT_TRUE(notes()[0].signatures[1].isSigned);
    EXPECT_EQ(notes()[1].signedCount(), 0);
    const gifting::SignedNote both = sign(box, "Ann Example");
    EXPECT_EQ(both.signedCount, 2);
    EXPECT_EQ(both.signerCount, 2);
}

TEST_P(SignNote, AndWritingAreWhatIsToBeDone)
{
    using ToDo = gifting::NotesToDo;
    EXPECT_EQ(toDo(), ToDo{});
    const auto planned = plan("C-1");
    const auto packed = pack("C-2", {{"MUG-01", 1}}, "2026-06-02").number;
    unpack(pack("C-2", {{"MUG-01", 1}}, "2026-06-02"), "2026-06-02");
    plan("C-1", "2026-07");
    EXPECT_EQ(toDo(), (ToDo{.toWrite = 2, .toSign = 0}));
    approved(kWording);
    writeNotes();
    EXPECT_EQ(toDo(), (ToDo{.toWrite = 0, .toSign = 2}));
    sign(planned, "Ann Example");
    sign(packed, "Ann Example");
    sign(packed, "Ben Example");
    EXPECT_EQ(toDo(), (ToDo{.toWrite = 0, .toSign = 1}));
    recipient("C-3");
    pack("C-3", {{"MUG-01", 1}}, "2026-06-03");
    EXPECT_EQ(toDo(), (ToDo{.toWrite = 1, .toSign = 1}));
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-3", "asked for it"); });
    EXPECT_EQ(toDo(), (ToDo{.toWrite = 0, .toSign = 1}));
    EXPECT_EQ(toDo("2026-07"), (ToDo{.toWrite = 1, .toSign = 0}));
}

TEST_P(SignNote, OnlyWhoSignsItAndOnce)
{
    approved(kWording);
    const auto box = plan("C-1");
    EXPECT_REFUSAL("note.not_written", sign(box, "Ann Example"));
    writeNotes();
    const Refusal stranger = EXPECT_REFUSAL("note.signer_unknown", sign(box, "Cid"));
    EXPECT_NE(stranger.sentence().find("Ann Example, Ben Example"), std::string::npos);
    sign(box, "Ann Example");
    EXPECT_REFUSAL("note.signed_already", sign(box, "Ann Example"));
    raw().execute("UPDATE box_note SET wording = '' WHERE store_id = " + storeId());
    EXPECT_REFUSAL("note.not_written", sign(box, "Ben Example"));
}

class BoxSlips : public NoteFixture {};
GIFTBOX_ON_BOTH_ENGINES(BoxSlips);

TEST_P(BoxSlips, SayTheSameBeforeAndAfterPacking)
{
    edit("MUG-01", {{"size", "0.3 l"}});
    const auto box = plan("C-1");
    const auto before = slip(box);
    EXPECT_EQ(before.state, "planned");
    EXPECT_EQ(before.recipientCode, "C-1");
    EXPECT_EQ(before.month, month("2026-06"));
    ASSERT_EQ(before.lines.size(), 2U);
    EXPECT_EQ(before.lines[0].sku, "MUG-01");
    EXPECT_EQ(before.lines[0].size, "0.3 l");
    EXPECT_EQ(before.lines[0].units, 1);
    EXPECT_EQ(before.lines[1].sku, "CARTON");
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = box, .packedOn = day("2026-06-10")});
    });
    EXPECT_EQ(slip(box).state, "packed");
    EXPECT_EQ(slip(box).lines, before.lines);
}

TEST_P(BoxSlips, GoAlongTheShelfBinByBin)
{
    item("HAT-01");
    item("PEN-01");
    stock("HAT-01", 5, "5.00", "2026-03-01");
    stock("PEN-01", 5, "5.00", "2026-03-01");
    edit("PEN-01", {{"bin", "a-1"}});
    edit("MUG-01", {{"bin", "A-2"}});
    const auto box = write([&](auto& tx) {
        return gifting::planBox(
                   tx, {.recipient = "C-1",
                        .lines = {{"HAT-01", 1}, {"MUG-01", 1}, {"PEN-01", 2}, {"CARTON", 1}},
                        .month = month("2026-06")})
            .number;
    });
    std::vector<std::string> skus;
    for (const auto& line : slip(box).lines) {
        skus.push_back(line.sku);
    }
    EXPECT_EQ(skus, (std::vector<std::string>{"PEN-01", "MUG-01", "HAT-01", "CARTON"}));
}

TEST_P(BoxSlips, LookUpTheItemsOfAllLinesAtOnce)
{
    item("HAT-01");
    item("PEN-01");
    stock("HAT-01", 5, "5.00", "2026-03-01");
    stock("PEN-01", 5, "5.00", "2026-03-01");
    const auto packWith = [&](const std::vector<gifting::BoxLine>& lines) {
        return pack("C-1", lines, "2026-06-02").number;
    };
    const auto few = packWith({{"MUG-01", 1}});
    const auto many = packWith({{"MUG-01", 1}, {"HAT-01", 1}, {"PEN-01", 2}, {"CARTON", 1}});
    const auto sent = [&](books::BoxNo box) {
        const std::int64_t before = database().statementsSent();
        (void)slip(box);
        return database().statementsSent() - before;
    };
    // A file takes the rows of a batch one by one, within the process.
    EXPECT_EQ(sent(many) - sent(few), GetParam() == Engine::Sqlite ? 3 : 0);
}

TEST_P(BoxSlips, NeedABoxWithSomethingInIt)
{
    EXPECT_REFUSAL("box.unknown", slip(books::BoxNo{77}));
    const auto cancelled = plan("C-1");
    write([&](auto& tx) { return gifting::cancelBox(tx, cancelled, "moved away"); });
    EXPECT_REFUSAL("box.nothing_in_it", slip(cancelled));
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    unpack(packed, "2026-06-03");
    EXPECT_REFUSAL("box.nothing_in_it", slip(packed.number));
}

} // namespace
} // namespace giftbox::tests::note_test
