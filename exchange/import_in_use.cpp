#include "exchange/import_in_use.h"

namespace giftbox::exchange {

using foundation::Refusal;
using foundation::Sentence;

namespace {

/// The rows named by a refusal.
constexpr std::size_t kMostNamed = 5;

} // namespace

void InUse::add(std::int64_t number, const char* why, const std::string& name)
{
    rows_.try_emplace(number, why, name);
}

void InUse::throwIfAny(const ImportBatch& batch) const
{
    if (rows_.empty()) {
        return;
    }
    std::vector<Sentence> named;
    for (const auto& [number, row] : rows_) {
        if (named.size() < kMostNamed) {
            named.emplace_back(row.first, std::vector<foundation::Slot>{{"name", row.second}});
        }
    }
    const std::size_t more = rows_.size() - named.size();
    throw Refusal("import.in_use", {{"number", batch.number},
                                    {"count", rows_.size()},
                                    {"rows", batch.added + batch.changed},
                                    {"what", batch.kind},
                                    {"names", foundation::joined(std::move(named), ", ")},
                                    {"more", more > 0 ? std::optional(more) : std::nullopt}});
}

} // namespace giftbox::exchange
