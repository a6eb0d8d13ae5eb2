#pragma once

#include "access/find_session.h"
#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::access {

/// A list as somebody wants to see it again.
struct SavedView {
    std::string page;  ///< `stock`
    std::string name;  ///< as its owner calls it
    std::string query; ///< of the page's address: `low=yes&sort=-units`
    std::optional<Role> sharedWith = {};
    bool isOwn = true; ///< or somebody's who shares it

    bool operator==(const SavedView&) const = default;
};

/// The most views that one person may keep in a store.
inline constexpr std::int64_t kMostViews = 100;

/// Keeps a view of a store's page for the user, in place of their own of the same name. It is no fact of the books, so
/// no event records it. Throws Refusal `text.*`, `view.too_many`.
void saveView(books::WriteTransaction& tx, UserId user, const SavedView& view);
/// Removes the user's own view of this name, if there is one.
void removeView(books::WriteTransaction& tx, UserId user, const std::string& page,
                const std::string& name);
/// Their own views of the page, then those shared with one of their roles; by name.
std::vector<SavedView> viewsOf(const books::ReadTransaction& tx, UserId user,
                               const std::vector<Role>& roles, const std::string& page);

} // namespace giftbox::access
