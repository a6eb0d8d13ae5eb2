#include "program/approve_choices.h"

#include "foundation/json.h"

namespace giftbox::program {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

/// The list of a month. `lastApproval` is the number of an event, 0 when nobody has approved it.
struct ListState {
    std::int64_t all = 0;
    std::int64_t waiting = 0;
    std::int64_t lastApproval = 0;
};

ListState stateOf(const WriteTransaction& tx, Month month)
{
    Rows rows = tx.database().query("program/count_choices",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    rows.next();
    const Row row = rows.row();
    return {.all = row.integer(0), .waiting = row.integer(1), .lastApproval = row.integer(2)};
}

[[noreturn]] void refuse(const WriteTransaction& tx, Month month, const ListState& list)
{
    if (list.all == 0) {
        throw Refusal("choice.nothing_to_approve", "nobody is on the list of " + toText(month) +
                                                       "; `giftbox choose add` comes first");
    }
    Rows rows = tx.database().query("program/approval",
                                    {{"store_id", tx.storeId()}, {"event_seq", list.lastApproval}});
    rows.next();
    const Row row = rows.row();
    throw Refusal("choice.nothing_to_approve",
                  "the list of " + toText(month) + " was approved by " + row.string(0) + " at " +
                      toText(foundation::Instant{row.integer(1)}) + ", and nobody was added since");
}

} // namespace

ApprovedList approveChoices(WriteTransaction& tx, Month month)
{
    tx.requireOpen(month);
    const ListState list = stateOf(tx, month);
    if (list.waiting == 0) {
        refuse(tx, month, list);
    }
    tx.database().execute("program/approve_choices", {{"store_id", tx.storeId()},
                                                      {"month", month.number()},
                                                      {"approved_by", tx.asker().actor},
                                                      {"approved_event", tx.event().value}});
    tx.record("choice.approve", "month " + toText(month),
              foundation::JsonObject().add("approved", list.waiting).add("all", list.all).text());
    return {.approved = list.waiting, .all = list.all, .room = gifting::roomOf(tx, month)};
}

} // namespace giftbox::program
