#include "accounting/fact_source.h"

#include <algorithm>
#include <array>

namespace giftbox::accounting {

using books::factCounted;
using books::FactTable;
using books::factText;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr std::int64_t kEventsAPage = 32'768;

struct EventTable {
    const FactTable* table;
    std::string_view sql;
};

const std::array kTables = {
    EventTable{&books::facts::kStore, "accounting/facts_store"},
    EventTable{&books::facts::kItemHistory, "accounting/facts_item_history"},
    EventTable{&books::facts::kCap, "accounting/facts_cap"},
    EventTable{&books::facts::kClosedMonth, "accounting/facts_closed_month"},
    EventTable{&books::facts::kRecipe, "accounting/facts_recipe"},
    EventTable{&books::facts::kRecipeLine, "accounting/facts_recipe_line"},
    EventTable{&books::facts::kNomination, "accounting/facts_nomination"},
    EventTable{&books::facts::kChoice, "accounting/facts_choice"},
    EventTable{&books::facts::kTemplate, "accounting/facts_note_template"},
    EventTable{&books::facts::kNote, "accounting/facts_box_note"},
    EventTable{&books::facts::kSignature, "accounting/facts_note_signature"}};

} // namespace

FactSource::FactSource(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent)
    : tx_(tx), told_(told), lastEvent_(lastEvent)
{
    readItems();
    readRecipients();
    readCancelled();
    std::ranges::stable_sort(edited_, {}, &CountedRow::event);
}

void FactSource::addVersions(const FactTable& table, std::int64_t addedBy, const std::string& now,
                             const std::vector<Told::Change>& changes)
{
    // What it said from an event on is what the next one that changes it keeps, or what it says now.
    const auto saidFrom = [&](std::int64_t event) -> const std::string& {
        for (const Told::Change& change : changes) {
            if (change.event > event && !change.before.empty()) {
                return change.before;
            }
        }
        return now;
    };
    edited_.push_back({addedBy, &table, saidFrom(std::max(addedBy, told_.baseline))});
    for (const Told::Change& change : changes) {
        if (change.event > told_.baseline) {
            edited_.push_back({change.event, &table, saidFrom(change.event)});
        }
    }
}

void FactSource::readItems()
{
    const FactTable& table = books::facts::kItem;
    Rows rows = tx_.database().stream("accounting/facts_item", {{"store_id", tx_.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const auto changes = told_.items.find(row.text(2));
        addVersions(table, row.integer(0), factCounted(table, factText(table, row, 1)),
                    changes == told_.items.end() ? std::vector<Told::Change>{} : changes->second);
    }
}

void FactSource::readRecipients()
{
    const FactTable& table = books::facts::kRecipient;
    const auto& from = told_.recipientsFrom;
    auto next = from.begin();
    std::int64_t event = 0;
    Rows rows = tx_.database().stream("accounting/facts_recipient", {{"store_id", tx_.storeId()}});
    while (rows.next()) {
        const std::int64_t number = rows.row().integer(0);
        for (; next != from.end() && next->first <= number; ++next) {
            event = next->second;
        }
        const auto changes = told_.recipients.find(number);
        addVersions(table, event, factCounted(table, factText(table, rows.row(), 1)),
                    changes == told_.recipients.end() ? std::vector<Told::Change>{}
                                                      : changes->second);
    }
}

void FactSource::readCancelled()
{
    const FactTable& table = books::facts::kPlannedBox;
    Rows rows =
        tx_.database().stream("accounting/facts_planned_box", {{"store_id", tx_.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const auto at = told_.cancelled.find(row.integer(3));
        if (row.text(0) == "cancelled" && at != told_.cancelled.end()) {
            edited_.push_back({at->second, &table, factText(table, row, 3)});
        }
    }
}

void FactSource::readPage(std::int64_t after)
{
    page_.clear();
    atPage_ = 0;
    readTo_ = std::min(after + kEventsAPage, lastEvent_);
    for (const EventTable& one : kTables) {
        Rows rows = tx_.database().stream(
            one.sql, {{"store_id", tx_.storeId()}, {"after", after}, {"upto", readTo_}});
        while (rows.next()) {
            page_.push_back(
                {rows.row().integer(0), one.table, factText(*one.table, rows.row(), 1)});
        }
    }
    std::ranges::stable_sort(page_, {}, &CountedRow::event);
}

const std::vector<CountedRow>& FactSource::of(std::int64_t event)
{
    rows_.clear();
    if (event > readTo_ && readTo_ < lastEvent_) {
        readPage(readTo_);
    }
    const auto takeFrom = [&](const std::vector<CountedRow>& rows, std::size_t& at) {
        for (; at < rows.size() && rows[at].event <= event; ++at) {
            rows_.push_back(rows[at]);
        }
    };
    takeFrom(edited_, atEdited_);
    takeFrom(page_, atPage_);
    return rows_;
}

} // namespace giftbox::accounting
