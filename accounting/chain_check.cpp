#include "accounting/chain_check.h"

#include "books/create_store.h"
#include "books/event_hash.h"
#include "books/set_store.h"
#include "budget/set_cap.h"

#include <map>

namespace giftbox::accounting {

using books::ReadTransaction;

namespace {

void checkCaps(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    std::vector<std::int64_t> kept;
    for (const auto& row : tx.database().query(sql::CapsWithEvents{.storeId = tx.storeId()})) {
        const budget::Cap cap{.name = budget::parseCapName(row.cap),
                              .from = row.fromMonth,
                              .amount = row.amount,
                              .action = budget::parseCapAction(row.action),
                              .rollOver = budget::parseRollOver(row.rollOver),
                              .rollOverMost = row.rollOverMost,
                              .warnPercent = row.warnPercent};
        kept.push_back(row.eventSeq);
        const bool agrees =
            books::saysFirst(row.detail, budget::capDetail(cap, row.reason, tx.store().currency)) &&
            row.subject == "cap " + std::string(toText(cap.name));
        if (!agrees) {
            differences.push_back("cap " + std::string(toText(cap.name)) + " from " +
                                  toText(cap.from) + ": " + tx.store().amount(cap.amount) +
                                  " stored, but its event says " + std::string(row.detail));
        }
    }
    compareRows("caps", kept, events.caps, differences);
}

/// Before settings had months, the event that set one began with its name.
void takeSettings(KeptEvents& kept, const ToldEvent& event)
{
    kept.set = event.seq;
    kept.settings = event.detail;
    for (const books::Setting setting : books::kSettings) {
        const std::string name(nameInEvents(setting));
        const std::string begin = "{\"" + name + "\":";
        if (event.detail.starts_with(begin)) {
            kept.first[setting] = figureOf(event.detail, name);
            const auto end = event.detail.find_first_of(",}", begin.size());
            kept.settings = "{" + event.detail.substr(end + (event.detail[end] == ',' ? 1 : 0));
        }
    }
}

void checkFirstSettings(const books::Store& store, const KeptEvents& events,
                        Differences& differences)
{
    books::Store untouched;
    untouched.currency = store.currency; // in which amounts are written
    for (const books::Setting setting : books::kSettings) {
        const auto& field = books::storeField(toText(setting));
        const auto said = events.first.find(setting);
        const std::string first = textOf(field, store);
        if (field.edited == foundation::Edited::Later &&
            first != (said == events.first.end() ? textOf(field, untouched) : said->second)) {
            differences.push_back("store " + store.code + ": " + nounOf(field) + " was first " +
                                  first + ", which no event has set");
        }
    }
}

/// The rows added by one event.
struct AddedRows {
    std::vector<books::DatedSettings::Row> rows;
    std::string reason;
    std::string detail;
};

/// The dated settings added by each event.
std::map<std::int64_t, AddedRows> checkDatedSettings(const ReadTransaction& tx,
                                                     Differences& differences)
{
    std::map<std::int64_t, AddedRows> added;
    std::vector<books::DatedSettings::Row> kept;
    for (books::SettingChange& change : books::listSettingChanges(tx)) {
        kept.push_back(change.row);
        AddedRows& one = added[change.row.event.value];
        one.rows.push_back(change.row);
        one.reason = std::move(change.reason);
        one.detail = std::move(change.detail);
    }
    if (kept != tx.store().settings.rows()) {
        differences.push_back(
            "store " + tx.store().code + ": " + std::to_string(tx.store().settings.rows().size()) +
            " settings by month are stored, but " + std::to_string(kept.size()) + " were recorded");
    }
    for (const auto& [event, one] : added) {
        if (!books::saysFirst(one.detail, books::datedDetail(tx.store(), one.rows, one.reason))) {
            differences.push_back("settings from " + toText(one.rows.front().from) + ": event " +
                                  std::to_string(event) + " says " + one.detail);
        }
    }
    return added;
}

void checkItemHistory(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    std::vector<std::int64_t> kept;
    for (const auto& row : tx.database().query(sql::ItemEdits{.storeId = tx.storeId()})) {
        kept.push_back(row.untilEvent);
    }
    compareRows("earlier attributes of items", kept, events.itemEdits, differences);
}

} // namespace

void compareRows(const char* what, const std::vector<std::int64_t>& kept,
                 const std::vector<std::int64_t>& events, Differences& differences)
{
    if (kept != events) {
        differences.push_back(std::string(what) + ": " + std::to_string(kept.size()) +
                              " stored, but not one for each of the " +
                              std::to_string(events.size()) + " events that set them");
    }
}

KeptEvents checkChain(const ReadTransaction& tx, Differences& differences)
{
    KeptEvents kept;
    std::string before = books::kChainStart;
    std::int64_t expected = 0;
    for (const auto& row : tx.database().stream(sql::Events{.storeId = tx.storeId()})) {
        const ToldEvent event = ToldEvent::of(row);
        if (event.seq != ++expected) {
            differences.push_back("event " + std::to_string(expected) + ": missing");
            expected = event.seq;
        }
        const std::string hash = books::eventHash(before, {.seq = event.seq,
                                                           .recordedAt = event.recordedAt,
                                                           .actor = event.actor,
                                                           .action = event.action,
                                                           .subject = event.subject,
                                                           .detail = event.detail});
        if (hash != event.hash) {
            differences.push_back("event " + std::to_string(event.seq) +
                                  ": its hash does not follow from the one before");
        }
        before = event.hash;
        kept.told.take(event);
        if (event.action == "budget.set" || event.action == "budget.end") {
            kept.caps.push_back(event.seq);
        } else if (event.action == "month.close") {
            kept.closes.push_back(event.seq);
        } else if (event.action == "month.reopen") {
            kept.reopenings.push_back(event.seq);
        } else if (event.action == "item.edit" || event.action == "item.rename") {
            kept.itemEdits.push_back(event.seq);
        } else if (event.action == "import.items") {
            const std::int64_t edits = numberOf(figureOf(event.detail, "changed"));
            kept.itemEdits.insert(kept.itemEdits.end(), static_cast<std::size_t>(edits), event.seq);
        } else if (event.action == "import.undo" && figureOf(event.detail, "kind") == "items") {
            const std::int64_t edits = numberOf(figureOf(event.detail, "restored"));
            kept.itemEdits.insert(kept.itemEdits.end(), static_cast<std::size_t>(edits), event.seq);
        } else if (event.action == "store.set") {
            takeSettings(kept, event);
        }
    }
    kept.told.finish();
    if (tx.database().query(sql::ChainHead{.storeId = tx.storeId()})->chainHash != before) {
        differences.push_back("store " + tx.store().code +
                              ": the last event's hash is not the head of the audit log");
    }
    return kept;
}

void checkSettings(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    checkCaps(tx, events, differences);
    checkItemHistory(tx, events, differences);
    const auto first = tx.database().query(sql::FirstEvent{.storeId = tx.storeId()});
    if (!first || !books::saysFirst(first->detail, books::storeDetail(tx.store()))) {
        differences.push_back("store " + tx.store().code +
                              ": its settings differ from those in the event that made it");
    }
    const AddedRows newest = checkDatedSettings(tx, differences)[events.set];
    const std::string settings = books::settingsDetail(tx.store(), newest.rows, newest.reason);
    checkFirstSettings(tx.store(), events, differences);
    if (!(newest.rows.empty() ? events.settings == settings
                              : books::saysOnly(events.settings, settings))) {
        differences.push_back("store " + tx.store().code + ": its locale " +
                              textOf(books::storeField("locale"), tx.store()) + ", time zone " +
                              tx.store().timeZones.text() + ", recognition " +
                              textOf(books::storeField("recognition"), tx.store()) +
                              " and entity " +
                              (tx.store().entity.empty() ? "none" : tx.store().entity) +
                              " are what no event has set");
    }
}

LastNumbers checkNumbers(const ReadTransaction& tx, Differences& differences)
{
    const auto row = tx.database().query(sql::LastNumbers{.storeId = tx.storeId()});
    const auto compare = [&](const char* kind, std::int64_t there, std::int64_t given) {
        if (there != given) {
            differences.push_back("numbers: the last " + std::string(kind) + " is " +
                                  std::to_string(there) + ", " + std::to_string(given) +
                                  " were issued");
        }
    };
    compare("movement", row->highestMovement, row->lastMovement);
    compare("lot", row->highestLot, row->lastLot);
    compare("box", row->highestBox, row->lastBox);
    compare("cap", row->highestCap, row->lastCap);
    compare("event", row->highestEvent, row->lastEvent);
    compare("item", row->highestItem, row->lastItem);
    compare("recipient", row->highestRecipient, row->lastRecipient);
    return {.movements = row->highestMovement,
            .lots = row->highestLot,
            .boxes = row->highestBox,
            .events = row->highestEvent,
            .recipients = row->highestRecipient};
}

} // namespace giftbox::accounting
