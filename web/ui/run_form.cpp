#include "web/ui/run_form.h"

#include "access/secret.h"
#include "books/request.h"
#include "foundation/digest.h"
#include "foundation/json.h"
#include "foundation/json_body.h"
#include "web/http/bounds.h"
#include "web/http/http_text.h"
#include "web/ui/seen_form.h"
#include "web/ui/suggested.h"

namespace giftbox::web {

using foundation::Refusal;

namespace {

/// The request behind a form's key: sender, fields, and address. Passwords enter it through a slow digest, so that
/// they cannot be guessed from it quickly.
std::string digestOf(const RequestContext& context, const FormPage& page)
{
    const auto isPassword = [&](const std::string& name) {
        return std::ranges::any_of(page.fields, [&](const Field& field) {
            return field.name == name && field.type == "password";
        });
    };
    const std::string& key = context.form.text("request_key");
    std::vector<std::string> said = {context.actor().name, targetOf(context.request)};
    const Form sent = formOf(context.request); // a page may have filled in the selected recipient
    for (const auto& [name, value] : sent.fields()) {
        if (name != "request_key" && name != "form_token") {
            said.insert(said.end(),
                        {name, isPassword(name) ? access::slowDigest(value, key) : value});
        }
    }
    for (const Upload& upload : sent.uploads()) {
        said.insert(said.end(), {upload.name, foundation::sha256(upload.content)});
    }
    return books::digestOf(said);
}

/// What is kept under the form's key.
std::string textOfDone(const Done& done, bool isRecorded)
{
    return foundation::JsonObject()
        .add("address", done.address)
        .add("sentence", isRecorded || !done.isEvent
                             ? done.sentence
                             : "No changes were made: the values are the same.")
        .add("undo", isRecorded ? done.undo : "")
        .add("undo_call", isRecorded ? done.undoCall : "")
        .text();
}

/// To the next page, with the notice.
Response leadOn(const RequestContext& context, const std::string& kept)
{
    const foundation::JsonFields done = foundation::parseJsonBody(kept).fields;
    const auto undo = done.find("undo"); // an earlier program kept none
    return redirectWithNotice(
        context, std::get<std::string>(done.at("address")),
        {.sentence = std::get<std::string>(done.at("sentence")),
         .undo = undo == done.end() ? "" : std::get<std::string>(undo->second)});
}

/// The sentence for people, who do not see keys.
Refusal sentBefore() { return Refusal("request.reused/form"); }

/// The checkbox that confirms what is doubtful.
Field confirmFieldFor(FormPage page, const Refusal& refusal)
{
    const std::vector<const Refusal*> doubts = refusal.faults();
    const auto ofCost = std::ranges::count(doubts, "cost.unusual", &Refusal::code);
    if (ofCost > 0) {
        page.confirm = ofCost == std::ssize(doubts)
                           ? "The cost is correct. Record it"
                           : "The year and the cost are correct. Record both";
    }
    return confirmField(page);
}

} // namespace

void requireKey(const Form& form)
{
    const std::string& key = form.text("request_key");
    if (key.size() != access::newToken().size()) {
        throw Refusal("form.malformed/key");
    }
}

Response runForm(RequestContext& context, const FormPage& page, std::string_view command,
                 const std::function<Done(books::WriteTransaction&)>& work, const Advise& advise)
{
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        requireKey(context.form);
        takeSuggested(context, page);
        requireReadable(page, context.form, context.format);
        const books::KeyedRequest request{.command = std::string(command),
                                          .digest = digestOf(context, page)};
        const std::string kept =
            books::write(context.database, context.store, context.actor(), [&](auto& tx) {
                return books::once(tx, request, [&] {
                    const Done done = work(tx);
                    return textOfDone(done, tx.recorded());
                });
            });
        return leadOn(context, kept);
    } catch (const SeenChanged& changed) {
        takeOver(context.form, changed);
        return showForm(context, page, &changed);
    } catch (const Refusal& refusal) {
        if (refusal.code() == "request.reused") {
            context.form.set("request_key", ""); // the next one is another request
            const Refusal sent = sentBefore();
            return showForm(context, page, &sent);
        }
        FormPage shown = page;
        if (refusal.kind() == foundation::RefusalKind::Doubtful ||
            context.form.text(kConfirmField) == kTicked) {
            shown.fields.push_back(confirmFieldFor(page, refusal));
        }
        if (advise) {
            shown.advice = context.read([&](const auto& tx) { return advise(tx, refusal); });
        }
        return showForm(context, shown, &refusal);
    } catch (const foundation::TimeIsUp&) {
        const Refusal refusal = tookTooLong();
        Response response = showForm(context, page, &refusal);
        response.status = 503;
        return response;
    }
}

} // namespace giftbox::web
