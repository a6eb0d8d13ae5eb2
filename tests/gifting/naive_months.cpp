#include "tests/gifting/naive_program.h"

#include <algorithm>

namespace giftbox::tests {

bool NaiveProgram::close(int month)
{
    const int due = monthDue();
    if (month <= closed_ || month >= today_ / 100 || (due != 0 && month > due)) {
        return false;
    }
    for (Box& box : boxes_) {
        if ((box.state == 'p' || box.state == 'P') && box.month == month) {
            box.month = monthAfter(month);
        }
    }
    closed_ = month;
    closes_.push_back(month);
    return true;
}

bool NaiveProgram::reopen(int month)
{
    if (month != closed_ || closes_.empty()) {
        return false;
    }
    closes_.pop_back();
    closed_ = closes_.empty() ? 0 : closes_.back();
    const int first = closed_ == 0 ? 0 : monthAfter(closed_);
    for (Box& box : boxes_) {
        if (box.state == 'p' || box.state == 'P') {
            box.month = std::max(first, box.state == 'p' ? box.packedOn / 100 : box.plannedFor);
        }
    }
    return true;
}

} // namespace giftbox::tests
