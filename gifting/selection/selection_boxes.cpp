#include "gifting/selection/selection_boxes.h"

#include "gifting/selection/open_month.h"
#include "gifting/selection/statements.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace giftbox::gifting {

using books::EventSeq;
using books::ReadTransaction;
using books::RecipientNo;
using foundation::Month;

namespace {

/// The distance of a selection from a box that it may have led to; none if it cannot have.
std::optional<std::int64_t> distance(const BoxOfRecipient& box, const MonthSelection& selection)
{
    const std::int64_t ahead = monthsBetween(box.month, selection.month);
    if (ahead == 0) {
        return 0;
    }
    const bool isTooEarly = ahead > 1 || (box.givenOn && box.givenOn->month() < selection.month);
    const bool mayBe = !isTooEarly && selection.madeBy < box.recordedBy;
    return mayBe ? std::optional(std::abs(ahead)) : std::nullopt;
}

BoxOfRecipient boxOf(const sql::BoxesOfList::Row& row)
{
    return {.number = books::BoxNo{row.boxNo},
            .state = std::string(row.state),
            .month = row.packedOn ? row.packedOn->month() : row.month,
            .recordedBy = EventSeq{row.eventSeq},
            .packedOn = row.packedOn,
            .givenOn = row.givenOn};
}

} // namespace

std::vector<std::optional<std::size_t>> selectionsOf(const std::vector<BoxOfRecipient>& boxes,
                                                     const std::vector<MonthSelection>& selections)
{
    std::vector<std::optional<std::size_t>> found(boxes.size());
    std::vector<bool> taken(selections.size());
    const auto match = [&](std::size_t box, std::int64_t most) {
        for (std::size_t i = 0; i < selections.size(); ++i) {
            const auto far = taken[i] ? std::nullopt : distance(boxes[box], selections[i]);
            if (far && *far <= most) {
                found[box] = i;
                most = *far - 1; // of two equally near, the first
            }
        }
        if (found[box]) {
            taken[*found[box]] = true;
        }
    };
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        match(box, 0);
    }
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        if (!found[box]) {
            match(box, std::numeric_limits<std::int64_t>::max());
        }
    }
    return found;
}

BoxesAndMonth boxesAndMonth(Month month, const std::vector<BoxOfRecipient>& boxes,
                            const std::vector<MonthSelection>& selections)
{
    BoxesAndMonth result;
    const auto found = selectionsOf(boxes, selections);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const BoxOfRecipient& box = boxes[i];
        const bool isOwn = found[i] && selections[*found[i]].month == month;
        if (isOwn) {
            result.own = box;
            if (selections[*found[i]].madeBy < box.recordedBy) {
                continue;
            }
        }
        if (box.givenOn && *box.givenOn <= month.lastDay()) {
            result.lastGivenOn = std::max(result.lastGivenOn, box.givenOn);
        }
        if (box.state == "packed" && *box.packedOn < month.firstDay()) {
            result.waitsSince = std::max(result.waitsSince, box.packedOn);
        }
    }
    return result;
}

std::unordered_map<RecipientNo, BoxesAndMonth> boxesOfList(const ReadTransaction& tx, Month month)
{
    struct Person {
        std::vector<BoxOfRecipient> boxes;
        std::vector<MonthSelection> selections;
    };
    std::unordered_map<RecipientNo, Person> people;
    for (const auto& row :
         tx.database().query(sql::BoxesOfList{.storeId = tx.storeId(), .month = month})) {
        people[RecipientNo{row.recipientNo}].boxes.push_back(boxOf(row));
    }
    for (const auto& row :
         tx.database().query(sql::SelectionsOfList{.storeId = tx.storeId(), .month = month})) {
        people[RecipientNo{row.recipientNo}].selections.push_back(
            {row.month, EventSeq{row.eventSeq}});
    }
    std::unordered_map<RecipientNo, BoxesAndMonth> all;
    for (const auto& [recipient, person] : people) {
        all.emplace(recipient, boxesAndMonth(month, person.boxes, person.selections));
    }
    return all;
}

} // namespace giftbox::gifting
