#include "accounting/fact_replay.h"

#include "accounting/cap_words.h"

#include <algorithm>
#include <limits>

namespace giftbox::accounting {

using books::FactTable;
using foundation::Money;

namespace {

/// A Date as text, also for an invalid number.
std::string dayOf(std::int64_t number)
{
    const std::string digits = std::to_string(number);
    return number == 0 ? ""
           : digits.size() != 8
               ? digits
               : digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

} // namespace

FactReplay::FactReplay(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent,
                       Differences& differences)
    : tx_(tx), told_(told), differences_(differences), others_(tx, told, lastEvent),
      events_(tx, sql::EventsPage::kName, lastEvent)
{
    for (const Told::Close& close : told.closes) {
        closes_.emplace(close.month,
                        Close{.event = close.event, .month = close.month, .facts = {}});
    }
    for (const auto& row : tx.database().query(sql::ItemKinds{.storeId = tx.storeId()})) {
        if (row.kind == "packaging") {
            packaging_.insert(row.itemNo);
        }
    }
    for (const auto& row : tx.database().query(sql::TakeBacks{.storeId = tx.storeId()})) {
        takenBack_.emplace(row.boxNo, TakenBack{.event = row.eventSeq,
                                                .givenOn = row.givenOn,
                                                .giveOverride = row.giveOverride.has_value()});
    }
    for (const auto& row : tx.database().query(sql::UndoneBoxImports{.storeId = tx.storeId()})) {
        undoneImports_.emplace(row.eventSeq, row.undoneEvent);
    }
}

std::int64_t FactReplay::endOf(const BoxFact& box) const
{
    const auto undone = undoneImports_.find(box.event);
    const std::int64_t told = told_.endOf(box.number);
    return told == 0 && box.state == 'u' && undone != undoneImports_.end() ? undone->second : told;
}

void FactReplay::differ(const std::string& sentence)
{
    differences_.push_back("event " + std::to_string(event_.seq) + ", " + event_.action + " of " +
                           event_.subject + ": " + sentence);
}

void FactReplay::begin(const ToldEvent& event)
{
    event_ = event;
    isBaseline_ = event.seq < told_.baseline && figureOf(event.detail, "facts").empty();
    sums_ = {};
    digest_.clear();
}

void FactReplay::reach(std::int64_t event)
{
    while (event_.seq < event) {
        const ToldEvent* next = events_.next();
        if (next == nullptr) {
            return;
        }
        if (event_.seq > 0) {
            finishEvent();
        }
        begin(*next);
    }
}

void FactReplay::addCounted(const FactTable& table, const std::string& counted)
{
    // A selection is undone by deleting it, so the one digest of all earlier facts cannot cover it. Its event has
    // everything.
    if (counted.empty() || (isBaseline_ && &table == &books::facts::kSelection)) {
        return;
    }
    (isBaseline_ ? baseline_ : digest_).addCounted(table, counted);
    ++sums_.rows[table.name];
}

void FactReplay::movement(const MovementFact& movement)
{
    reach(movement.event);
    add(books::facts::kMovement, movement.text);
    sums_.units += movement.units;
    sums_.cost += movement.cost;
    sums_.movedOn = movement.movedOn;
    ++sums_.movements;
    const std::int64_t month = movement.movedOn / 100;
    if (wasClosed(month)) {
        addToCloses(month, books::facts::kMovement, movement.text);
        auto& moved = moved_[month][movement.item];
        moved.first += movement.units;
        moved.second += movement.cost;
    }
}

void FactReplay::lot(const LotFact& lot)
{
    add(books::facts::kLot, lot.text);
    if (!sums_.firstLot) {
        sums_.firstLot = lot;
    }
    addToCloses(lot.receivedOn / 100, books::facts::kLot, lot.text);
}

void FactReplay::addToCloses(std::int64_t month, const FactTable& table, const std::string& text)
{
    const auto [first, last] = closes_.equal_range(month);
    for (auto at = first; at != last; ++at) {
        if (event_.seq <= at->second.event) {
            at->second.facts.addCounted(table, text);
        }
    }
}

void FactReplay::box(const BoxFact& box)
{
    add(books::facts::kBox, box.text);
    if (box.event != event_.seq) {
        differences_.push_back("box " + std::to_string(box.number) + ": event " +
                               std::to_string(box.event) +
                               " is stored as the one that packed it, " +
                               "but its movements belong to event " + std::to_string(event_.seq));
    }
    addTakenBack(box);
    if (const std::int64_t ended = endOf(box); ended > 0) {
        ends_[ended].push_back({.text = box.end,
                                .givenOn = box.givenOn,
                                .unpackedOn = box.unpackedOn,
                                .total = box.contents + box.packaging + box.labor,
                                .given = box.state == 'g'});
    } else {
        add(books::facts::kBoxEnd, box.end);
    }
    if (!sums_.firstBox) {
        sums_.firstBox = box;
    }
    const std::vector<Span> spans = spansOf(box);
    for (const Span& span : spans) {
        const auto [first, last] = closes_.equal_range(span.month);
        for (auto at = first; at != last; ++at) {
            if (span.from <= at->second.event && at->second.event < span.until) {
                at->second.facts.addCounted(books::facts::kBox, box.text);
                at->second.facts.addCounted(books::facts::kBoxEnd, span.text);
            }
        }
    }
    countCarried(box, spans);
}

std::vector<FactReplay::Span> FactReplay::spansOf(const BoxFact& box) const
{
    std::vector<Span> spans;
    const auto [first, last] = takenBack_.equal_range(box.number);
    for (auto at = first; at != last; ++at) {
        const std::int64_t back = at->second.event;
        const auto gave = told_.takenBack.find(back);
        const auto end = ended_.find({back, box.number});
        if (end != ended_.end()) {
            spans.push_back({.from = gave == told_.takenBack.end() ? 0 : gave->second,
                             .until = back,
                             .month = at->second.givenOn / 100,
                             .text = end->second.text});
        }
    }
    if (box.state != 'p') {
        spans.push_back({.from = endOf(box), .until = kNever, .month = box.month, .text = box.end});
    }
    for (Span& span : spans) {
        span.from = std::max(span.from, box.event); // 0: it was given with its packing
    }
    return spans;
}

/// What its row said while it was given, for the event that gave it.
void FactReplay::addTakenBack(const BoxFact& box)
{
    const auto [first, last] = takenBack_.equal_range(box.number);
    for (auto at = first; at != last; ++at) {
        const TakenBack& one = at->second;
        const std::vector<foundation::Bind> given = {
            {"box_no", box.number},
            {"state", std::string_view("given")},
            {"given_on", one.givenOn},
            {"give_override", one.giveOverride ? foundation::Value(std::string_view("given"))
                                               : foundation::Value()}};
        const End end{.text = factText(books::facts::kBoxEnd, given),
                      .givenOn = one.givenOn,
                      .unpackedOn = 0,
                      .total = box.contents + box.packaging + box.labor,
                      .given = true};
        ended_[{one.event, box.number}] = end;
        const auto gave = told_.takenBack.find(one.event);
        if (gave != told_.takenBack.end() && gave->second > 0) {
            ends_[gave->second].push_back(end);
        } else {
            add(books::facts::kBoxEnd, end.text);
        }
    }
}

void FactReplay::countCarried(const BoxFact& box, const std::vector<Span>& spans)
{
    const std::int64_t ended = box.state == 'p' ? kNever : box.month;
    for (auto at = closes_.lower_bound(box.packedOn / 100); at != closes_.end(); ++at) {
        const Close& close = at->second;
        if (close.month >= ended && !told_.anyReopened) {
            break; // no later close found it packed
        }
        const bool isEnded = std::ranges::any_of(spans, [&](const Span& span) {
            return span.from <= close.event && close.event < span.until &&
                   span.month <= close.month;
        });
        if (!isEnded && box.event <= close.event) {
            carried_[close.event].add(
                1,
                {.contents = {box.contents}, .packaging = {box.packaging}, .labor = {box.labor}});
        }
    }
}

void FactReplay::finishEvent()
{
    std::vector<CountedRow> exceptions;
    for (const CountedRow& row : others_.of(event_.seq)) {
        if (row.table == &books::facts::kCapException) {
            exceptions.push_back(row);
            continue;
        }
        addCounted(*row.table, row.counted);
        if (row.table == &books::facts::kSelection && event_.action == "choice.add") {
            const auto at = told_.selections.find(
                {monthOf(figureOf(event_.detail, "month")), numberOf(event_.subject)});
            const std::vector<foundation::Bind> said = {
                {"month", at == told_.selections.end() ? 0 : at->first.first},
                {"recipient_no", numberOf(event_.subject)},
                {"selected_by", event_.actor}};
            if (factText(books::facts::kSelection, said) != row.counted) {
                differ("another recipient or month is on the list than was selected");
            }
        }
    }
    compareEnd();
    addExceptions(exceptions);
    compareDigest();
    compareFigures();
    if (event_.action == "month.close") {
        compareClose();
    }
}

void FactReplay::addExceptions(const std::vector<CountedRow>& rows)
{
    const budget::CapExceptions said = exceptionsSaid(event_, tx_.store().currency);
    if (rows.empty() && said.empty()) {
        return;
    }
    // Rows made from words are not in the digest, but match the words.
    books::FactDigest kept;
    for (const CountedRow& row : rows) {
        kept.addCounted(*row.table, row.counted);
    }
    const bool wereMade =
        figureOf(event_.detail, "facts") == (digest_.empty() ? "" : digest_.text());
    if (!wereMade) {
        for (const CountedRow& row : rows) {
            addCounted(*row.table, row.counted);
        }
    } else if (kept.text() != said.digest()) {
        differ("the caps stored as passed differ from those that it names");
    }
}

void FactReplay::compareDigest()
{
    const std::string_view kept = figureOf(event_.detail, "facts");
    if (event_.action == kBaseline && event_.seq == told_.baseline) {
        if (kept != baseline_.text()) {
            differ("the facts recorded before it do not match its digest");
        }
        return;
    }
    const bool wasRemoved = digest_.empty() && event_.action == "choice.add" &&
                            std::ranges::binary_search(told_.selectionsRemoved, event_.seq);
    if (isBaseline_ || wasRemoved || (kept.empty() ? digest_.empty() : kept == digest_.text())) {
        return;
    }
    std::string there;
    for (const auto& [table, rows] : sums_.rows) {
        there += (there.empty() ? "" : ", ") + std::to_string(rows) + " " + std::string(table);
    }
    differ("the facts that it recorded do not match its digest; there are " +
           (there.empty() ? "none" : there));
}

void FactReplay::compareFigure(std::string_view key, const std::string& expected)
{
    const std::string_view said = figureOf(event_.detail, key);
    if (said != expected) {
        differ("it says " + std::string(key) + " " + std::string(said) + ", but its facts say " +
               expected);
    }
}

void FactReplay::compareFigures()
{
    const std::string_view action = event_.action;
    if (action == "stock.receive" && sums_.firstLot) {
        const LotFact& lot = *sums_.firstLot;
        compareFigure("lot", std::to_string(lot.number));
        compareFigure("units", std::to_string(lot.units));
        compareFigure("cost", amount(lot.cost));
        compareFigure("received_on", dayOf(lot.receivedOn));
    } else if (action == "delivery.receive") {
        compareFigure("units", std::to_string(sums_.units));
        compareFigure("cost", amount(sums_.cost));
        compareFigure("received_on", dayOf(sums_.movedOn));
    } else if (action.starts_with("stock.") && sums_.movements > 0) {
        compareFigure("units", std::to_string(sums_.units));
        compareFigure("cost", amount(sums_.cost));
        compareFigure("on", dayOf(sums_.movedOn));
    } else if (const auto back = ended_.find({event_.seq, numberOf(event_.subject)});
               action == "box.take_back" && back != ended_.end()) {
        compareFigure("given_on", dayOf(back->second.givenOn));
        compareFigure("total", amount(back->second.total));
    } else if (action == "box.pack" && sums_.firstBox) {
        const BoxFact& box = *sums_.firstBox;
        compareFigure("packed_on", dayOf(box.packedOn));
        compareFigure("contents", amount(box.contents));
        compareFigure("packaging", amount(box.packaging));
        compareFigure("labor", amount(box.labor));
        if (!figureOf(event_.detail, "recipient").empty()) {
            compareFigure("recipient", std::to_string(box.recipient));
        }
    }
}

void FactReplay::compareEnd()
{
    const auto at = ends_.find(event_.seq);
    if (at == ends_.end()) {
        return;
    }
    for (const End& end : at->second) {
        addCounted(books::facts::kBoxEnd, end.text);
        if (event_.action == "box.give") {
            compareFigure("given_on", dayOf(end.given ? end.givenOn : 0));
            compareFigure("total", amount(end.total));
        } else if (event_.action == "box.unpack") {
            compareFigure("unpacked_on", dayOf(end.given ? 0 : end.unpackedOn));
        }
    }
    ends_.erase(at);
}

/// What had moved until the end of the month, of what was recorded so far. Months that are closed again later are kept
/// apart until then.
ShelfByItem FactReplay::shelfAt(const Close& close)
{
    std::int64_t again = kNever;
    for (const auto& [month, later] : closes_) {
        if (later.event > close.event) {
            again = std::min(again, month);
        }
    }
    const auto add = [](ShelfByItem& shelf, const ShelfByItem& more) {
        for (const auto& [item, moved] : more) {
            shelf[item].first += moved.first;
            shelf[item].second += moved.second;
        }
    };
    while (!moved_.empty() && moved_.begin()->first <= close.month &&
           moved_.begin()->first < again) {
        add(shelf_, moved_.begin()->second);
        moved_.erase(moved_.begin());
    }
    ShelfByItem shelf = shelf_;
    for (auto at = moved_.begin(); at != moved_.end() && at->first <= close.month; ++at) {
        add(shelf, at->second);
    }
    return shelf;
}

void FactReplay::compareClose()
{
    const std::int64_t month = monthOf(event_.subject);
    const auto [first, last] = closes_.equal_range(month);
    const auto at =
        std::find_if(first, last, [&](const auto& one) { return one.second.event == event_.seq; });
    if (at == last) {
        return;
    }
    const ShelfByItem shelf = shelfAt(at->second);
    KindStock& stock = stocks_[event_.seq];
    for (const auto& [item, kept] : shelf) {
        (packaging_.contains(item) ? stock.packaging : stock.gifts) +=
            {.units = kept.first, .cost = Money{kept.second}};
    }
    if (figureOf(event_.detail, "month_facts").empty()) {
        return;
    }
    const auto compare = [&](const char* key, const std::string& recomputed, const char* what) {
        if (figureOf(event_.detail, key) != recomputed) {
            differ(std::string(what) + " of the month differs from the time it was closed");
        }
    };
    compare("month_facts", digestOf(at->second.facts), "what was recorded");
    compare("stock", digestOf(shelf), "the closing stock");
}

void FactReplay::finish()
{
    while (const ToldEvent* next = events_.next()) {
        if (event_.seq > 0) {
            finishEvent();
        }
        begin(*next);
    }
    if (event_.seq > 0) {
        finishEvent();
    }
    for (const auto& [event, end] : ends_) {
        differences_.push_back("event " + std::to_string(event) +
                               ": it gave or unpacked a box that is stored otherwise");
    }
}

} // namespace giftbox::accounting
