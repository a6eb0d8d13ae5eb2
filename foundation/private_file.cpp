#include "foundation/private_file.h"

#include <fcntl.h>
#include <unistd.h>

namespace giftbox::foundation {

void makePrivateFile(const std::string& path)
{
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
    }
}

} // namespace giftbox::foundation
