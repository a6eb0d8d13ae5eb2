#include "exchange/import_suppliers.h"

#include "exchange/import_batch.h"
#include "exchange/import_fields.h"
#include "purchasing/set_supplier.h"
#include "purchasing/supplier_book.h"

namespace giftbox::exchange {

using purchasing::NumberedSupplier;
using purchasing::Supplier;
using purchasing::supplierFields;

namespace {

constexpr std::size_t kSupplierCode = 0;

std::string differences(const Supplier& there, const Supplier& here)
{
    std::string text;
    for (const auto* field : differing(supplierFields(), there, here)) {
        text += (text.empty() ? "" : ", ") + foundation::plainName(field->info.name) + " " +
                foundation::quoted(textOf(*field, there)) + " there, " +
                foundation::quoted(textOf(*field, here)) + " here";
    }
    return text;
}

/// The import of one file.
class SuppliersImport {
public:
    SuppliersImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), book_(tx), batch_(tx, "suppliers", source),
          file_(std::move(source), FieldColumns<Supplier>(supplierFields()).columns(),
                tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            if (!file_.isHopeless()) {
                take();
            }
        }
        file_.throwIfBad();
        for (const auto& [number, version] : versions_) {
            insertSupplier(tx_.database(), {tx_.storeId()}, version, tx_.event(), tx_.facts());
        }
        batch_.record(summary_);
        return summary_;
    }

private:
    /// The row over what is there. Unreadable cells are marked as bad.
    Supplier read(Supplier supplier)
    {
        std::size_t at = 0;
        for (const auto& field : supplierFields()) {
            if (file_.has(at)) {
                const std::string text =
                    field.isCode ? std::string(file_.code(at)) : file_.text(at);
                file_.holds(file_.line(), at, [&] { setText(field, supplier, text); });
            }
            ++at;
        }
        return supplier;
    }

    void take()
    {
        const NumberedSupplier* there = book_.findCode(file_.code(kSupplierCode));
        NumberedSupplier version;
        version.supplier.currency = tx_.store().currency;
        if (there == nullptr) {
            version.number = book_.nextNumber();
        } else {
            version = *there;
        }
        const Supplier before = version.supplier;
        version.supplier = read(before);
        version.supplier.code = there == nullptr ? version.supplier.code : before.code;
        file_.holdsAll(file_.line(), kSupplierCode, [&] { requireSound(book_, version); });
        if (there == nullptr && file_.changes() == Changes::UpdateOnly) {
            file_.reject(kSupplierCode,
                         "There is no supplier " + version.supplier.code + " to change.");
        }
        if (!file_.rowIsGood() || !file_.isFirst(file_.line(), kSupplierCode, version.number.value,
                                                 "supplier " + version.supplier.code)) {
            return;
        }
        if (there != nullptr && version.supplier == before) {
            ++summary_.unchanged;
        } else {
            put(std::move(version), before);
        }
    }

    void put(NumberedSupplier version, const Supplier& before)
    {
        const bool isNew = version.version == 0;
        const std::string what = isNew ? "" : differences(before, version.supplier);
        if (!isNew && file_.changes() == Changes::Add) {
            return file_.reject(kSupplierCode, "Supplier " + before.code +
                                                   " is already there with other values: " + what +
                                                   ".");
        }
        ++version.version;
        if (isNew) {
            ++summary_.added;
        } else {
            file_.addChange(summary_, file_.line(), "Supplier " + before.code + " changes: " + what,
                            before.code, "");
        }
        book_.add(version);
        versions_.emplace(version.number, std::move(version));
    }

    books::WriteTransaction& tx_;
    purchasing::SupplierBook book_;
    BatchKeeper batch_;
    ImportFile file_;
    ImportSummary summary_;
    std::map<purchasing::SupplierNo, NumberedSupplier> versions_; ///< facts go by number
};

} // namespace

ImportSummary importSuppliers(books::WriteTransaction& tx, ImportSource source)
{
    return SuppliersImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
