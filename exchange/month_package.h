#pragma once

#include "books/books.h"
#include "foundation/own_file.h"

#include <functional>
#include <string>

namespace giftbox::exchange {

/// Prints the page that a manager reads, as PDF.
using PrintMonth = std::function<std::string(const books::ReadTransaction&, foundation::Month)>;

/// A month as one ZIP archive (files-package.md): `report.pdf`, `month.xlsx`, the tables of it as CSV, their control
/// totals, and `digest.txt` with the SHA-256 of each file and the head of the audit log. It names no recipient. Memory
/// does not grow with the month. The package of a closed month has the same bytes every time. Throws as `print`, and
/// std::runtime_error where no file can be written.
foundation::OwnFile writeMonthPackage(const books::ReadTransaction& tx, foundation::Month month,
                                      const PrintMonth& print);
/// `NORTH-2026-11.zip`
std::string nameOfPackage(const books::Store& store, foundation::Month month);

namespace package {
inline constexpr const char* kDigests = "digest.txt";
inline constexpr const char* kTotals = "control-totals.csv";
inline constexpr const char* kReport = "report.csv";
inline constexpr const char* kBoxes = "boxes.csv";
inline constexpr const char* kJournal = "journal.csv";
} // namespace package

} // namespace giftbox::exchange
