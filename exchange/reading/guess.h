#pragma once

#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// Decides which column goes to which field: by answers, by name, by content. Throws Refusal as readTable.
void assignColumns(std::vector<ReadColumn>& columns, const ReadFields& fields,
                   const Answers& answers);

/// Whether the name of a column says what people spent. Pure.
bool isOfSpending(std::string_view columnName);

/// How many of the names are known as names of a field. Pure.
std::size_t knownNames(const std::vector<std::string>& names, const ReadFields& fields);

} // namespace giftbox::exchange
