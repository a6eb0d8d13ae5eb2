#include "web/http/bounds.h"

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr const char* kAskForLess =
    "; ask for a shorter period, or add a filter. The files on the page Accounting have no size "
    "limit";

} // namespace

void requireFewBoxes(std::size_t boxes)
{
    if (boxes > kMostPrinted) {
        throw Refusal("print.too_many", {{"boxes", boxes}, {"most", kMostPrinted}});
    }
}

void requireShort(std::size_t bytes)
{
    if (bytes > kLongestAnswer) {
        constexpr std::size_t kMegabyte = 1024U * 1024;
        throw Refusal("answer.too_large", {{"megabytes", kLongestAnswer / kMegabyte}});
    }
}

void requireFewCells(std::size_t cells)
{
    if (cells > kMostCells) {
        throw Refusal("answer.too_large/table", {{"most", kMostCells}});
    }
}

Refusal tookTooLong()
{
    return Refusal("request.too_long", {{"seconds", kLongestRequest.count() / 1000}});
}

} // namespace giftbox::web
