#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// A library is not installed, or lacks a function.
class LibraryError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A library loaded on first use and kept loaded. Linked in, it would slow down the start of every command.
class SharedLibrary {
public:
    /// `name` such as `libpq.so.5`; `package` is its Debian package. Throws LibraryError.
    SharedLibrary(std::string name, const std::string& package);

    /// The function with that name, as declared in the library's header. Throws LibraryError.
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
