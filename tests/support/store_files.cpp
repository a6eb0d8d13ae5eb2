#include "exchange/import_boxes.h"
#include "exchange/import_items.h"
#include "exchange/import_receipts.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests {

namespace {

template <class Import>
exchange::ImportSummary importText(const std::string& csv, const std::string& name, Import import)
{
    std::istringstream in(csv);
    return import(
        exchange::ImportSource{.in = in, .fileName = name, .ignored = {}, .progress = {}});
}

} // namespace

exchange::ImportSummary StoreFixture::importItems(const std::string& csv)
{
    return importText(csv, "items.csv", [&](exchange::ImportSource source) {
        return write([&](auto& tx) { return exchange::importItems(tx, std::move(source)); });
    });
}

exchange::ImportSummary StoreFixture::importRecipients(const std::string& csv)
{
    return importText(csv, "recipients.csv", [&](exchange::ImportSource source) {
        return write([&](auto& tx) { return exchange::importRecipients(tx, std::move(source)); });
    });
}

exchange::ImportSummary StoreFixture::importReceipts(const std::string& csv)
{
    return importText(csv, "receipts.csv", [&](exchange::ImportSource source) {
        return write([&](auto& tx) { return exchange::importReceipts(tx, std::move(source)); });
    });
}

exchange::ImportSummary StoreFixture::importBoxes(const std::string& csv)
{
    return importText(csv, "boxes.csv", [&](exchange::ImportSource source) {
        return write([&](auto& tx) { return exchange::importBoxes(tx, std::move(source)); });
    });
}

std::string StoreFixture::csv(
    const std::function<void(const books::ReadTransaction&, foundation::RowWriter&)>& exportTo)
{
    return read([&](const auto& tx) {
        std::string out;
        const auto writer =
            foundation::makeCsvWriter([&out](std::string_view piece) { out += piece; },
                                      tx.store().currency, foundation::Guard::On);
        exportTo(tx, *writer);
        return out;
    });
}

std::string StoreFixture::monthlyReport(const std::string& first, const std::string& last)
{
    return csv([&](const auto& tx, auto& out) {
        reports::writeMonthlyCosts(reports::monthlyCosts(tx, month(first), month(last)), out);
    });
}

} // namespace giftbox::tests
