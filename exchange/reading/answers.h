#pragma once

#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// The answers as one JSON object, to keep, and back. Reading ignores what it does not know. Throws Refusal
/// `body.malformed` for text that is not JSON.
std::string toJson(const Answers& answers);
Answers parseAnswers(std::string_view json);

/// `comma` or `point`, for a decimal mark.
std::string_view nameOfMark(char mark);
std::optional<char> markNamed(std::string_view name);

/// What was recognized, in lines for people: encoding and forms, columns, and rows left out. Pure.
std::vector<std::string> described(const Reading& reading);

} // namespace giftbox::exchange
