#include "operations/find.h"

#include "operations/call.h"

namespace giftbox::operations {

using access::Action;
using books::ReadTransaction;
using foundation::FieldInfo;
using foundation::RowWriter;
using reports::FoundKind;

namespace {

constexpr std::int64_t kFirst = 8;
constexpr std::int64_t kMost = 1000;

constexpr FieldInfo kWords{.name = "words",
                           .title = "Words",
                           .help = "words, a code, a barcode, a number, or a month",
                           .need = foundation::Need::Required,
                           .option = "WORDS"};
constexpr FieldInfo kKind{.name = "kind",
                          .title = "Kind",
                          .help = "find only this kind",
                          .choices = reports::kFoundKindNames};
constexpr FieldInfo kHowMany{.name = "most",
                             .type = foundation::FieldType::Integer,
                             .title = "Most",
                             .help = "number of results; 8 unless told",
                             .value = "N",
                             .least = 1,
                             .most = kMost};

/// Names of recipients are what finds them, so whoever may not see names does not find them.
std::set<FoundKind> kindsOf(const Call& call)
{
    std::set<FoundKind> kinds = kindsFound([&](Action action) { return call.caller.may(action); });
    if (call.caller.sees() != foundation::PeopleSeen::Name) {
        kinds.erase(FoundKind::Recipient);
        kinds.erase(FoundKind::Box);
    }
    if (call.has("kind") && !call.text("kind").empty()) {
        const FoundKind only = reports::parseFoundKind(call.text("kind"));
        return kinds.contains(only) ? std::set{only} : std::set<FoundKind>{};
    }
    return kinds;
}

void readFinds(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    auto found = reports::find(tx, call.text("words"), kindsOf(call), call.today);
    found.resize(std::min(found.size(),
                          static_cast<std::size_t>(call.maybeInteger("most").value_or(kFirst))));
    out.begin(reports::findColumns());
    for (const reports::Find& one : found) {
        reports::writeFind(one, out);
    }
    out.end();
}

} // namespace

std::set<FoundKind> kindsFound(const std::function<bool(Action)>& may)
{
    std::set<FoundKind> kinds;
    const auto add = [&](bool isAllowed, std::initializer_list<FoundKind> allowed) {
        if (isAllowed) {
            kinds.insert(allowed);
        }
    };
    add(may(Action::ViewStock), {FoundKind::Item, FoundKind::Box, FoundKind::Supplier,
                                 FoundKind::Order, FoundKind::Delivery, FoundKind::Receipt});
    add(may(Action::EditRecipients) || may(Action::Nominate), {FoundKind::Recipient});
    add(may(Action::EditRecipes), {FoundKind::Recipe});
    add(may(Action::ViewReport), {FoundKind::Month});
    return kinds;
}

std::vector<Operation> findOperations()
{
    return {
        {.command = "find",
         .address = "/find",
         .summary =
             "find items, recipients, boxes, suppliers, orders, deliveries, recipes, and months",
         .action = Action::Find,
         .fields = {kWords, kKind, kHowMany},
         .columns = {"Find", reports::findColumns},
         .read = readFinds,
         .example = "\"red hat\""}};
}

} // namespace giftbox::operations
