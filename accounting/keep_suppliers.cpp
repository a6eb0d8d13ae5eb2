#include "accounting/keep_suppliers.h"

#include "accounting/statements.h"
#include "accounting/upgrade_event.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "purchasing/supplier.h"

#include <cctype>
#include <set>

namespace giftbox::accounting {

namespace {

constexpr std::size_t kLongestStem = 20;

/// The names, each in its first spelling.
std::vector<std::string> namesIn(foundation::Database& database, books::StoreId store)
{
    std::set<std::string> folded;
    std::vector<std::string> names;
    for (const auto& row : database.query(sql::NamesOfSuppliers{.storeId = store.value})) {
        if (folded.insert(foundation::folded(row.supplier)).second) {
            names.emplace_back(row.supplier);
        }
    }
    return names;
}

void keepSuppliersOf(foundation::Database& database, const StoreHead& head)
{
    const std::vector<std::string> names = namesIn(database, head.store.id);
    std::set<std::string, foundation::LessFolded> taken(names.begin(), names.end());
    std::vector<purchasing::NumberedSupplier> suppliers;
    for (const std::string& name : names) {
        taken.erase(name); // its own
        const std::string code =
            supplierCode(name, [&](const std::string& one) { return taken.contains(one); });
        taken.insert(code);
        taken.insert(name);
        suppliers.push_back(
            {.number = {static_cast<std::int64_t>(suppliers.size()) + 1},
             .version = 1,
             .supplier = {.code = code, .name = name, .currency = head.store.currency}});
    }
    if (suppliers.empty()) {
        return;
    }
    books::FactDigest facts;
    for (const purchasing::NumberedSupplier& one : suppliers) {
        insertSupplier(database, head.store.id, one, books::EventSeq{head.lastEvent + 1}, facts);
    }
    const auto count = static_cast<std::int64_t>(suppliers.size());
    const std::string detail = foundation::JsonObject().add("suppliers", count).text();
    appendEvent(database, head,
                {.action = "supplier.keep",
                 .subject = "suppliers",
                 .detail = books::withFacts(detail, facts)});
}

} // namespace

std::string supplierCode(std::string_view name,
                         const std::function<bool(const std::string&)>& isTaken)
{
    std::string stem;
    for (const char c : foundation::folded(name)) {
        const auto letter = static_cast<unsigned char>(c);
        if (letter < 0x80 && std::isalnum(letter) != 0) {
            stem += static_cast<char>(std::toupper(letter));
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    stem.resize(std::min(stem.size(), kLongestStem));
    while (!stem.empty() && stem.back() == '-') {
        stem.pop_back();
    }
    stem = stem.empty() ? "S" : stem;
    std::string code = stem;
    for (int next = 2; isTaken(code); ++next) {
        code = stem + "-" + std::to_string(next);
    }
    return code;
}

void keepSuppliers(foundation::Database& database)
{
    for (const StoreHead& head : storeHeads(database)) {
        keepSuppliersOf(database, head);
    }
}

} // namespace giftbox::accounting
