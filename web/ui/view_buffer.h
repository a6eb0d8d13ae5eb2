#pragma once

#include <streambuf>
#include <string_view>

namespace giftbox::web {

/// Bytes as a stream, without copying.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view bytes)
    {
        char* begin = const_cast<char*>(bytes.data()); // the get area is read only
        setg(begin, begin, begin + bytes.size());
    }
};

} // namespace giftbox::web
