#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::exchange {
class BoxImport;
}
namespace giftbox::tests {
struct Exempt;
}

namespace giftbox::gifting {

struct Waiting;

/// Why somebody may get a box although they are marked do-not-gift. Only what has been decided makes one: the
/// approved list of a month, read by selection and
/// by the planner, and a file of boxes that there are.
class Exemption {
public:
    const std::string& reason() const { return reason_; }
    bool operator==(const Exemption&) const = default;

private:
    friend std::optional<Exemption> approvedException(const books::ReadTransaction&,
                                                      std::string_view, foundation::Month);
    friend std::vector<Waiting> waitingIn(const books::ReadTransaction&, foundation::Month);
    friend class giftbox::exchange::BoxImport;
    friend struct giftbox::tests::Exempt;

    explicit Exemption(std::string reason) : reason_(std::move(reason)) {}

    std::string reason_;
};

} // namespace giftbox::gifting
