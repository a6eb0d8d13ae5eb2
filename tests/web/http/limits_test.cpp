#include "tests/tidy/source_tree.h"
#include "web/http/limits.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace giftbox::web::limits_test {
namespace {

/// The defaults of the server in docs/security.md.
TEST(Limits, AreWhatTheDocumentPromises)
{
    std::string document; // on one line
    for (const std::string& line :
         tidy::linesOf(tidy::readFile(tidy::root() / "docs/security.md"))) {
        document += line.substr(std::min(line.find_first_not_of(' '), line.size())) + " ";
    }
    const Limits limits;
    for (const std::string& promise :
         {std::to_string(limits.uploadsBytes >> 20U) + " MiB may be on their way at once",
          "A body over " + std::to_string(limits.unaskedBytes >> 10U) +
              " KiB is read only from a client with a session",
          "of the first user up to " + std::to_string(limits.strangerBytes >> 10U) + " KiB",
          "at most " + std::to_string(limits.connectionsAClient) + " of the " +
              std::to_string(limits.connections) + " connections"}) {
        EXPECT_NE(document.find(promise), std::string::npos) << promise;
    }
}

} // namespace
} // namespace giftbox::web::limits_test
