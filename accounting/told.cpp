#include "accounting/told.h"

#include <algorithm>
#include <charconv>

namespace giftbox::accounting {

namespace {

std::int64_t toNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ptr == text.data() + text.size() ? number : 0;
}

std::string_view lastWord(std::string_view subject)
{
    return subject.substr(subject.rfind(' ') + 1); // for one word, all of it
}

/// The words of a list, which blanks separate.
std::vector<std::string_view> words(std::string_view list)
{
    std::vector<std::string_view> all;
    while (!list.empty()) {
        all.push_back(list.substr(0, list.find(' ')));
        list.remove_prefix(std::min(list.size(), all.back().size() + 1));
    }
    return all;
}

} // namespace

std::string_view figureOf(std::string_view detail, std::string_view key)
{
    // Quotes inside texts are escaped, so this matches only keys.
    const std::string begin = "\"" + std::string(key) + "\":";
    auto at = detail.find(begin);
    if (at == std::string_view::npos) {
        return {};
    }
    at += begin.size();
    if (detail[at] == '"') {
        return detail.substr(at + 1, detail.find('"', at + 1) - at - 1);
    }
    return detail.substr(at, detail.find_first_of(",}", at) - at);
}

std::int64_t numberOf(std::string_view subject) { return toNumber(lastWord(subject)); }

std::int64_t monthOf(std::string_view text)
{
    const std::string_view month = lastWord(text);
    if (month.size() != 7 || month[4] != '-') {
        return 0;
    }
    return toNumber(month.substr(0, 4)) * 100 + toNumber(month.substr(5));
}

void Told::take(const ToldEvent& event)
{
    const std::string_view action = event.action;
    const std::int64_t number = numberOf(event.subject);
    const auto change = [&] {
        return Change{event.seq, std::string(figureOf(event.detail, "before"))};
    };
    if (action == kBaseline) {
        baseline = event.seq;
        takePlans(event);
    } else if (action.starts_with("box.")) {
        takeBox(event, number);
    } else if (action == "item.rename") {
        takeRenamed(std::string(figureOf(event.detail, "from")),
                    std::string(lastWord(event.subject)));
        items[std::string(lastWord(event.subject))].push_back(change());
    } else if (action == "item.edit" || action == "item.retire" || action == "item.unretire" ||
               (action == "item.supplier" && !change().before.empty())) {
        items[std::string(lastWord(event.subject))].push_back(change());
    } else if (action == "recipient.edit" || action == "recipient.anonymize" ||
               action == "recipient.confirm" || action == "recipient.rename" ||
               action == "recipient.same_as") {
        recipients[number].push_back(change());
        takeMoves(event, number);
    } else if (action == "recipient.add" || action == "nomination.add_new") {
        recipientsFrom.emplace_back(nextRecipient_, event.seq);
        ++nextRecipient_;
    } else if (action == "import.items" || action == "import.recipients") {
        takeImport(event);
    } else if (action == "import.undo") {
        undone[number] = event.seq;
        takeEdited(event, figureOf(event.detail, "kind") == "items");
    } else {
        takeProgram(event);
    }
}

/// What was told of the item under its earlier SKU.
void Told::takeRenamed(const std::string& from, const std::string& to)
{
    std::vector<Change>& changes = items[to];
    std::vector<Change>& earlier = items[from];
    changes.insert(changes.end(), earlier.begin(), earlier.end());
    std::ranges::sort(changes, {}, &Change::event);
    items.erase(from);
}

void Told::takeImport(const ToldEvent& event)
{
    const bool isOfItems = event.action == "import.items";
    if (!isOfItems) {
        recipientsFrom.emplace_back(nextRecipient_, event.seq);
        nextRecipient_ += toNumber(figureOf(event.detail, "added"));
    }
    takeEdited(event, isOfItems);
}

/// `HAT:<digest> MUG:<digest>`, or numbers of recipients: those that an import, or its undoing, changed.
void Told::takeEdited(const ToldEvent& event, bool isOfItems)
{
    for (const std::string_view word : words(figureOf(event.detail, "edited"))) {
        const std::string subject(word.substr(0, word.find(':')));
        const Change change{event.seq, std::string(word.substr(word.find(':') + 1))};
        if (isOfItems) {
            items[subject].push_back(change);
        } else {
            recipients[toNumber(subject)].push_back(change);
        }
    }
}

