#include "access/grant_role.h"
#include "access/setup_link.h"
#include "books/code.h"
#include "books/create_store.h"
#include "books/set_store.h"
#include "budget/set_cap.h"
#include "foundation/locale.h"
#include "foundation/time_zone_names.h"
#include "gifting/notes/note_template.h"
#include "operations/sample.h"
#include "web/pages/new_session.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

#include <algorithm>

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

/// The zones to choose from; the browser's own is chosen by script, else the machine's.
void offerZones(Field& field)
{
    field.type = "select";
    std::vector<std::string> zones = foundation::timeZoneNames();
    if (std::ranges::find(zones, field.value) == zones.end()) {
        zones.insert(zones.begin(), field.value);
    }
    for (const std::string& zone : zones) {
        std::string shown = zone;
        std::ranges::replace(shown, '_', ' ');
        field.options.push_back({zone, std::move(shown)});
    }
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
    Field& zone = fieldNamed(page.fields, "new_time_zone");
    zone.answersTo = {"time_zone"};
    zone.hint = "Where the store is";
    zone.isNeeded = true;
    offerZones(zone);
    fieldNamed(page.fields, "currency").hint =
        "Three letters, such as USD or EUR. You cannot change it later";
    fieldNamed(page.fields, "labor_rate").hint = "What an hour of packing costs; 0 leaves it out";
    fieldNamed(page.fields, "labor_minutes").hint = "How long it takes to pack one";
    fieldNamed(page.fields, "store").heading = "Your store";
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
    page.fields.push_back({.name = "login",
                           .label = "Login",
                           .hint = "What you type to log in, such as your first name",
                           .autocomplete = "username",
                           .heading = "Your own login"});
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

/// An amount in the format that is chosen on the same page, or in that which the page itself is written in. Throws
/// Refusal as StoreFormat::parseAmount does.
Money amountOf(const std::string& typed, const StoreFormat& format)
{
    try {
        return format.parseAmount(typed);
    } catch (const Refusal&) {
        try {
            return StoreFormat(format.currency(), "").parseAmount(typed);
        } catch (const Refusal&) {
            // The refusal in the format that was chosen says more.
        }
        throw;
    }
}

/// Each field by itself, so that all that is wrong is said at once. Where the currency is none, amounts are read as if
/// they were in another.
books::Store newStoreIn(const RequestContext& context, const StoreFormat& format,
                        foundation::Faults& faults)
{
    books::Store store{.currency = format.currency(),
                       .timeZones = foundation::ZoneHistory::always(context.now.machineZone)};
    for (const auto& field : books::storeFields()) {
        const std::string name(field.info.name);
        const std::string typed = formName(name);
        if (name == "currency" || !field.mayBeSaid(foundation::Stage::New) ||
            !context.form.has(typed)) {
            continue;
        }
        faults.check([&] {
            try {
                const std::string& text = context.form.text(typed);
                const std::string said = field.info.type == foundation::FieldType::Amount
                                             ? toText(amountOf(text, format), format.currency())
                                             : text;
                store =
                    changed(books::storeFields(), store, {{name, said}}, foundation::Stage::New);
            } catch (const Refusal& refusal) {
                throw refusal.field().empty() ? refusal.about(name) : refusal;
            }
        });
    }
    return store;
}

/// The language and country; none where there is no such thing.
std::string localeIn(const std::string& typed, foundation::Faults& faults)
{
    std::string locale = typed == "iso" ? "" : typed;
    faults.check([&] {
        try {
            static_cast<void>(foundation::Locale(locale));
        } catch (const Refusal&) {
            locale.clear();
            throw;
        }
    });
    return locale;
}

/// The month of the new store's today.
foundation::Month monthOf(const RequestContext& context, const books::Store& store)
{
    return store.timeZones.at(context.now.instant, context.now.machineZone).day.month();
}

void readCaps(const RequestContext& context, const StoreFormat& format, Setup& setup,
              foundation::Faults& faults)
{
    for (const FirstCap& cap : kFirstCaps) {
        const auto text = maybeTextIn(context.form, std::string(cap.field));
        if (!text) {
            continue;
        }
        faults.check([&] {
            try {
                const Money amount = amountOf(*text, format);
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

/// All faults at once.
Setup readSetup(const RequestContext& context, foundation::Faults& faults)
{
    Setup setup;
    foundation::Currency currency = foundation::currencyOf("USD");
    faults.check([&] { currency = foundation::currencyOf(context.form.text("currency")); });
    setup.locale = context.form.text("locale");
    const StoreFormat format(currency, localeIn(setup.locale, faults));
    setup.store = newStoreIn(context, format, faults);
    try {
        requireValid(setup.store);
    } catch (const Refusal& refusal) {
        for (const Refusal* fault : refusal.faults()) {
            faults.add(fault->about(formName(fault->field())));
        }
    }
    readCaps(context, format, setup, faults);
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
