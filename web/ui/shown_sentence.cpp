#include "web/ui/shown_sentence.h"

#include <algorithm>

namespace giftbox::web {

std::string shownSentence(std::string_view sentence)
{
    std::string shown;
    for (std::size_t begin = 0; begin < sentence.size();) {
        const std::size_t end = std::min(sentence.find("; ", begin), sentence.size());
        const std::string_view clause = sentence.substr(begin, end - begin);
        if (shown.empty() || clause.find("`giftbox ") == std::string_view::npos) {
            shown += shown.empty() ? "" : "; ";
            shown += clause;
        }
        begin = end + 2;
    }
    return shown;
}

} // namespace giftbox::web
