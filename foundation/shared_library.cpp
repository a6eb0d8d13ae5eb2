#include "foundation/shared_library.h"

#include <dlfcn.h>

namespace giftbox::foundation {

SharedLibrary::SharedLibrary(std::string name, const std::string& package)
    : name_(std::move(name)), handle_(dlopen(name_.c_str(), RTLD_NOW | RTLD_LOCAL))
{
    if (handle_ == nullptr) {
        throw LibraryError("the library " + name_ + " cannot be loaded; install the package " +
                           package + " (" + dlerror() + ")");
    }
}

void* SharedLibrary::address(const char* function) const
{
    void* found = dlsym(handle_, function);
    if (found == nullptr) {
        throw LibraryError("the library " + name_ + " has no " + function);
    }
    return found;
}

} // namespace giftbox::foundation
