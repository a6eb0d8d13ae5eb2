#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// A library is not installed, or lacks what is needed of it.
class LibraryError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A library that is loaded when it is first needed, and stays loaded: linked in, it would slow down the start of every command.
class SharedLibrary {
public:
    /// `name` as in `libpq.so.5`; `package` is the Debian package that has it. Throws LibraryError.
    SharedLibrary(std::string name, const std::string& package);

    /// The function of that name, as the library's own header declares it. Throws LibraryError.
    template <class Function>
    Function find(const char* function) const
    {
        return reinterpret_cast<Function>(address(function));
    }

private:
    void* address(const char* function) const;

    std::string name_;
    void* handle_;
};

} // namespace giftbox::foundation
