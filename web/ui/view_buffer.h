#pragma once

#include <streambuf>
#include <string_view>

namespace giftbox::web {

/// Bytes as a stream, without a copy of them.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view bytes)
    {
        char* begin = const_cast<char*>(bytes.data()); // a get area is not written to
        setg(begin, begin, begin + bytes.size());
    }
};

} // namespace giftbox::web
