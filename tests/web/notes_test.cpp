#include "gifting/edit_recipient.h"
#include "tests/support/printed.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::notes_test {
namespace {

using access::Role;

/// A box packed in June for Ada.
class SiteNotes : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-06-01");
        pack("C-1", {{"HAT", 1}}, "2026-06-02");
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
    }
    Response setTemplate(const std::string& wording)
    {
        return postSeen(at("/notes/set"), {{"wording", wording}, {"signers", "Ann\r\n\r\nBen\r\n"}},
                        director_);
    }
    Response approve() { return post(at("/notes/approve"), {{"no", "1"}}, manager_); }
    Response write() { return post(at("/notes/write"), {{"month", "2026-06"}}, director_); }

    std::string director_;
    std::string manager_;
};

TEST_P(SiteNotes, AreWrittenSignedAndPrinted)
{
    EXPECT_TRUE(parsed(get(at("/notes"), director_)).says("No template yet"));
    const Response kept = setTemplate("Dear {recipient},\r\n\r\nenjoy {month}.");
    EXPECT_EQ(headerOf(kept, "Location"), at("/notes/template?version=1")) << kept.body;
    EXPECT_TRUE(
        parsed(get(at("/notes/template?version=1"), director_)).says("Signed by Ann, Ben."));
    EXPECT_EQ(get(at("/notes/template.png?version=1"), director_).body.substr(1, 3), "PNG");
    EXPECT_TRUE(parsed(write()).says("No version of the template is approved."));
    EXPECT_EQ(post(at("/notes/approve"), {{"version", "1"}}, director_).status, 403);
    EXPECT_EQ(approve().status, 303);

    const tests::ParsedPage before = parsed(get(at("/boxes/1/note"), director_));
    EXPECT_TRUE(before.says("becomes final when you write the note"));
    EXPECT_EQ(get(at("/boxes/1/note.pdf"), director_).status, 422);
    EXPECT_EQ(get(at("/notes.pdf?month=2026-06"), director_).status, 422);
    EXPECT_EQ(write().status, 303);
    EXPECT_EQ(write().status, 422);

    const tests::ParsedPage page = parsed(get(at("/boxes/1/note"), director_));
    EXPECT_TRUE(page.says("enjoy June 2026."));
    EXPECT_TRUE(page.linksTo(at("/boxes/1/note/sign?signer=Ann")));
    EXPECT_EQ(get(at("/boxes/1/note.png"), director_).body.substr(1, 3), "PNG");
    const Response sign = post(at("/boxes/1/note/sign"), {{"signer", "Ann"}}, director_);
    EXPECT_TRUE(parsed(follow(sign, director_)).says("Note for box 1 has 1 of 2 signatures."));
    EXPECT_EQ(post(at("/boxes/1/note/sign"), {{"signer", "Ann"}}, director_).status, 422);

    const Response notes = get(at("/notes.pdf?month=2026-06"), director_);
    EXPECT_EQ(headerOf(notes, "Content-Type"), "application/pdf");
    const tests::Printed printed(notes.body);
    EXPECT_EQ(printed.count(), 1U);
    EXPECT_NE(printed.words().find("enjoy June 2026."), std::string::npos) << printed.words();
    EXPECT_EQ(tests::Printed(get(at("/boxes/1/note.pdf"), director_).body).count(), 1U);
}

TEST_P(SiteNotes, HaveSlipsWithoutCosts)
{
    for (const std::string& address : {at("/boxes/1/slip.pdf"), at("/slips.pdf?month=2026-06")}) {
        const Response slip = get(address, director_);
        const tests::Printed printed(slip.body);
        EXPECT_NE(printed.words().find("HAT"), std::string::npos);
        EXPECT_EQ(printed.words().find("10.00"), std::string::npos);
    }
    EXPECT_EQ(get(at("/slips.pdf?month=2026-05"), director_).status, 422);
    EXPECT_EQ(get(at("/boxes/1/slip.pdf?size=huge"), director_).status, 422);
}

TEST_P(SiteNotes, HaveSlipsOnThePaperOfTheStore)
{
    const auto sizeOf = [&](const std::string& query) {
        const std::string facts =
            tests::Printed(get(at("/boxes/1/slip.pdf" + query), director_).body).facts();
        const auto size = facts.find("pts (");
        return size == std::string::npos ? facts : facts.substr(size, facts.find(')', size) - size);
    };
    EXPECT_EQ(sizeOf(""), "pts (A4");
    StoreFixture::write([](auto& tx) { return books::setStore(tx, {.locale = "en-US"}), 0; });
    EXPECT_EQ(sizeOf(""), "pts (letter");
    EXPECT_EQ(sizeOf("?size=a4"), "pts (A4");
}

TEST_P(SiteNotes, ThatCannotBePrintedStopNobodyElses)
{
    setTemplate("Dear {recipient},\n\nhello.");
    approve();
    recipient("C-2");
    StoreFixture::write([](auto& tx) {
        return gifting::editRecipient(tx, "C-2", {{"name", "Bo \U0001F381"}});
    });
    pack("C-2", {{"HAT", 1}}, "2026-06-02");
    const Response done = follow(write(), director_);
    EXPECT_TRUE(
        parsed(done).says("Notes written: 1. Print and sign them. Not written: Box 2: no font "
                          "has the character \U0001F381 (U+1F381)."));
    EXPECT_TRUE(parsed(get(at("/notes?month=2026-06"), director_)).says("not written"));
    EXPECT_EQ(get(at("/boxes/2/note.png"), director_).body.substr(1, 3), "PNG")
        << "the picture says why";
    const tests::Printed slips(get(at("/slips.pdf?month=2026-06"), director_).body);
    EXPECT_NE(slips.words().find("C-2 (the name is not printable)"), std::string::npos);
    const tests::Printed notes(get(at("/notes.pdf?month=2026-06"), director_).body);
    EXPECT_EQ(notes.count(), 1U);
}

TEST_P(SiteNotes, ThatCannotBePrintedAreNotWritten)
{
    setTemplate("Dear \U0001F381,\n\nhello.");
    approve();
    const Response refused = write();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("no font has the character"));
    EXPECT_TRUE(parsed(get(at("/notes?month=2026-06"), director_)).says("not written"));
}

TEST_P(SiteNotes, RefuseATemplateAtItsField)
{
    const Response refused = setTemplate("Dear {name},");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).refuses("wording"));
    EXPECT_EQ(parsed(refused).value("wording"), "Dear {name},");
}

GIFTBOX_ON_BOTH_ENGINES(SiteNotes);

} // namespace
} // namespace giftbox::web::notes_test
