#pragma once

#include <stdexcept>

namespace giftbox::exchange {

/// The bytes are no workbook that can be read. The text is a sentence for people.
class WorkbookError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace giftbox::exchange
