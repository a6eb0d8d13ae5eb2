#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace giftbox::exchange {

/// What is called while XML is read; names are without their namespace.
struct XmlHandler {
    std::function<void(std::string_view name, const std::map<std::string, std::string>& attributes)>
        begin;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

/// Reads the XML. Throws WorkbookError if it is not well formed, or declares entities.
void readXml(std::string_view xml, const XmlHandler& handler);

} // namespace giftbox::exchange
