#pragma once

#include "books/books.h"

#include <string>

namespace giftbox::tests {

/// Where the terms of an explanation do not add up to the figure above them, or the figure is not the one of the
/// report: every column of every month with facts, every line of its roll-forward, every box and every lot. Reads
/// pages of a few terms.
std::string explainedDifferences(const books::ReadTransaction& tx);

} // namespace giftbox::tests
