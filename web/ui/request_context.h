#pragma once

#include "access/login_desk.h"
#include "books/books.h"
#include "foundation/refusal.h"
#include "operations/call.h"
#include "web/http/base_path.h"
#include "web/http/form.h"
#include "web/http/http.h"
#include "web/ui/html.h"
#include "web/ui/menu.h"
#include "web/ui/store_format.h"

namespace giftbox::web {

/// The system clock, as main() reads it; the current date depends on the store.
struct Now {
    foundation::Instant instant;
    std::string machineZone; ///< see books::Actor
};

/// The checkbox that confirms doubtful values.
inline constexpr const char* kConfirmField = "confirm";
inline constexpr std::string_view kTicked = "yes";

class ImportQueue;

/// One request: the user, the store, and the input.
class RequestContext {
public:
    RequestContext(const Request& asked, foundation::Database& connection, Now clock)
        : request(asked), database(connection), now(std::move(clock))
    {}
    RequestContext(const RequestContext&) = delete;
    RequestContext& operator=(const RequestContext&) = delete;

    const Request& request;
    foundation::Database& database;
    Now now;
    ImportQueue* imports = nullptr;
    access::LoginDesk* logins = nullptr;
    Form query;
    Form form;
    std::string sessionToken;
    std::optional<access::Session> session;
    std::string store;  ///< the code in the address, after the role check
    StoreFormat format; ///< the store's, for users with a role there
    /// The value of `{no}` in the address.
    std::string part;

    /// `form` was typed before the session ended: it is shown again and not run.
    bool isShownAgain = false;
    /// The address of the form of a command about one thing, with a reason filled in; empty where the visitor may not.
    std::string (*undoAddress)(const RequestContext&, std::string_view command,
                               const std::string& value) = nullptr;

    /// The form that the login page carries; see keptText.
    std::string kept;

    /// The store in the address.
    void open(std::string code);

    bool isForm() const { return request.method == "POST"; }
    bool may(access::Action action) const;
    /// Whether the open store is the sample store.
    bool isSample() const;
    /// How much the user may know about the store's recipients.
    foundation::PeopleSeen seen() const;
    /// The recipient as the user may see them: the name, the code, or a sign that it is not shown.
    std::string recipientShown(const std::string& name, const std::string& code) const;
    /// Text about a recipient, as the user may see it; empty when there is none.
    std::string wordsShown(const std::string& words) const;
    /// The empty state of a page, with the next step for users who may take it.
    std::string whenEmpty(std::string said, access::Action action, std::string_view next) const;
    /// The address of a path of this site: `/gifts/login` for `/login`, below its base path.
    std::string place(std::string_view path) const { return siteAddress(request, path); }
    /// The address of `/s/NORTH/` and the rest of the path.
    std::string address(std::string_view rest = {}) const;
    /// The pages of an item and a recipient.
    std::string itemAddress(std::string_view sku) const;
    std::string recipientAddress(std::string_view code) const;
    /// The page of `box 42` or `item HAT-01`; empty where there is none that the visitor may open.
    std::string subjectAddress(std::string_view subject) const;
    books::Actor actor() const;
    /// The user, for an operation.
    operations::Caller caller() const;
    /// The current date of the open store.
    foundation::Date today() const { return format.dayOf(now.instant); }
    /// The number in the address. Throws Refusal `page.unknown`.
    std::int64_t number() const;

    template <class Work>
    auto read(Work&& work) const
    {
        return books::read(database, store, std::forward<Work>(work));
    }

    /// Who asks for the menu of this page.
    MenuAsked menu() const;
    /// A page within the layout, with navigation by role and the notice of the last change.
    Response page(std::string_view name, std::string_view title, View view) const;
};

/// What the next page says of a change: a sentence, and the address of the form of what undoes it, if there is one.
struct Notice {
    std::string sentence;
    std::string undo = {};
};

/// Redirects the browser to `address` and shows the notice there.
Response redirectWithNotice(const RequestContext& context, const std::string& address,
                            const Notice& notice);

/// The names of the session cookie and of the cookie that marks a browser used for a login before; see cookieName.
std::string sessionCookie(const Request& request);
std::string knownCookie(const Request& request);

} // namespace giftbox::web
