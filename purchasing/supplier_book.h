#pragma once

#include "purchasing/supplier.h"

#include <map>
#include <set>

namespace giftbox::purchasing {

/// Every supplier of a store, each as its newest version. A supplier is found by its code, its name, and every name it
/// had, in any spelling [folded]. One that was taken away is known by its number alone.
class SupplierBook {
public:
    /// One statement.
    explicit SupplierBook(const books::ReadTransaction& tx);

    /// nullptr if the text names none.
    const NumberedSupplier* find(std::string_view codeOrName) const;
    const NumberedSupplier* findCode(std::string_view code) const;
    /// Throws Refusal `supplier.unknown`.
    const NumberedSupplier& require(std::string_view codeOrName) const;
    /// Requires that there is one of this number.
    const NumberedSupplier& of(SupplierNo number) const { return newest_.at(number); }
    /// The supplier's name if the text names one, else the text.
    std::string nameFor(const std::string& text) const;
    /// Every name it had, folded.
    std::vector<std::string> namesOf(SupplierNo number) const;
    /// In the order of their numbers.
    std::vector<NumberedSupplier> all() const;
    /// By name.
    std::vector<NumberedSupplier> byName() const;
    SupplierNo nextNumber() const;
    /// A version that is newer than those known.
    void add(NumberedSupplier version);

private:
    std::map<SupplierNo, NumberedSupplier> newest_;
    std::set<SupplierNo> removed_;
    std::map<std::string, SupplierNo, std::less<>> codes_; ///< folded
    std::map<std::string, SupplierNo, std::less<>> names_; ///< folded
};

} // namespace giftbox::purchasing
