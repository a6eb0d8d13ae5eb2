#pragma once

#include <cstdlib>
#include <string>

namespace giftbox::tests {

/// The number that the random stories of a run start from: GIFTBOX_TEST_SEED, at most 4 million. 0 plays the same
/// stories in every run.
inline unsigned testSeed()
{
    const char* given = std::getenv("GIFTBOX_TEST_SEED");
    return given == nullptr ? 0 : static_cast<unsigned>(std::stoul(given));
}

/// The seed of a story, of at most 1000 in a test, numbered from 0.
inline unsigned storySeed(unsigned number) { return testSeed() * 1000 + number; }

/// For a message: how the story is played once more.
inline std::string storyName(unsigned number)
{
    return "story " + std::to_string(number) +
           " of GIFTBOX_TEST_SEED=" + std::to_string(testSeed());
}

} // namespace giftbox::tests
