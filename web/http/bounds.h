#pragma once

#include "foundation/refusal.h"

#include <chrono>
#include <cstddef>

namespace giftbox::web {

/// The longest time for a request, including the wait for other writers.
inline constexpr std::chrono::milliseconds kLongestRequest{30'000};
/// The longest time for a program's file import.
inline constexpr std::chrono::milliseconds kLongestImport{600'000};
/// The largest answer made in memory; accounting files go through a Spool.
inline constexpr std::size_t kLongestAnswer = 32U * 1024 * 1024;
/// The most cells of a table; each takes more memory than its text.
inline constexpr std::size_t kMostCells = 200'000;

/// The most boxes in one file of notes or packing slips, which is typeset while the user waits.
inline constexpr std::size_t kMostPrinted = 1000;

/// Throws Refusal `print.too_many`.
void requireFewBoxes(std::size_t boxes);
/// Throws Refusal `answer.too_large` for an answer of more bytes than allowed.
void requireShort(std::size_t bytes);
/// The same for the cells of a table.
void requireFewCells(std::size_t cells);

/// The refusal `request.too_long`.
foundation::Refusal tookTooLong();

} // namespace giftbox::web
