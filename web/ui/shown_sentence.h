#pragma once

#include <string>
#include <string_view>

namespace giftbox::web {

/// A refusal's sentence without what it advises for the command line: `there is no item HUT`. Pure.
std::string shownSentence(std::string_view sentence);

} // namespace giftbox::web
