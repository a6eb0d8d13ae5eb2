#include "tests/gifting/program_steps.h"

#include <algorithm>
#include <ostream>
#include <random>

namespace giftbox::tests {

namespace {

constexpr int kStepsEach = 40;

} // namespace

std::ostream& operator<<(std::ostream& out, const Step& step)
{
    out << step.verb;
    for (const int number : step.numbers) {
        out << ' ' << number;
    }
    return out;
}

std::vector<Step> randomSteps(unsigned seed)
{
    static const std::vector<std::string> verbs = {"receive",  "receive",       "receive",
                                                   "pack",     "pack",          "pack",
                                                   "pack",     "give",          "give",
                                                   "unpack",   "count",         "cap",
                                                   "count",    "writeOff",      "writeOff",
                                                   "close",    "plan",          "plan",
                                                   "plan",     "packPlanned",   "packPlanned",
                                                   "cancel",   "rate",          "reverse",
                                                   "takeBack", "takeBack",      "reverseWriteOff",
                                                   "correct",  "correct",       "reverseCount",
                                                   "deliver",  "giveBack",      "credit",
                                                   "credit",   "reverseReturn", "deliver",
                                                   "freight",  "freight",       "bill",
                                                   "bill",     "reverseBill",   "reverseFreight",
                                                   "close",    "reopen"};
    std::mt19937 random(seed);
    std::vector<Step> steps;
    for (int i = 0; i < kStepsEach; ++i) {
        Step step{.verb = verbs[random() % verbs.size()]};
        // Days advance through the story: most near the present, some far before or after.
        step.numbers[0] =
            i * 165 / kStepsEach + static_cast<int>(random() % 25) - (random() % 4 == 0 ? 40 : 8);
        for (std::size_t n = 1; n < step.numbers.size(); ++n) {
            step.numbers[n] = static_cast<int>(random() % 1000);
        }
        steps.push_back(step);
    }
    return steps;
}

int dayAfter(int days)
{
    const int count = std::max(0, days);
    return 20260000 + (1 + count / 28) * 100 + 1 + count % 28;
}

} // namespace giftbox::tests
