#include "purchasing/item_supplier.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"

#include <limits>

namespace giftbox::web {

using books::ReadTransaction;
using purchasing::Supplier;
using purchasing::SupplierBook;

namespace {

constexpr std::size_t kReceiptsShown = 100;

std::string addressOf(const RequestContext& context, const Supplier& supplier)
{
    return context.address("suppliers/show?supplier=") + encodePercent(supplier.code);
}

std::vector<Field> supplierFieldsOf(std::string_view command, const Supplier& supplier)
{
    return fieldsOf(operations::operationOf(command)->fields, purchasing::supplierFields(),
                    supplier);
}

std::vector<View> factsOf(const StoreFormat& format, const Supplier& supplier)
{
    std::vector<View> facts;
    for (const auto& field : purchasing::supplierFields()) {
        const bool isHeading = field.isCode || field.info.name == "name";
        const std::string text = field.info.name == "minimum_order" && supplier.minimumOrder
                                     ? format.withCode(*supplier.minimumOrder)
                                     : textOf(field, supplier);
        addFact(facts, std::string(field.info.title), isHeading ? "" : text);
    }
    return facts;
}

Table receiptTable(const RequestContext& context, const std::vector<purchasing::Purchase>& all,
                   std::size_t most)
{
    Table table({{"Item"},
                 {"Received"},
                 {"Units", true},
                 {.title = "Cost", .isNumber = true, .isMain = true},
                 {"Reference"},
                 {"Lot"}},
                context.format);
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const purchasing::Purchase& one = all[i];
        const std::string lot = std::to_string(one.lot.value);
        table.named(one.itemName, one.sku, context.itemAddress(one.sku))
            .day(one.receivedOn)
            .number(one.units)
            .amount(one.cost)
            .text(one.reference +
                  (one.reversedOn ? ", reversed " + context.format.shown(*one.reversedOn) : ""))
            .link("Lot " + lot, context.address("lots/" + lot))
            .endRow();
    }
    return table;
}

FormPage supplierEditForm(const RequestContext& context, const Supplier& supplier)
{
    FormPage page{.title = "Edit " + supplier.name,
                  .submit = "Save",
                  .back = addressOf(context, supplier),
                  .fields = supplierFieldsOf("supplier edit", supplier)};
    fieldNamed(page.fields, "supplier").type = "hidden";
    return page;
}

} // namespace

Response suppliersPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        Table table({{"Supplier"},
                     {"E-mail for orders"},
                     {"Terms"},
                     {.title = "Minimum order", .isNumber = true, .isMain = true},
                     {"Lead time (days)", true}},
                    context.format);
        for (const purchasing::NumberedSupplier& one : SupplierBook(tx).byName()) {
            const Supplier& supplier = one.supplier;
            table.named(supplier.name, supplier.code, addressOf(context, supplier))
                .text(supplier.email)
                .text(supplier.terms)
                .amount(supplier.minimumOrder)
                .number(supplier.leadTimeDays)
                .endRow();
        }
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "suppliers",
                                   .one = "supplier",
                                   .many = "suppliers",
                                   .empty = context.whenEmpty("No suppliers yet.",
                                                              access::Action::EditCatalog,
                                                              "Add a supplier.")}))
            .flag("may_edit", context.may(access::Action::EditCatalog))
            .text("base", context.address());
        return context.page("suppliers", "Suppliers", view);
    });
}

Response supplierPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const SupplierBook book(tx);
        const auto& [number, version, supplier] = book.require(context.query.text("supplier"));
        const auto below = maybeIntegerIn(context.query, "before")
                               .value_or(std::numeric_limits<std::int64_t>::max());
        const auto found = purchasing::purchasesFrom(tx, book, number, below, kReceiptsShown + 1);
        const bool isMore = found.size() > kReceiptsShown;
        View view;
        view.list("facts", factsOf(context.format, supplier))
            .list("table", receiptTable(context, found, kReceiptsShown)
                               .views("Nothing was received from them yet."))
            .text("name", supplier.name)
            .text("code", supplier.code)
            .list("acts", actsOf(actionsOn(context, "supplier", supplier.code)))
            .flag("has_next", isMore)
            .text("next", isMore ? addressOf(context, supplier) + "&before=" +
                                       std::to_string(found[kReceiptsShown - 1].lot.value)
                                 : "");
        return context.page("supplier", supplier.name, view);
    });
}

Response addSupplierPage(RequestContext& context)
{
    const FormPage page{.title = "Add a supplier",
                        .submit = "Add",
                        .back = context.address("suppliers"),
                        .fields = supplierFieldsOf("supplier add", {})};
    return runOperation(context, page, "supplier add", [&](const AnsweredRow& row) {
        return Done{context.address("suppliers"), row.at("name") + " is a supplier now."};
    });
}

Response editSupplierPage(RequestContext& context)
{
    const auto supplierNow = [&](const ReadTransaction& tx, const std::string& code) {
        return SupplierBook(tx).require(code).supplier;
    };
    const Supplier before = context.read(
        [&](const ReadTransaction& tx) { return supplierNow(tx, context.query.text("supplier")); });
    FormPage page = supplierEditForm(context, before);
    page.fields.push_back(seenField(shownBy(page)));
    context.form.set("supplier", before.code);
    return runOperation(
        context, page, "supplier edit",
        [&](const AnsweredRow& row) {
            return Done{addressOf(context, before), row.at("name") + " saved."};
        },
        [&](const ReadTransaction& tx) {
            requireSeen(context.form, supplierEditForm(context, supplierNow(tx, before.code)));
        });
}

} // namespace giftbox::web
