#include "web/uploads/uploaded_file.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

namespace giftbox::web {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kMostNameBytes = 80;

struct Beginning {
    std::string_view bytes;
    std::string_view what;
};

constexpr std::string_view kWorkbook =
    "a spreadsheet workbook or a ZIP archive; save the sheet as CSV (UTF-8)";
constexpr std::string_view kPacked = "compressed; extract it first";
constexpr std::string_view kPicture = "a picture; select a CSV file";
constexpr std::string_view kOtherText = "text in UTF-16 or UTF-32; save it as CSV (UTF-8)";

constexpr Beginning kBeginnings[] = {
    {"PK\x03\x04"sv, kWorkbook},
    {"PK\x05\x06"sv, kWorkbook},
    {"\xD0\xCF\x11\xE0"sv, "an old spreadsheet workbook; save the sheet as CSV"},
    {"\x1F\x8B"sv, kPacked},
    {"BZh"sv, kPacked},
    {"\xFD"
     "7zXZ"sv,
     kPacked},
    {"7z\xBC\xAF"sv, kPacked},
    {"\x28\xB5\x2F\xFD"sv, kPacked},
    {"Rar!"sv, kPacked},
    {"%PDF-"sv, "a PDF; select a CSV file"},
    {"{\\rtf"sv, "a document; save the table as CSV (UTF-8)"},
    {"\x89PNG"sv, kPicture},
    {"\xFF\xD8\xFF"sv, kPicture},
    {"GIF8"sv, kPicture},
    {"SQLite format 3\0"sv, "a database; ask your server administrator to import it"},
    {"\x7F"
     "ELF"sv,
     "a program; select a CSV file"},
    {"MZ\x90"sv, "a program; select a CSV file"},
    {"\xFF\xFE"sv, kOtherText},
    {"\xFE\xFF"sv, kOtherText},
    {"\0\0\xFE\xFF"sv, kOtherText}};

[[noreturn]] void refuse(std::string_view what)
{
    throw foundation::Refusal("import.not_csv", {{"what", what}});
}

} // namespace

std::string shownFileName(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    std::string shown =
        foundation::printable(slash == std::string_view::npos ? name : name.substr(slash + 1));
    if (shown.size() > kMostNameBytes) {
        std::size_t end = kMostNameBytes;
        while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) {
            --end; // do not cut a character
        }
        shown = shown.substr(0, end) + "…";
    }
    return shown.empty() ? "file" : shown;
}

void requireCsv(std::string_view bytes, Encodings readable)
{
    if (bytes.empty()) {
        refuse("empty; select the file you saved");
    }
    for (const Beginning& one : kBeginnings) {
        const bool isRead =
            readable == Encodings::AreRead && one.what == kOtherText && one.bytes.size() == 2;
        if (bytes.starts_with(one.bytes) && !isRead) {
            refuse(one.what);
        }
    }
    // UTF-16 without a byte order mark has a zero beside each Latin letter.
    if (readable == Encodings::Utf8Only && bytes.size() > 1 &&
        (bytes[0] == '\0') != (bytes[1] == '\0')) {
        refuse(kOtherText);
    }
}

} // namespace giftbox::web
