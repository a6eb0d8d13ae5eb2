#pragma once

#include "books/books.h"
#include "foundation/fields.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::purchasing {

using SupplierNo = foundation::Id<struct SupplierTag>;

/// Somebody the store buys from. supplierFields() describes each member for people; amounts are in `currency`.
struct Supplier {
    std::string code;
    std::string name;
    std::string email = {};
    std::string terms = {};
    std::optional<foundation::Money> minimumOrder = {};
    std::optional<std::int64_t> leadTimeDays = {};
    foundation::Currency currency = {};

    bool operator==(const Supplier&) const = default;
};

/// Every field of a supplier, in the order of its rows, files and facts. Add new fields at the end.
foundation::Fields<Supplier> supplierFields();
/// The parts of a supplier in an event's digest.
const books::FactTable& supplierFacts();

/// Requires a well-formed supplier. Throws Refusal `supplier.code_malformed`, `supplier.email_malformed`,
/// `supplier.number_malformed`, `supplier.minimum_order`, `text.*`.
void requireValid(const Supplier& supplier);

/// A version of a supplier.
struct NumberedSupplier {
    SupplierNo number;
    std::int64_t version = 0;
    Supplier supplier;
};

/// Writes a version of a supplier, as a fact of the event.
void insertSupplier(foundation::Database& database, books::StoreId store,
                    const NumberedSupplier& version, books::EventSeq event,
                    books::FactDigest& facts);

} // namespace giftbox::purchasing
