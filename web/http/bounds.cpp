#include "web/http/bounds.h"

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr const char* kAskForLess =
    "; ask for less: a shorter time, or a filter. The files of the page Accounting may be of any "
    "size";

} // namespace

void requireFewBoxes(std::size_t boxes)
{
    if (boxes > kMostPrinted) {
        throw Refusal("print.too_many", "the file would be of " + std::to_string(boxes) +
                                            " boxes, and has at most " +
                                            std::to_string(kMostPrinted) +
                                            "; print them box by box, or have whoever runs the "
                                            "server print the month");
    }
}

void requireShort(std::size_t bytes)
{
    if (bytes > kLongestAnswer) {
        constexpr std::size_t kMegabyte = 1024U * 1024;
        throw Refusal("answer.too_large", "the answer would have more than " +
                                              std::to_string(kLongestAnswer / kMegabyte) +
                                              " MiB and was not made" + kAskForLess);
    }
}

void requireFewCells(std::size_t cells)
{
    if (cells > kMostCells) {
        throw Refusal("answer.too_large", "the table would have more than " +
                                              std::to_string(kMostCells) +
                                              " cells and was not made" + kAskForLess);
    }
}

Refusal tookTooLong()
{
    return Refusal("request.too_long",
                   "this took longer than " + std::to_string(kLongestRequest.count() / 1000) +
                       " seconds and was ended; nothing was changed. Ask for less, or try again "
                       "in a minute: a file may be being imported");
}

} // namespace giftbox::web
