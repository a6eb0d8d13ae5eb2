#include "exchange/workbook/xml.h"

#include "exchange/workbook/workbook_error.h"

#include <algorithm>
#include <exception>
#include <expat.h>
#include <memory>

namespace giftbox::exchange {

namespace {

struct Reader {
    const XmlHandler& handler;
    XML_Parser parser = nullptr;
    std::exception_ptr failed = {};

    template <class Work>
    void run(Work&& work)
    {
        try {
            work();
        } catch (...) { // not through the library
            failed = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

std::string_view withoutNamespace(const char* name)
{
    const std::string_view text = name;
    return text.substr(text.rfind(':') + 1);
}

void XMLCALL begin(void* user, const XML_Char* name, const XML_Char** attributes)
{
    auto& reader = *static_cast<Reader*>(user);
    reader.run([&] {
        std::map<std::string, std::string> all;
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            all.emplace(withoutNamespace(attributes[0]), attributes[1]);
        }
        reader.handler.begin(withoutNamespace(name), all);
    });
}

void XMLCALL end(void* user, const XML_Char* name)
{
    auto& reader = *static_cast<Reader*>(user);
    reader.run([&] { reader.handler.end(withoutNamespace(name)); });
}

void XMLCALL text(void* user, const XML_Char* bytes, int size)
{
    auto& reader = *static_cast<Reader*>(user);
    reader.run([&] { reader.handler.text({bytes, static_cast<std::size_t>(size)}); });
}

void XMLCALL entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                    const XML_Char*, const XML_Char*, const XML_Char*)
{
    auto& reader = *static_cast<Reader*>(user);
    reader.run([] { throw WorkbookError("A part of the workbook declares entities."); });
}

} // namespace

std::string valueOf(const XmlAttributes& attributes, const char* name)
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
}

void readXml(std::string_view xml, const XmlHandler& handler)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    Reader reader{handler, parser.get()};
    XML_SetUserData(parser.get(), &reader);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), text);
    XML_SetEntityDeclHandler(parser.get(), entity);
    constexpr std::size_t kBlock = std::size_t{1} << 20;
    bool isSound = true;
    while (isSound) {
        const std::string_view block = xml.substr(0, kBlock);
        xml.remove_prefix(block.size());
        isSound = XML_Parse(parser.get(), block.data(), static_cast<int>(block.size()),
                            xml.empty() ? 1 : 0) == XML_STATUS_OK;
        if (xml.empty()) {
            break;
        }
    }
    if (reader.failed) {
        std::rethrow_exception(reader.failed);
    }
    if (!isSound) {
        throw WorkbookError(std::string("A part of the workbook is damaged: ") +
                            XML_ErrorString(XML_GetErrorCode(parser.get())) + ".");
    }
}

} // namespace giftbox::exchange
