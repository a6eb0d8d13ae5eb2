#include "gifting/notes/rewrite_note.h"
#include "tests/gifting/notes/note_fixture.h"

namespace giftbox::tests::rewrite_note_test {
namespace {

using gifting::BoxNote;

class RewriteNote : public NoteFixture {
protected:
    BoxNote rewrite(books::BoxNo box)
    {
        return write(
            [&](auto& tx) { return gifting::rewriteNote(tx, box, gifting::parsePaper("5x7in")); });
    }
    void sign(books::BoxNo box, const std::string& signer)
    {
        write([&](auto& tx) { return gifting::signNote(tx, box, signer); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(RewriteNote);

TEST_P(RewriteNote, TakesTheNewestTemplateAndTheNameAsItIsNow)
{
    approved(kWording);
    const auto box = plan("C-1");
    const auto other = plan("C-2");
    writeNotes();
    rename("C-1", "Somebody else");
    approved("Hello {recipient}", {"Cid"});
    const BoxNote note = rewrite(box);
    EXPECT_EQ(note.wording, "Hello Somebody else");
    EXPECT_EQ(lastDetail(), R"({"version":2})");
    EXPECT_EQ(notes()[0].wording, "Hello Somebody else");
    EXPECT_EQ(notes()[0].version, 2);
    EXPECT_EQ(notes()[0].signatures, (std::vector<gifting::NoteSignature>{{.signer = "Cid"}}));
    EXPECT_EQ(notes()[1].box, other);
    EXPECT_EQ(notes()[1].version, 1) << "another note stays as it is";
    rename("C-1", "Once more");
    rewrite(box);
    sign(box, "Cid");
    EXPECT_EQ(notes()[0].signedCount(), 1);
}

TEST_P(RewriteNote, ChangesNothingWhereTheNoteIsTheSame)
{
    approved(kWording);
    const auto box = plan("C-1");
    writeNotes();
    const std::string before = allRows();
    rewrite(box);
    EXPECT_EQ(allRows(), before);
}

TEST_P(RewriteNote, IsRefusedOnceSomebodyHasSignedAndBeforeItIsWritten)
{
    approved(kWording);
    const auto box = plan("C-1");
    EXPECT_REFUSAL("note.not_written", rewrite(box));
    EXPECT_REFUSAL("box.unknown", rewrite(books::BoxNo{77}));
    writeNotes();
    approved("Hello {recipient}", {"Cid"});
    sign(box, "Ann Example");
    EXPECT_EQ(EXPECT_REFUSAL("note.signed", rewrite(box)).sentence(),
              "Ann Example has signed the note for box " + std::to_string(box.value) +
                  ", so its wording stays as it is.");
}

TEST_P(RewriteNote, LeavesANoteThatCannotBePrintedAsItWas)
{
    approved(kWording);
    const auto box = plan("C-1");
    writeNotes();
    approved(std::string(3900, 'W') + " {recipient}", {"Cid"});
    EXPECT_REFUSAL("print.does_not_fit", rewrite(box));
}

} // namespace
} // namespace giftbox::tests::rewrite_note_test
