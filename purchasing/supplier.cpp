#include "purchasing/supplier.h"

#include "books/code.h"
#include "foundation/database/field_rows.h"

#include <algorithm>

namespace giftbox::purchasing {

using foundation::Refusal;

namespace {

using foundation::Converted;
using foundation::Edited;
using foundation::Field;
using enum foundation::FieldType;
using enum foundation::Need;

constexpr std::size_t kLongestCode = 64;
constexpr std::int64_t kMostDays = 3650;
constexpr std::string_view kMinimumOrder = "minimum_order";
constexpr std::string_view kMinimumOrderColumn = "minimum_order_minor";

constexpr Field<Supplier> kFields[] = {
    {.info = {.name = "supplier",
              .title = "Supplier",
              .help = "short code of the supplier",
              .need = Required,
              .option = "SUPPLIER"},
     .member = &Supplier::code,
     .edited = Edited::Never,
     .column = "code",
     .noun = "the supplier's code",
     .isCode = true,
     .isNeededInFile = true,
     .isSearched = true},
    {.info = {.name = "name",
              .title = "Name",
              .help = "the supplier's name",
              .need = Required,
              .value = "NAME"},
     .member = &Supplier::name,
     .noun = "the supplier's name",
     .isNeededInFile = true,
     .isSearched = true},
    {.info = {.name = "email",
              .title = "E-mail for orders",
              .help = "the address that takes orders",
              .value = "ADDRESS"},
     .member = &Supplier::email,
     .noun = "the e-mail address"},
    {.info = {.name = "terms",
              .title = "Terms",
              .help = "terms of payment, such as net 30",
              .value = "WORDS"},
     .member = &Supplier::terms},
    {.info = {.name = kMinimumOrder,
              .type = Amount,
              .title = "Minimum order",
              .help = "the smallest order that the supplier takes",
              .least = 0},
     .member = Converted<Supplier>{
         [](const Supplier& supplier) {
             return supplier.minimumOrder ? toText(*supplier.minimumOrder, supplier.currency) : "";
         },
         [](Supplier& supplier, const std::string& text) {
             supplier.minimumOrder =
                 text.empty() ? std::nullopt
                              : std::optional(foundation::parseMoney(text, supplier.currency));
         },
         nullptr,
         [](const Supplier& supplier, foundation::RowWriter& out) {
             supplier.minimumOrder ? out.amount(*supplier.minimumOrder) : out.empty();
         }}},
    {.info = {.name = "lead_time_days",
              .type = Integer,
              .title = "Lead time (days)",
              .help = "days from order to delivery",
              .value = "DAYS",
              .least = 0,
              .most = kMostDays},
     .member = &Supplier::leadTimeDays,
     .noun = "the lead time in days",
     .malformed = "supplier.number_malformed"}};

void requireEmail(const std::string& email)
{
    const auto at = email.find('@');
    const bool isGood = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                        email.find_first_of(" ,;<>", 0) == std::string::npos &&
                        email.find('@', at + 1) == std::string::npos;
    if (!email.empty() && !isGood) {
        throw Refusal("supplier.email_malformed", {{"email", email}});
    }
}

} // namespace

foundation::Fields<Supplier> supplierFields() { return kFields; }

const books::FactTable& supplierFacts()
{
    static const std::vector<books::FactColumn> columns = [] {
        std::vector<books::FactColumn> all = books::factColumnsOf<Supplier>("supplier_no", kFields);
        *std::ranges::find(all, kMinimumOrder, &books::FactColumn::bind) = {kMinimumOrderColumn};
        all.insert(all.begin() + 1, {"version"});
        return all;
    }();
    static const books::FactTable table{"supplier", columns};
    return table;
}

void requireValid(const Supplier& supplier)
{
    foundation::Faults faults;
    faults.check([&] {
        books::requireCode(supplier.code, kLongestCode, "supplier.code_malformed",
                           "the supplier's code");
    });
    books::checkFields(faults, supplierFields(), supplier);
    faults.check([&] { requireEmail(supplier.email); });
    faults.check([&] {
        if (supplier.minimumOrder && supplier.minimumOrder->minor < 0) {
            throw Refusal("supplier.minimum_order",
                          {{"amount", toText(*supplier.minimumOrder, supplier.currency)}});
        }
    });
    faults.throwIfAny();
}

void insertSupplier(foundation::Database& database, books::StoreId store,
                    const NumberedSupplier& version, books::EventSeq event,
                    books::FactDigest& facts)
{
    const foundation::FieldBinds<Supplier> fields(supplierFields(), version.supplier);
    std::vector<foundation::Bind> row = {{"store_id", store.value},
                                         {"supplier_no", version.number.value},
                                         {"version", version.version},
                                         {"event_seq", event.value}};
    for (const foundation::Bind& bind : fields.binds) {
        if (bind.name != kMinimumOrder) {
            row.push_back(bind);
        }
    }
    const auto& minimum = version.supplier.minimumOrder;
    row.push_back(
        {kMinimumOrderColumn, minimum ? foundation::Value(minimum->minor) : foundation::Value()});
    facts.add(supplierFacts(), row);
    foundation::insertRow(database, "supplier", row);
}

} // namespace giftbox::purchasing
