#include "accounting/department.h"

#include "accounting/statements.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/json.h"
#include "gifting/box.h"

namespace giftbox::accounting {

using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

struct BoxSources {
    std::optional<std::string> own;
    std::optional<std::string> nominated;
    std::string group;
    std::int64_t gaveEvent = 0;
};

BoxSources sourcesOf(const ReadTransaction& tx, BoxNo number)
{
    const auto row =
        tx.database().query(sql::BoxDepartmentNow{.storeId = tx.storeId(), .boxNo = number.value});
    return {.own = std::optional<std::string>(row->own),
            .nominated = std::optional<std::string>(row->nominated),
            .group = std::string(row->recipientGroup),
            .gaveEvent = row->gaveEvent};
}

void requireNotBooked(const ReadTransaction& tx, const gifting::Box& box, std::int64_t gaveEvent)
{
    if (box.state != gifting::BoxState::Given) {
        return;
    }
    const std::string subject = "box " + std::to_string(box.number.value);
    if (const auto batch = tx.database().query(sql::BookedGiving{
            .storeId = tx.storeId(), .factEvent = gaveEvent, .subject = subject})) {
        throw Refusal(
            "journal.department_booked",
            {{"number", box.number.value}, {"key", batch->batchKey}, {"month", batch->month}});
    }
}

} // namespace

std::string defaultDepartment(const ReadTransaction& tx, Month month)
{
    const auto row =
        tx.database().query(sql::DefaultDepartmentAt{.storeId = tx.storeId(), .month = month});
    return row ? std::string(row->department) : "";
}

void setDefaultDepartment(WriteTransaction& tx, Month from, const std::string& department)
{
    books::requireText(department, "the department", "department");
    const auto now =
        tx.database().query(sql::DefaultDepartmentAt{.storeId = tx.storeId(), .month = from});
    if (now && now->fromMonth == from && now->department == department) {
        return;
    }
    tx.askAbout(from);
    const sql::InsertDefaultDepartment row{.storeId = tx.storeId(),
                                           .eventSeq = tx.event().value,
                                           .fromMonth = from,
                                           .department = department};
    tx.facts().add(books::facts::kDefaultDepartment, row.binds());
    tx.database().execute(row);
    tx.record(
        "journal.department", "department of the store",
        foundation::JsonObject().add("department", department).add("from", toText(from)).text());
}

BoxDepartment departmentOf(const ReadTransaction& tx, BoxNo number)
{
    const gifting::Box box = gifting::requireBox(tx, number);
    BoxSources sources = sourcesOf(tx, number);
    if (sources.own) {
        return {*std::move(sources.own), "box"};
    }
    if (sources.nominated) {
        return {*std::move(sources.nominated), "nomination"};
    }
    if (!sources.group.empty()) {
        return {std::move(sources.group), "group"};
    }
    std::string department = defaultDepartment(tx, box.month);
    const std::string_view from = department.empty() ? "none" : "default";
    return {std::move(department), from};
}

BoxDepartment setBoxDepartment(WriteTransaction& tx, BoxNo number, const std::string& department,
                               const std::string& reason)
{
    books::requireText(department, "the department", "department");
    books::requireText(reason, "the reason for the department", "reason");
    const gifting::Box box = gifting::requireBox(tx, number);
    if (box.state == gifting::BoxState::Unpacked) {
        throw Refusal("journal.box_unpacked", {{"number", number.value}});
    }
    const BoxSources sources = sourcesOf(tx, number);
    requireNotBooked(tx, box, sources.gaveEvent);
    if (sources.own != department) {
        const sql::InsertBoxDepartment row{.storeId = tx.storeId(),
                                           .boxNo = number.value,
                                           .eventSeq = tx.event().value,
                                           .department = department,
                                           .reason = reason};
        tx.facts().add(books::facts::kBoxDepartment, row.binds());
        tx.database().execute(row);
        tx.record(
            "box.department", "box " + std::to_string(number.value),
            foundation::JsonObject().add("department", department).add("reason", reason).text());
    }
    return {department, "box"};
}

} // namespace giftbox::accounting
