#pragma once

#include "foundation/refusal.h"

#include <chrono>
#include <cstddef>

namespace giftbox::web {

/// How long a request may take, waiting for other writers included.
inline constexpr std::chrono::milliseconds kLongestRequest{30'000};
/// A file that a program imports may take longer.
inline constexpr std::chrono::milliseconds kLongestImport{600'000};
/// An answer that is made in memory; files for accounting go through a Spool.
inline constexpr std::size_t kLongestAnswer = 32U * 1024 * 1024;
/// Cells of a table, each of which takes more memory than it has letters.
inline constexpr std::size_t kMostCells = 200'000;

/// Boxes whose notes or packing slips are one file, which is set while somebody waits.
inline constexpr std::size_t kMostPrinted = 1000;

/// Throws Refusal `print.too_many`.
void requireFewBoxes(std::size_t boxes);
/// Throws Refusal `answer.too_large` unless an answer of so many bytes may be made.
void requireShort(std::size_t bytes);
/// The same for the cells of a table.
void requireFewCells(std::size_t cells);

/// `request.too_long`, for who asked.
foundation::Refusal tookTooLong();

} // namespace giftbox::web
