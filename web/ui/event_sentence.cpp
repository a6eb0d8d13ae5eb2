#include "web/ui/event_sentence.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace giftbox::web {

namespace {

/// `{fact}` is a fact of the event, `{fact|word|words}` a number with its word, `{}` the subject.
struct Told {
    std::string_view action;
    std::string_view pattern;
};

constexpr Told kTold[] = {
    {"box.cancel", "canceled {}"},
    {"box.department", "charged {} to {department}"},
    {"box.give", "handed over {}, {total}"},
    {"box.pack", "packed {}"},
    {"box.plan", "planned {} for {month}"},
    {"box.tax", "set the tax class of {} to {tax_class}"},
    {"box.take_back", "took back that {} was handed over on {given_on}, {total}"},
    {"box.unpack", "unpacked {}"},
    {"budget.end", "ended the {} from {from} on"},
    {"budget.set", "set the {} to {amount} from {from} on"},
    {"choice.add", "put {} on the list for {month}"},
    {"choice.approve", "approved {approved|person|people} for {}"},
    {"choice.remove", "took {} off the list for {month}"},
    {"count.cancel", "canceled {}"},
    {"count.line", "counted {units|unit|units} of {sku} in {}"},
    {"count.post", "posted {}: {counted|item|items} counted, {units_over|unit|units} over, "
                   "{units_under|unit|units} under"},
    {"count.start", "started {} of {items|item|items}"},
    {"delivery.receive", "received {} of {lines|line|lines}, {units|unit|units}, {cost}"},
    {"delivery.reverse", "reversed {}: {lines|line|lines}, {units|unit|units}, {cost}"},
    {"entity.account", "mapped the {role} of {} to {account} from {from} on"},
    {"entity.add", "added {}: {name}"},
    {"entity.edit", "changed {} from {from} on"},
    {"facts.digest", "kept a digest of all {} recorded before, in {events|event|events}"},
    {"gift.defaults", "set the {} to {tax_class} from {from} on"},
    {"group.grant", "gave {} the role {role} in {stores}"},
    {"group.revoke", "took the role {role} in {stores} from {}"},
    {"import.bills", "imported {added|bill|bills}"},
    {"import.boxes", "imported {added|box|boxes}"},
    {"import.freight", "imported {added|freight charge|freight charges}"},
    {"import.returns", "imported {added|return to a supplier|returns to suppliers}"},
    {"import.items", "imported {added|item|items}"},
    {"import.movements", "imported {movements|movement|movements} and {boxes|box|boxes}"},
    {"import.counts", "imported the counts of {added|item|items}"},
    {"import.deliveries", "imported {added|delivery|deliveries}"},
    {"import.orders", "imported {added|order|orders}"},
    {"import.receipts", "imported {added|receipt|receipts}"},
    {"import.recipients", "imported {added|recipient|recipients}"},
    {"import.stock", "imported the opening stock of {added|item|items}"},
    {"import.suppliers", "imported {added|supplier|suppliers}"},
    {"import.undo", "undid {} of {kind}"},
    {"item.add", "added {} to the catalog: {name}"},
    {"item.edit", "changed {}: {name}"},
    {"item.picture", "changed the picture of {}"},
    {"item.remove_picture", "removed the picture of {}"},
    {"item.rename", "renamed item {from} to {}"},
    {"item.retire", "retired {}"},
    {"item.supplier", "set what {} is at supplier {supplier}"},
    {"item.unretire", "reactivated {}"},
    {"journal.account", "mapped the {} to {account} from {from} on"},
    {"journal.accounts", "mapped {roles|role|roles} of the journal from {from} on"},
    {"journal.batch", "made batch {key} of {entries|entry|entries}, {debit}"},
    {"journal.chart", "uploaded a {} of {accounts|account|accounts}"},
    {"journal.department", "set the {} to {department} from {from} on"},
    {"journal.posted", "marked batch {key} as posted: {as}"},
    {"journal.void", "voided a batch by batch {key}, {debit}"},
    {"month.close", "closed {}"},
    {"month.reopen", "opened {} again: {reason}"},
    {"nomination.add", "nominated {recipient} for {month}"},
    {"nomination.add_new", "nominated {recipient}, somebody new, for {month}"},
    {"nomination.decline", "declined the nomination of {recipient} for {month}"},
    {"nomination.reopen", "reopened the nomination of {recipient} for {month}"},
    {"nomination.withdraw", "withdrew the nomination of {recipient} for {month}"},
    {"note.rewrite", "wrote the note of {} again"},
    {"note.sign", "signed the note of {}"},
    {"note.write", "wrote {notes|note|notes} for {}"},
    {"order.add", "drafted {}, {total}"},
    {"order.approve", "approved {}, {total}"},
    {"order.cancel", "canceled {}"},
    {"order.close_short", "closed {} short"},
    {"order.draft", "drafted {drafts|order|orders} from the {}"},
    {"order.edit", "changed {}"},
    {"order.line", "changed the lines of {}, {total}"},
    {"order.place", "ordered {} from {supplier}"},
    {"plan.accept", "accepted {boxes|box|boxes} for {}, {estimated}"},
    {"plan.change", "changed the proposal for {}"},
    {"plan.propose", "proposed {boxes|box|boxes} for {}"},
    {"reason.add", "added the reason {reason}"},
    {"reason.retire", "retired the reason {reason}"},
    {"recipe.set", "saved the {}, version {version}"},
    {"recipient.rename", "changed the code of {}"},
    {"recipient.add", "added {}"},
    {"recipient.anonymize", "anonymized {}"},
    {"recipient.confirm", "confirmed {}"},
    {"recipient.edit", "changed {}: {changed}"},
    {"recipient.same_as", "found that {} is {same_as}"},
    {"role.grant", "gave {} the role {role}"},
    {"role.revoke", "took the role {role} from {}"},
    {"stock.bill", "recorded {}, {amount}, for {lots|lot|lots}"},
    {"stock.correct", "corrected receipt {reference} of {}: {units|unit|units}, {cost} in stock"},
    {"stock.count", "counted {} and corrected the books by {units|unit|units}"},
    {"stock.credit", "recorded a credit of {amount} for a return of {}"},
    {"stock.freight", "added freight of {amount} to {}"},
    {"stock.receive", "received {units|unit|units} of {} for {cost}"},
    {"stock.return", "returned {units|unit|units} of {} to the supplier, {cost}"},
    {"stock.reverse", "reversed the receipt of {units|unit|units} of {}, {cost}"},
    {"stock.reverse_bill", "reversed {}, {amount}"},
    {"stock.reverse_count", "reversed the count of {}, {units|unit|units}"},
    {"stock.reverse_freight", "reversed freight of {amount} of {}"},
    {"stock.reverse_return", "reversed the return of {units|unit|units} of {}, {cost}"},
    {"stock.reverse_write_off", "reversed the write-off of {units|unit|units} of {}, {cost}"},
    {"stock.write_off", "wrote off {units|unit|units} of {}"},
    {"store.create", "made the {}"},
    {"store.set", "changed the settings of the {}"},
    {"supplier.add", "added {}: {name}"},
    {"supplier.edit", "changed {}: {name}"},
    {"supplier.keep", "made {suppliers|supplier|suppliers} of the names in receipts and catalog"},
    {"template.approve", "approved the {}"},
    {"template.set", "added the {}"},
    {"token.create", "made an API token of {}"},
    {"token.revoke", "revoked an API token of {}"},
    {"user.add", "added {} with the role {role}"},
    {"user.disable", "disabled {}"},
    {"user.enable", "enabled {}"},
    {"user.password", "set a password of {}"}};

using Detail = nlohmann::ordered_json;

bool isAmount(std::string_view fact)
{
    return fact == "total" || fact == "cost" || fact == "amount" || fact == "estimated";
}

std::string factText(const StoreFormat& format, std::string_view fact, const Detail& value,
                     const RecipientCode& recipient)
{
    if ((fact == "recipient" || fact == "same_as") && value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        const auto code = recipient ? recipient(number) : std::nullopt;
        return "recipient " + code.value_or(std::to_string(number));
    }
    if (value.is_number_integer()) {
        return format.shown(value.get<std::int64_t>());
    }
    std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (fact == "role") {
        std::ranges::replace(text, '-', ' ');
    }
    return isAmount(fact) ? format.shownFigure(text) + " " + format.currency().code
                          : format.shownFigure(text);
}

/// `5 people` for `approved|person|people`; none when the event has no such fact.
std::optional<std::string> slotText(const StoreFormat& format, std::string_view slot,
                                    const Detail& detail, const RecipientCode& recipient)
{
    const std::size_t first = slot.find('|');
    const std::string fact(slot.substr(0, first));
    const auto found = detail.find(fact);
    if (found == detail.end()) {
        return std::nullopt;
    }
    std::string text = factText(format, fact, *found, recipient);
    if (first != std::string_view::npos) {
        const std::size_t second = slot.find('|', first + 1);
        const bool isOne = found->is_number_integer() && std::abs(found->get<std::int64_t>()) == 1;
        text += " " + std::string(isOne ? slot.substr(first + 1, second - first - 1)
                                        : slot.substr(second + 1));
    }
    return text;
}

/// A month without the word, since the sentence says what it is.
std::string subjectText(const std::string& subject)
{
    constexpr std::string_view kMonth = "month ";
    return subject.starts_with(kMonth) ? subject.substr(kMonth.size()) : subject;
}

std::optional<EventSentence> filled(const StoreFormat& format, std::string_view pattern,
                                    const ToldEvent& event, const RecipientCode& recipient)
{
    const Detail detail = Detail::parse(event.detail, nullptr, false);
    EventSentence told;
    std::string* part = &told.before;
    *part = " ";
    while (!pattern.empty()) {
        const std::size_t begin = pattern.find('{');
        *part += pattern.substr(0, begin);
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = pattern.find('}', begin);
        const std::string_view slot = pattern.substr(begin + 1, end - begin - 1);
        if (slot.empty()) {
            told.subject = subjectText(event.subject);
            part = &told.after;
        } else if (const auto text = detail.is_object() ? slotText(format, slot, detail, recipient)
                                                        : std::nullopt) {
            *part += *text;
        } else {
            return std::nullopt;
        }
        pattern.remove_prefix(end + 1);
    }
    return told;
}

} // namespace

std::vector<std::string_view> toldActions()
{
    std::vector<std::string_view> actions;
    std::ranges::transform(kTold, std::back_inserter(actions), &Told::action);
    return actions;
}

EventSentence sentenceOf(const StoreFormat& format, const ToldEvent& event,
                         const RecipientCode& recipient)
{
    const auto* const found = std::ranges::find(kTold, event.action, &Told::action);
    if (found != std::end(kTold)) {
        if (auto told = filled(format, found->pattern, event, recipient)) {
            return *told;
        }
    }
    return {.before = ": " + shownCode(event.action) + ", ", .subject = event.subject, .after = ""};
}

} // namespace giftbox::web
