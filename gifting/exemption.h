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

/// The reason a recipient marked do-not-gift may get a box. Only decisions create one: a month's approved list, read
/// by selection and the planner, and a file of existing boxes.
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
