#include "foundation/database/backup_mark.h"

#include <array>
#include <fstream>
#include <string_view>

namespace giftbox::foundation {

bool isMarkedAsBackup(const std::string& path)
{
    constexpr std::size_t kNumber = 68; // its place in SQLite's header
    std::array<char, kNumber + 4> header{};
    std::ifstream(path, std::ios::binary).read(header.data(), header.size());
    return std::string_view(header.data() + kNumber, 4) == "GBXB";
}

} // namespace giftbox::foundation
