#include "access/saved_view.h"

#include "tests/access/access_fixture.h"

namespace giftbox::tests::saved_view_test {
namespace {

using Words = std::vector<std::string>;
using access::Role;
using access::SavedView;

class SavedViews : public AccessFixture {
protected:
    void prepare() override
    {
        mia_ = user("mia", Role::PartsDirector);
        tom_ = user("tom", Role::Manager);
    }
    void save(access::UserId by, const SavedView& view)
    {
        write([&](auto& tx) { return access::saveView(tx, by, view), 0; });
    }
    /// `name?query` of the views of stock.
    std::vector<std::string> seenBy(access::UserId user, std::vector<Role> roles)
    {
        return read([&](const auto& tx) {
            std::vector<std::string> seen;
            for (const SavedView& view : access::viewsOf(tx, user, roles, "stock")) {
                seen.push_back(view.name + "?" + view.query + (view.isOwn ? "" : " (shared)"));
            }
            return seen;
        });
    }

    access::UserId mia_;
    access::UserId tom_;
};
GIFTBOX_ON_BOTH_ENGINES(SavedViews);

TEST_P(SavedViews, AreOnesOwn)
{
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes"});
    save(mia_, {.page = "boxes", .name = "Waiting", .query = "state=packed"});
    EXPECT_EQ(seenBy(mia_, {Role::PartsDirector}), (Words{"Low?low=yes"}));
    EXPECT_EQ(seenBy(tom_, {Role::Manager}), Words{});
}

TEST_P(SavedViews, AreSharedWithARole)
{
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes", .sharedWith = Role::Manager});
    EXPECT_EQ(seenBy(tom_, {Role::Manager}), (Words{"Low?low=yes (shared)"}));
    EXPECT_EQ(seenBy(tom_, {Role::Accounting, Role::Manager}), (Words{"Low?low=yes (shared)"}));
    EXPECT_EQ(seenBy(tom_, {Role::Accounting}), Words{});
}

TEST_P(SavedViews, TakeThePlaceOfOneOfTheSameName)
{
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes"});
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes&sort=-units"});
    EXPECT_EQ(seenBy(mia_, {}), (Words{"Low?low=yes&sort=-units"}));
    write([&](auto& tx) { return access::removeView(tx, mia_, "stock", "Low"), 0; });
    EXPECT_EQ(seenBy(mia_, {}), Words{});
}

TEST_P(SavedViews, AreRemovedByTheirOwnerAlone)
{
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes", .sharedWith = Role::Manager});
    write([&](auto& tx) { return access::removeView(tx, tom_, "stock", "Low"), 0; });
    EXPECT_EQ(seenBy(tom_, {Role::Manager}), (Words{"Low?low=yes (shared)"}));
}

TEST_P(SavedViews, AreAtMostAHundred)
{
    for (std::int64_t i = 0; i < access::kMostViews; ++i) {
        save(mia_, {.page = "stock", .name = "View " + std::to_string(i), .query = "q=hat"});
    }
    EXPECT_EQ(codeOf([&] { save(mia_, {.page = "stock", .name = "One more", .query = "q=hat"}); }),
              "view.too_many");
    EXPECT_EQ(seenBy(mia_, {}).size(), static_cast<std::size_t>(access::kMostViews));
}

TEST_P(SavedViews, HaveANameAndRecordNothing)
{
    const std::string before = lastEvent();
    save(mia_, {.page = "stock", .name = "Low", .query = "low=yes"});
    EXPECT_EQ(lastEvent(), before);
    EXPECT_EQ(codeOf([&] { save(mia_, {.page = "stock", .name = "", .query = ""}); }),
              "text.missing");
}

} // namespace
} // namespace giftbox::tests::saved_view_test
