#include "access/grant_role.h"
#include "access/setup_link.h"
#include "books/code.h"
#include "books/create_store.h"
#include "books/set_store.h"
#include "budget/set_cap.h"
#include "foundation/locale.h"
#include "gifting/notes/note_template.h"
#include "operations/sample.h"
#include "web/pages/new_session.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

using foundation::Money;
using foundation::Refusal;

namespace {

/// The first wording of the notes. It is used once a manager has approved it.
constexpr std::string_view kFirstWording =
    "Dear {recipient},\n\nThank you for coming to us. It is a pleasure every time, and this box is "
    "our way of saying so.\n\nWith best wishes from all of us at {store}\n\n{signers}";

/// A cap that a new store may begin with.
struct FirstCap {
    std::string_view field;
    budget::CapName name;
    std::string_view label;
    std::string_view hint;
};
constexpr FirstCap kFirstCaps[] = {
    {"box_cap", budget::CapName::BoxTotal, "Most that one box may cost",
     "Contents, packaging, and labor. A manager can change it, or allow an exception"},
    {"month_cap", budget::CapName::MonthProgram, "Most that all boxes of a month may cost",
     "A manager can change it for any month"}};

/// Ways to write days and amounts that are offered; the settings take any other.
constexpr std::string_view kLocales[] = {"en-US", "en-CA", "en-GB", "en-AU", "fr-CA",
                                         "es-MX", "es-ES", "pt-BR", "de-DE", "fr-FR",
                                         "it-IT", "nl-NL", "pl-PL", ""};

/// A field of the store: the person has a name too, and the browser fills in the zone.
std::string formName(std::string_view field)
{
    return field == "name"        ? "store_name"
           : field == "time_zone" ? "new_time_zone"
                                  : std::string(field);
}

void addProgramFields(FormPage& page)
{
    Field locale{.name = "locale",
                 .label = "Dates and amounts",
                 .type = "select",
                 .value = "en-US",
                 .hint = "How pages write them. Files and programs always use 2026-11-22 and "
                         "1234.50"};
    const foundation::Date day(20261122);
    for (const std::string_view tag : kLocales) {
        const foundation::Locale one(tag);
        locale.options.push_back({tag.empty() ? "iso" : std::string(tag),
                                  (tag.empty() ? "ISO 8601" : std::string(tag)) + ": " +
                                      one.shown(day) + ", " +
                                      one.shown(Money{123450}, foundation::currencyOf("USD"))});
    }
    page.fields.push_back(std::move(locale));
    for (const FirstCap& cap : kFirstCaps) {
        page.fields.push_back({.name = std::string(cap.field),
                               .label = std::string(cap.label),
                               .hint = std::string(cap.hint),
                               .isNeeded = false});
    }
    page.fields.push_back({.name = "signer",
                           .label = "Who signs the notes on the lids",
                           .hint = "A name and a title. You can add more signers later",
                           .isNeeded = false,
                           .answersTo = {"signers"}});
}

void addStoreFields(const RequestContext& context, FormPage& page)
{
    page.intro = "Create your store. You become its administrator. You can change everything but "
                 "the code and the currency later.";
    const books::Store store{.currency = foundation::currencyOf("USD"),
                             .timeZones = foundation::ZoneHistory::always(context.now.machineZone)};
    for (Field& field : fieldsOf(infosOf(books::storeFields(), foundation::Stage::New),
                                 books::storeFields(), store)) {
        field.name = formName(field.name);
        page.fields.push_back(std::move(field));
    }
    fieldNamed(page.fields, "store").label = "Store code";
    fieldNamed(page.fields, "store").answersTo = {"code"};
    fieldNamed(page.fields, "store_name").label = "Store name";
    fieldNamed(page.fields, "store_name").hint = "As the notes say it, such as North Motors";
    fieldNamed(page.fields, "new_time_zone").answersTo = {"time_zone"};
    addProgramFields(page);
}

FormPage setupForm(const RequestContext& context, const std::vector<std::string>& stores)
{
    const std::string& token =
        context.isForm() ? context.form.text("token") : context.query.text("token");
    FormPage page{.title = "Set up Giftbox",
                  .submit = stores.empty() ? "Create the store" : "Create the administrator",
                  .back = {},
                  .fields = {{.name = "token", .label = "", .type = "hidden", .value = token}},
                  .intro = "You become the store's administrator and can then add other users."};
    if (stores.empty()) {
        addStoreFields(context, page);
    } else {
        Field field{.name = "store", .label = "Store", .type = "select", .value = stores.front()};
        for (const std::string& code : stores) {
            field.options.push_back({code, code});
        }
        page.fields.push_back(std::move(field));
    }
    if (stores.empty()) {
        page.fields.push_back({.name = "own_work",
                               .label = "I also pack boxes and decide about them: gives me the "
                                        "roles parts director and manager, too",
                               .type = "tick",
                               .isNeeded = false});
        page.fields.push_back({.name = "sample",
                               .label = "Look around first: make a sample store of invented data, "
                                        "too. You can remove it at any time",
                               .type = "tick",
                               .isNeeded = false});
    }
    page.fields.push_back({.name = "login", .label = "Login", .autocomplete = "username"});
    page.fields.push_back({.name = "name", .label = "Your name", .autocomplete = "name"});
    page.fields.push_back({.name = "password",
                           .label = "Password",
                           .type = "password",
                           .hint = "At least 12 characters. A sentence works well",
                           .autocomplete = "new-password"});
    return page;
}

/// What the form says of a new store, read before anything is written.
struct Setup {
    books::Store store;
    std::string locale;
    std::vector<budget::Cap> caps;
    std::vector<std::string> signers;
};

/// With another currency than the form says, where that is none, so that its other faults show too.
books::Store newStoreIn(const RequestContext& context, bool isCurrency)
{
    foundation::Said said = {{"time_zone", context.now.machineZone}};
    for (const auto& field : books::storeFields()) {
        const auto text = maybeTextIn(context.form, formName(field.info.name));
        if (text && field.mayBeSaid(foundation::Stage::New)) {
            said.insert_or_assign(std::string(field.info.name), *text);
        }
    }
    if (!isCurrency) {
        said.insert_or_assign("currency", "USD");
    }
    return changed(books::storeFields(), books::Store(), said, foundation::Stage::New);
}

/// The month of the new store's today.
foundation::Month monthOf(const RequestContext& context, const books::Store& store)
{
    return store.timeZones.at(context.now.instant, context.now.machineZone).day.month();
}

void readCaps(const RequestContext& context, Setup& setup, foundation::Faults& faults)
{
    for (const FirstCap& cap : kFirstCaps) {
        const auto text = maybeTextIn(context.form, std::string(cap.field));
        if (!text) {
            continue;
        }
        faults.check([&] {
            try {
                const Money amount = foundation::parseMoney(*text, setup.store.currency);
                if (amount < Money{}) {
                    throw Refusal("cap.negative", {{"amount", setup.store.amount(amount)}});
                }
                setup.caps.push_back(
                    {.name = cap.name, .from = monthOf(context, setup.store), .amount = amount});
            } catch (const Refusal& refusal) {
                throw refusal.about(cap.field);
            }
        });
    }
}

/// Throws all faults at once.
Setup readSetup(const RequestContext& context, foundation::Faults& faults)
{
    Setup setup;
    bool isStore = false;
    bool isCurrency = false;
    faults.check([&] {
        static_cast<void>(foundation::currencyOf(context.form.text("currency")));
        isCurrency = true;
    });
    faults.check([&] {
        setup.store = newStoreIn(context, isCurrency);
        isStore = true;
        requireValid(setup.store);
    });
    setup.locale = context.form.text("locale");
    if (!setup.locale.empty()) {
        faults.check([&] {
            static_cast<void>(foundation::Locale(setup.locale == "iso" ? "" : setup.locale));
        });
    }
    if (isStore) {
        readCaps(context, setup, faults);
    }
    if (const auto signer = maybeTextIn(context.form, "signer")) {
        faults.check([&] { books::requireText(*signer, "the signer", "signer"); });
        setup.signers = {*signer};
    }
    return setup;
}

/// What the store begins with, each as a change of its own: the books have one event a change.
void begin(const RequestContext& context, const books::Actor& actor, const Setup& setup)
{
    const auto write = [&](const auto& work) {
        books::write(context.database, setup.store.code, actor, [&](books::WriteTransaction& tx) {
            work(tx);
            return true;
        });
    };
    if (!setup.locale.empty()) {
        write([&](auto& tx) {
            books::setStore(tx, {.locale = setup.locale, .timeZone = {}, .timeZoneFrom = {}});
        });
    }
    for (const budget::Cap& cap : setup.caps) {
        write([&](auto& tx) { budget::setCap(tx, cap, "when the store was set up"); });
    }
    if (context.form.text("own_work") == kTicked) {
        for (const access::Role role : {access::Role::PartsDirector, access::Role::Manager}) {
            write([&](auto& tx) {
                access::grantRole(tx, context.form.text("login"), role, access::Reach::OneStore);
            });
        }
    }
    if (!setup.signers.empty()) {
        write([&](auto& tx) {
            gifting::setNoteTemplate(tx, std::string(kFirstWording), setup.signers);
        });
    }
}

/// Uses up the link and creates the store, its administrator, and their session: all or nothing.
access::LoggedIn setUp(const RequestContext& context, const std::vector<std::string>& stores)
{
    const Form& form = context.form;
    foundation::Faults faults;
    const Setup setup = stores.empty() ? readSetup(context, faults) : Setup();
    const access::NewUser user{
        .login = form.text("login"),
        .displayName = form.text("name"),
        .password = faults.read([&] { return access::hashPassword(form.text("password")); }),
        .role = access::Role::Administrator};
    faults.check([&] { access::requireValid(user); });
    faults.throwIfAny();
    books::Actor actor = context.actor();
    actor.requestKey.clear();
    access::LoggedIn done;
    const auto addUser = [&](books::WriteTransaction& tx) {
        access::addFirstUser(tx, form.text("token"), user);
        done =
            access::beginKnownSession(tx.database(), access::requireUser(tx.database(), user.login),
                                      attemptOf(context), context.now.instant);
    };
    if (stores.empty()) {
        books::createStore(context.database, setup.store, actor, addUser);
        begin(context, actor, setup);
    } else {
        books::write(context.database, form.text("store"), actor, [&](books::WriteTransaction& tx) {
            addUser(tx);
            return true;
        });
    }
    return done;
}

/// The sample store, where it is asked for.
std::string firstPageOf(const RequestContext& context, const std::vector<std::string>& stores)
{
    if (!stores.empty() || context.form.text("sample") != kTicked) {
        return context.place("/");
    }
    const std::string own = books::listStores(context.database).front();
    return context.place("/s/" +
                         operations::addSample(context.database, own, context.actor(),
                                               access::foldLogin(context.form.text("login"))));
}

} // namespace

Response setupPage(RequestContext& context)
{
    const std::vector<std::string> stores = books::listStores(context.database);
    const FormPage page = setupForm(context, stores);
    if (!access::isSetupLink(context.database, page.fields.front().value, context.now.instant)) {
        throw Refusal("setup.ended/page");
    }
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        const access::LoggedIn done = setUp(context, stores);
        return withSession(context, done, firstPageOf(context, stores));
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

} // namespace giftbox::web
