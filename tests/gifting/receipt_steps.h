#pragma once

#include "books/books.h"
#include "tests/gifting/naive_program.h"
#include "tests/gifting/program_steps.h"

#include <functional>

namespace giftbox::tests {

/// Whether the program takes a change.
using Takes = std::function<bool(const std::function<void(books::WriteTransaction&)>&)>;

/// The verbs of receipts after they arrived, and of deliveries: `deliver`, `correct`, `giveBack`, `credit` and
/// `reverseReturn`.
bool isReceiptStep(const Step& step);
/// Whether both programs take it, or neither.
bool agreeOnReceipt(const Step& step, NaiveProgram& naive, const Takes& takes);

} // namespace giftbox::tests
