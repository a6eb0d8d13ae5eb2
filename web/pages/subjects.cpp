#include "web/pages/subjects.h"

#include "accounting/journal_batch.h"
#include "exchange/import_batch.h"
#include "gifting/reverse_adjustment.h"
#include "gifting/selection/answer_nomination.h"
#include "inventory/item.h"
#include "operations/nomination_rights.h"
#include "purchasing/add_freight.h"
#include "purchasing/order.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/recorded_return.h"
#include "reports/find_movements.h"

#include <algorithm>

namespace giftbox::web {

namespace {

foundation::Said factsOfItem(const RequestContext&, const books::ReadTransaction& tx,
                             const std::string& sku)
{
    const inventory::Item item = inventory::requireItem(tx, sku).item;
    return {{"sku", item.sku}, {"name", item.name}};
}

foundation::Said factsOfNomination(const RequestContext& context, const books::ReadTransaction& tx,
                                   const std::string& number)
{
    const gifting::Nomination one = gifting::requireNomination(
        tx, gifting::NominationNo{foundation::wholeNumber(number, "no")});
    operations::requireTheirs(one, context.session->login, context.may(access::Action::Select));
    return {{"name", one.recipientName},
            {"adviser", one.adviser},
            {"reason", one.reason},
            {"answer", one.answer},
            {"month", toText(one.month)}};
}

foundation::Said factsOfReceipt(const RequestContext& context, const books::ReadTransaction& tx,
                                const std::string& number)
{
    const reports::FoundLot lot =
        reports::requireLot(tx, books::LotNo{foundation::wholeNumber(number, "no")});
    return {{"name", lot.name},
            {"reference", lot.reference},
            {"units", std::to_string(lot.units)},
            {"cost", context.format.withCode(lot.cost)},
            {"received_on", context.format.shown(lot.receivedOn)}};
}

foundation::Said factsOfReturn(const RequestContext& context, const books::ReadTransaction& tx,
                               const std::string& number)
{
    const purchasing::RecordedReturn one =
        purchasing::requireReturn(tx, foundation::wholeNumber(number, "no"));
    return {{"sku", one.sku},
            {"name", one.name},
            {"units", std::to_string(one.units)},
            {"cost", context.format.withCode(one.cost)},
            {"on", context.format.shown(one.on)},
            {"why", one.reason}};
}

foundation::Said factsOfBill(const RequestContext& context, const books::ReadTransaction& tx,
                             const std::string& number)
{
    const purchasing::BillInBooks bill =
        purchasing::requireBill(tx, foundation::wholeNumber(number, "no"));
    return {{"reference", bill.reference},
            {"supplier", bill.supplier},
            {"amount", context.format.withCode(bill.amount)},
            {"on", context.format.shown(bill.on)}};
}

foundation::Said factsOfFreight(const RequestContext& context, const books::ReadTransaction& tx,
                                const std::string& number)
{
    const purchasing::RecordedFreight freight =
        purchasing::requireFreight(tx, foundation::wholeNumber(number, "no"));
    return {{"reference", freight.reference},
            {"delivery", std::to_string(freight.delivery.value)},
            {"amount", context.format.withCode(freight.amount)}};
}

/// Of the write-off or count that the movement belongs to.
template <books::MovementKind kind>
foundation::Said factsOfAdjustment(const RequestContext& context, const books::ReadTransaction& tx,
                                   const std::string& number)
{
    const gifting::RecordedAdjustment one =
        gifting::requireAdjustment(tx, kind, foundation::wholeNumber(number, "no"));
    return {{"sku", one.sku},
            {"name", one.name},
            {"units", std::to_string(std::abs(one.units()))},
            {"cost", context.format.withCode(one.units() < 0 ? -one.cost() : one.cost())},
            {"found", one.units() < 0 ? "missing" : "found"},
            {"on", context.format.shown(one.on)},
            {"why", one.reason}};
}

foundation::Said factsOfImport(const RequestContext& context, const books::ReadTransaction& tx,
                               const std::string& number)
{
    const exchange::ImportBatch batch =
        exchange::requireImport(tx, foundation::wholeNumber(number, "no"));
    return {{"file", batch.fileName},
            {"kind", batch.kind},
            {"added", context.format.shown(batch.added)},
            {"changed", context.format.shown(batch.changed)}};
}

foundation::Said factsOfSupplier(const RequestContext&, const books::ReadTransaction& tx,
                                 const std::string& code)
{
    return {{"name", purchasing::SupplierBook(tx).require(code).supplier.name}};
}

foundation::Said factsOfOrder(const RequestContext& context, const books::ReadTransaction& tx,
                              const std::string& number)
{
    const purchasing::Order order =
        purchasing::requireOrder(tx, {foundation::wholeNumber(number, "no")});
    return {{"order", toText(order.number)},
            {"name", purchasing::SupplierBook(tx).of(order.supplier).supplier.name},
            {"total", context.format.withCode(order.total())},
            {"to_come", context.format.withCode(order.toCome())},
            {"expected_on", context.format.shown(order.expectedOn)}};
}

foundation::Said factsOfBatch(const RequestContext& context, const books::ReadTransaction& tx,
                              const std::string& number)
{
    const accounting::JournalBatch batch =
        accounting::requireBatch(tx, foundation::wholeNumber(number, "no"));
    return {{"key", batch.key}, {"debit", context.format.withCode(batch.debit)}};
}

constexpr Subject kSubjects[] = {
    {"item", "sku", "item", "sku", "item?sku={sku}", "stock", factsOfItem},
    {"recipient", "recipient", "recipients", "code", "recipients/show?code={recipient}",
     "recipients"},
    {"nomination", "no", "nominations/{no}", "", "nominations?month={month}", "nominations",
     factsOfNomination},
    {"select", "recipient", "select", "recipient", "select?month={month}", "select?month={month}"},
    {"box", "no", "boxes/{no}", "", "boxes/{no}", "boxes"},
    {"receipt", "no", "lots/{no}", "", "lots/{no}", "stock", factsOfReceipt},
    {"delivery", "no", "deliveries/{no}", "", "deliveries/{no}", "deliveries"},
    {"return", "no", "returns/{no}", "", "returns", "returns", factsOfReturn},
    {"entity", "entity", "entities", "entity", "entities/show?entity={entity}", "entities"},
    {"reason", "reason", "reasons", "reason", "reasons", "reasons"},
    {"bill", "no", "bills/{no}", "", "bills/{no}", "bills", factsOfBill},
    {"freight", "no", "freight/{no}", "", "deliveries/{delivery}", "deliveries", factsOfFreight},
    {"write-off", "no", "write-off/{no}", "", "item?sku={sku}", "stock",
     factsOfAdjustment<books::MovementKind::WriteOff>},
    {"count", "no", "count/{no}", "", "item?sku={sku}", "stock",
     factsOfAdjustment<books::MovementKind::Count>},
    {"supplier", "supplier", "suppliers", "supplier", "suppliers/show?supplier={supplier}",
     "suppliers", factsOfSupplier},
    {"order", "no", "orders/{no}", "", "orders/{no}", "orders", factsOfOrder},
    {"count-session", "no", "counts/{no}", "", "counts/{no}", "counts"},
    {"journal", "no", "journal/{no}", "", "journal/{no}", "journal", factsOfBatch},
    {"account", "role", "accounts", "role", "accounts", "accounts"},
    {"import", "no", "imports/{no}", "", "import", "import", factsOfImport},
    {"template", "no", "notes", "version", "notes", "notes"},
    {"user", "login", "users", "login", "users", "users"},
    {"token", "label", "tokens", "label", "tokens", "tokens"}};

} // namespace

const Subject* findSubject(std::string_view name)
{
    const auto* const found = std::ranges::find(kSubjects, name, &Subject::name);
    return found == std::end(kSubjects) ? nullptr : found;
}

} // namespace giftbox::web