void Told::takeBox(const ToldEvent& event, std::int64_t number)
{
    if (event.action == "box.give" || event.action == "box.unpack") {
        ends.emplace_back(number, event.seq);
    } else if (event.action == "box.take_back") {
        takeBack(event, number);
    } else if (event.action == "box.plan") {
        plans[number] = {
            .month = monthOf(figureOf(event.detail, "month")), .event = event.seq, .digest = {}};
        takePlans(event);
    } else if (event.action == "box.cancel") {
        plans.erase(number);
        cancelled[number] = event.seq;
    } else if (event.action == "box.pack") {
        plans.erase(number);
    }
}

/// The box is as if it had not been given.
void Told::takeBack(const ToldEvent& event, std::int64_t number)
{
    const auto end = std::find_if(ends.rbegin(), ends.rend(),
                                  [number](const auto& one) { return one.first == number; });
    takenBack[event.seq] = end == ends.rend() ? 0 : end->second;
    if (end != ends.rend()) {
        ends.erase(std::next(end).base());
    }
}

/// Numbers of nominations.
void Told::takeMoves(const ToldEvent& event, std::int64_t recipient)
{
    const std::int64_t to = toNumber(figureOf(event.detail, "same_as"));
    for (const std::string_view one : words(figureOf(event.detail, "moved"))) {
        moved[toNumber(one)] = {.from = recipient, .to = to};
    }
    for (const std::string_view one : words(figureOf(event.detail, "withdrawn"))) {
        answered[toNumber(one)] = "withdrawn";
    }
}

/// `41:<digest> 42:<digest>`
void Told::takePlans(const ToldEvent& event)
{
    for (const std::string_view word : words(figureOf(event.detail, "plans"))) {
        const auto colon = word.find(':');
        plans[toNumber(word.substr(0, colon))].digest = word.substr(colon + 1);
    }
}

void Told::takeProgram(const ToldEvent& event)
{
    const std::string_view action = event.action;
    const std::int64_t number = numberOf(event.subject);
    if (action == "plan.accept") {
        const std::int64_t first = toNumber(figureOf(event.detail, "first_box"));
        for (std::int64_t i = 0; i < toNumber(figureOf(event.detail, "boxes")); ++i) {
            plans[first + i] = {.month = monthOf(event.subject), .event = event.seq, .digest = {}};
        }
        takePlans(event);
    } else if (action == "month.close") {
        closes.push_back({.event = event.seq, .month = monthOf(event.subject)});
    } else if (action == "month.reopen") {
        anyReopened = true;
    } else if (action == "import.movements") {
        replay = event.seq;
    } else if (action == "nomination.withdraw" || action == "nomination.decline") {
        answered[number] = action == "nomination.decline" ? "declined" : "withdrawn";
    } else if (action == "nomination.reopen") {
        answered.erase(number);
    } else if (action == "choice.add") {
        selections[{monthOf(figureOf(event.detail, "month")), number}] = event.seq;
    } else if (action == "choice.remove") {
        const auto at = selections.find({monthOf(figureOf(event.detail, "month")), number});
        if (at != selections.end()) {
            selectionsRemoved.push_back(at->second);
            selections.erase(at);
        }
    } else if (action == "choice.approve") {
        approvals[monthOf(event.subject)].push_back(
            {event.seq, event.actor, toNumber(figureOf(event.detail, "recipient"))});
    } else if (action == "template.approve") {
        templates[number] = {event.seq, event.actor};
    } else if (action == "note.sign") {
        signatures[{number, toNumber(figureOf(event.detail, "signer"))}] = event.seq;
    }
}

void Told::finish()
{
    std::ranges::sort(ends);
    std::ranges::sort(selectionsRemoved);
}

std::int64_t Told::endOf(std::int64_t box) const
{
    const auto at = std::ranges::lower_bound(ends, std::pair<std::int64_t, std::int64_t>{box, 0});
    return at != ends.end() && at->first == box ? at->second : 0;
}

} // namespace giftbox::accounting
