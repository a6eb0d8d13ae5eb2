#include "purchasing/supplier_book.h"

#include "foundation/database/field_rows.h"
#include "foundation/fold.h"
#include "purchasing/statements.h"

#include <algorithm>

namespace giftbox::purchasing {

SupplierBook::SupplierBook(const books::ReadTransaction& tx)
{
    for (const auto& row : tx.database().query(sql::AllSuppliers{.storeId = tx.storeId()})) {
        NumberedSupplier one{.number = {row.supplierNo}, .version = row.version, .supplier = {}};
        one.supplier.currency = tx.store().currency;
        readFields(supplierFields(), row, one.supplier);
        one.supplier.minimumOrder = row.minimumOrder;
        if (row.removed != 0) {
            removed_.insert(one.number);
            newest_.insert_or_assign(one.number, std::move(one));
        } else {
            add(std::move(one));
        }
    }
}

void SupplierBook::add(NumberedSupplier version)
{
    codes_.emplace(foundation::folded(version.supplier.code), version.number);
    names_.emplace(foundation::folded(version.supplier.name), version.number);
    newest_.insert_or_assign(version.number, std::move(version));
}

const NumberedSupplier* SupplierBook::findCode(std::string_view code) const
{
    const auto at = codes_.find(foundation::folded(code));
    return at == codes_.end() ? nullptr : &newest_.at(at->second);
}

const NumberedSupplier* SupplierBook::find(std::string_view codeOrName) const
{
    if (const NumberedSupplier* found = findCode(codeOrName)) {
        return found;
    }
    const auto at = names_.find(foundation::folded(codeOrName));
    return at == names_.end() ? nullptr : &newest_.at(at->second);
}

const NumberedSupplier& SupplierBook::require(std::string_view codeOrName) const
{
    const NumberedSupplier* found = find(codeOrName);
    if (found == nullptr) {
        throw foundation::Refusal("supplier.unknown", {{"supplier", codeOrName}});
    }
    return *found;
}

std::string SupplierBook::nameFor(const std::string& text) const
{
    const NumberedSupplier* found = find(text);
    return found == nullptr ? text : found->supplier.name;
}

std::vector<std::string> SupplierBook::namesOf(SupplierNo number) const
{
    std::vector<std::string> names;
    for (const auto& [name, supplier] : names_) {
        if (supplier == number) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<NumberedSupplier> SupplierBook::all() const
{
    std::vector<NumberedSupplier> all;
    for (const auto& [number, one] : newest_) {
        if (!removed_.contains(number)) {
            all.push_back(one);
        }
    }
    return all;
}

std::vector<NumberedSupplier> SupplierBook::byName() const
{
    std::vector<NumberedSupplier> all = this->all();
    std::ranges::stable_sort(
        all, {}, [](const NumberedSupplier& one) { return foundation::folded(one.supplier.name); });
    return all;
}

SupplierNo SupplierBook::nextNumber() const
{
    return {newest_.empty() ? 1 : newest_.rbegin()->first.value + 1};
}

} // namespace giftbox::purchasing
