#include "tests/support/printed.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web {
namespace {

using access::Role;

bool holds(const Response& response, const std::string& text)
{
    return response.body.find(text) != std::string::npos;
}

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
    EXPECT_TRUE(holds(get(at("/notes"), director_), "No template yet"));
    const Response kept = setTemplate("Dear {recipient},\r\n\r\nenjoy {month}.");
    EXPECT_EQ(headerOf(kept, "Location"), at("/notes/template?version=1")) << kept.body;
    EXPECT_TRUE(holds(get(at("/notes/template?version=1"), director_), "Signed by Ann, Ben."));
    EXPECT_EQ(get(at("/notes/template.png?version=1"), director_).body.substr(1, 3), "PNG");
    EXPECT_TRUE(holds(write(), "No version of the template is approved."));
    EXPECT_EQ(post(at("/notes/approve"), {{"version", "1"}}, director_).status, 403);
    EXPECT_EQ(approve().status, 303);

    const Response before = get(at("/boxes/1/note"), director_);
    EXPECT_TRUE(holds(before, "becomes final when you write the note")) << before.body;
    EXPECT_EQ(get(at("/boxes/1/note.pdf"), director_).status, 422);
    EXPECT_EQ(get(at("/notes.pdf?month=2026-06"), director_).status, 422);
    EXPECT_EQ(write().status, 303);
    EXPECT_EQ(write().status, 422);

    const Response page = get(at("/boxes/1/note"), director_);
    EXPECT_TRUE(holds(page, "enjoy June 2026."));
    EXPECT_TRUE(holds(page, "/note/sign?signer&#61;Ann"));
    EXPECT_EQ(get(at("/boxes/1/note.png"), director_).body.substr(1, 3), "PNG");
    const Response sign = post(at("/boxes/1/note/sign"), {{"signer", "Ann"}}, director_);
    EXPECT_TRUE(holds(follow(sign, director_), "Note for box 1 has 1 of 2 signatures."))
        << sign.body;
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

TEST_P(SiteNotes, ThatCannotBePrintedAreNotWritten)
{
    setTemplate("Dear \U0001F381,\n\nhello.");
    approve();
    const Response refused = write();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "no font has the character")) << refused.body;
    EXPECT_TRUE(holds(get(at("/notes?month=2026-06"), director_), "not written"));
}

TEST_P(SiteNotes, RefuseATemplateAtItsField)
{
    const Response refused = setTemplate("Dear {name},");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "id=\"e-wording\"")) << refused.body;
    EXPECT_TRUE(holds(refused, "Dear {name},</textarea>"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteNotes);

} // namespace
} // namespace giftbox::web
