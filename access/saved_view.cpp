#include "access/saved_view.h"

#include "access/statements.h"
#include "books/code.h"

namespace giftbox::access {

using foundation::Refusal;

void saveView(books::WriteTransaction& tx, UserId user, const SavedView& view)
{
    books::requireText(view.name, "the name of the view", "name");
    books::requireOptionalText(view.query, "the address of the view", "query");
    const auto kept =
        tx.database().query(sql::CountViews{.storeId = tx.storeId(), .userId = user.value});
    if (kept->views >= kMostViews) {
        throw Refusal("view.too_many", {{"most", kMostViews}});
    }
    tx.database().execute(
        sql::SaveView{.storeId = tx.storeId(),
                      .userId = user.value,
                      .page = view.page,
                      .name = view.name,
                      .query = view.query,
                      .role = view.sharedWith ? toText(*view.sharedWith) : std::string_view()});
}

void removeView(books::WriteTransaction& tx, UserId user, const std::string& page,
                const std::string& name)
{
    tx.database().execute(
        sql::RemoveView{.storeId = tx.storeId(), .userId = user.value, .page = page, .name = name});
}

std::vector<SavedView> viewsOf(const books::ReadTransaction& tx, UserId user,
                               const std::vector<Role>& roles, const std::string& page)
{
    std::string text = ",";
    for (const Role role : roles) {
        text += std::string(toText(role)) + ",";
    }
    std::vector<SavedView> views;
    for (const auto& row : tx.database().query(sql::ViewsOfPage{.storeId = tx.storeId(),
                           .userId = user.value,
                           .page = page,
                           .roles = text,
                           .most = kMostViews})) {
        views.push_back(
            {.page = page,
             .name = std::string(row.name),
             .query = std::string(row.query),
             .sharedWith = row.role.empty() ? std::nullopt : std::optional(parseRole(row.role)),
             .isOwn = row.isOwn != 0});
    }
    return views;
}

} // namespace giftbox::access
