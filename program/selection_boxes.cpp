#include "program/selection_boxes.h"

#include "program/open_month.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace giftbox::program {

using books::EventSeq;
using books::ReadTransaction;
using books::RecipientNo;
using foundation::Date;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

/// How far a selection is from a box that it may have led to; none when it cannot have.
std::optional<std::int64_t> distance(const BoxOfRecipient& box, const Selection& selection)
{
    const std::int64_t ahead = monthsBetween(box.month, selection.month);
    if (ahead == 0) {
        return 0;
    }
    const bool isTooEarly = ahead > 1 || (box.givenOn && box.givenOn->month() < selection.month);
    const bool mayBe = !isTooEarly && selection.madeBy < box.recordedBy;
    return mayBe ? std::optional(std::abs(ahead)) : std::nullopt;
}

std::optional<Date> maybeDay(const Row& row, int column)
{
    const auto number = row.maybeInteger(column);
    return number ? std::optional(Date(static_cast<std::int32_t>(*number))) : std::nullopt;
}

BoxOfRecipient boxOf(const Row& row)
{
    BoxOfRecipient box{.number = books::BoxNo{row.integer(1)},
                       .state = row.string(2),
                       .month = {},
                       .recordedBy = EventSeq{row.integer(3)},
                       .packedOn = maybeDay(row, 4),
                       .givenOn = maybeDay(row, 5)};
    box.month =
        box.packedOn ? box.packedOn->month() : Month(static_cast<std::int32_t>(row.integer(6)));
    return box;
}

} // namespace

std::vector<std::optional<std::size_t>> selectionsOf(const std::vector<BoxOfRecipient>& boxes,
                                                     const std::vector<Selection>& selections)
{
    std::vector<std::optional<std::size_t>> found(boxes.size());
    std::vector<bool> taken(selections.size());
    const auto match = [&](std::size_t box, std::int64_t most) {
        for (std::size_t i = 0; i < selections.size(); ++i) {
            const auto far = taken[i] ? std::nullopt : distance(boxes[box], selections[i]);
            if (far && *far <= most) {
                found[box] = i;
                most = *far - 1; // of two as near the first
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
                            const std::vector<Selection>& selections)
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
        std::vector<Selection> selections;
    };
    std::unordered_map<RecipientNo, Person> people;
    const auto read = [&](std::string_view sql, const auto& take) {
        for (Rows rows =
                 tx.database().query(sql, {{"store_id", tx.storeId()}, {"month", month.number()}});
             rows.next();) {
            const Row row = rows.row();
            take(people[RecipientNo{row.integer(0)}], row);
        }
    };
    read("program/boxes_of_list",
         [](Person& person, const Row& row) { person.boxes.push_back(boxOf(row)); });
    read("program/selections_of_list", [](Person& person, const Row& row) {
        person.selections.push_back(
            {Month(static_cast<std::int32_t>(row.integer(1))), EventSeq{row.integer(2)}});
    });
    std::unordered_map<RecipientNo, BoxesAndMonth> all;
    for (const auto& [recipient, person] : people) {
        all.emplace(recipient, boxesAndMonth(month, person.boxes, person.selections));
    }
    return all;
}

} // namespace giftbox::program
