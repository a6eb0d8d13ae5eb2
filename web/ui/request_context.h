#pragma once

#include "access/login_desk.h"
#include "books/books.h"
#include "foundation/refusal.h"
#include "operations/call.h"
#include "web/http/form.h"
#include "web/http/http.h"
#include "web/ui/html.h"
#include "web/ui/store_format.h"

namespace giftbox::web {

/// The world's clock, as main() reads it; what day it is, each store says.
struct Now {
    foundation::Instant instant;
    std::string machineZone; ///< of books::Actor
};

/// The box of a form that is ticked to say that far days and months are meant.
inline constexpr const char* kConfirmField = "confirm";
inline constexpr std::string_view kTicked = "yes";

class ImportQueue;

/// One request at work: who asks, for which store, with what.
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
    std::string store;  ///< the code in the address; the role there was checked
    StoreFormat format; ///< of that store, for who has a role there
    /// What stands for `{no}` in the address.
    std::string part;

    /// `form` is what was typed before the session had ended: it is shown again, and not sent.
    bool isShownAgain = false;
    /// What the login page carries; see keptText.
    std::string kept;

    /// The store that the address names.
    void open(std::string code);

    bool isForm() const { return request.method == "POST"; }
    bool may(access::Action action) const;
    /// What whoever asks may know of the store's recipients.
    foundation::PeopleSeen seen() const;
    /// Whom something is for, as far as whoever asks may know: the name, the code, or that it is not shown.
    std::string recipientShown(const std::string& name, const std::string& code) const;
    /// What somebody wrote about a recipient; empty where nothing was written.
    std::string wordsShown(const std::string& words) const;
    /// What a page says where there is nothing, and, to whom may do it, what to do next.
    std::string whenEmpty(std::string said, access::Action action, std::string_view next) const;
    /// `/s/NORTH/` and the rest.
    std::string address(std::string_view rest = {}) const;
    /// Of the item's page, and of the recipient's.
    std::string itemAddress(std::string_view sku) const;
    std::string recipientAddress(std::string_view code) const;
    /// Where `box 42` and `item HAT-01` lead; nothing for what has no page.
    std::string subjectAddress(std::string_view subject) const;
    books::Actor actor() const;
    /// Whoever asks, for an operation.
    operations::Caller caller() const;
    /// The day of the store that is open.
    foundation::Date today() const { return format.dayOf(now.instant); }
    /// The number in the address. Throws Refusal `page.unknown`.
    std::int64_t number() const;

    template <class Work>
    auto read(Work&& work) const
    {
        return books::read(database, store, std::forward<Work>(work));
    }

    /// A page within the layout, with navigation by role and the notice that the last change left.
    Response page(std::string_view name, std::string_view title, View view) const;
};

/// The browser gets `address` next, and with it the sentence.
Response redirectWithNotice(const RequestContext& context, const std::string& address,
                            const std::string& sentence);

/// The name of the session's cookie, and of the one by which a browser is known where somebody has logged in before; under TLS such as no other host
/// or path can set.
std::string sessionCookie(const Request& request);
std::string knownCookie(const Request& request);

} // namespace giftbox::web
