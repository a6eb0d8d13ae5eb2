#pragma once

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

namespace giftbox::tests {

/// One step. Each verb interprets the numbers itself, so that every step is meaningful after any other.
struct Step {
    std::string verb;
    std::array<int, 8> numbers{};
};

std::ostream& operator<<(std::ostream& out, const Step& step);

/// A story of 40 steps.
std::vector<Step> randomSteps(unsigned seed);

/// The day that many days after New Year 2026, in months of 28 days.
int dayAfter(int days);

} // namespace giftbox::tests
