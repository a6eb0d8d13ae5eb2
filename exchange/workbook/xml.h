#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace giftbox::exchange {

using XmlAttributes = std::map<std::string, std::string>; ///< by names without their namespace

/// The attribute; empty if there is none.
std::string valueOf(const XmlAttributes& attributes, const char* name);

/// What is called while XML is read; names are without their namespace.
struct XmlHandler {
    std::function<void(std::string_view name, const XmlAttributes& attributes)> begin;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

/// Reads the XML. Throws WorkbookError if it is not well formed, or declares entities.
void readXml(std::string_view xml, const XmlHandler& handler);

} // namespace giftbox::exchange
