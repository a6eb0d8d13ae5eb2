#include "exchange/workbook/workbook.h"

#include "exchange/workbook/sheet.h"
#include "exchange/workbook/xml.h"

#include <memory>
#include <optional>
#include <zip.h>

namespace giftbox::exchange {

namespace {

/// The parts of a workbook by name, unpacked one by one.
class Package {
public:
    explicit Package(std::string_view bytes)
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (zip_ == nullptr && source != nullptr) {
            zip_source_free(source);
        }
        zip_error_fini(&error);
        if (zip_ == nullptr) {
            throw WorkbookError("The file is not a workbook, or is damaged.");
        }
    }
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;
    ~Package() { zip_discard(zip_); }

    std::optional<std::string> find(const std::string& name)
    {
        const zip_int64_t at = zip_name_locate(zip_, name.c_str(), ZIP_FL_NOCASE);
        if (at < 0) {
            return std::nullopt;
        }
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
            zip_fopen_index(zip_, static_cast<zip_uint64_t>(at), 0), zip_fclose);
        if (!file) {
            throw WorkbookError("The workbook is protected by a password, or is damaged.");
        }
        std::string part;
        char block[64 * 1024];
        while (true) {
            const zip_int64_t count = zip_fread(file.get(), block, sizeof block);
            if (count < 0) {
                throw WorkbookError("A part of the workbook is damaged.");
            }
            if (count == 0) {
                return part;
            }
            unpacked_ += static_cast<std::uint64_t>(count);
            if (unpacked_ > kMostUnpacked) {
                throw WorkbookError("The workbook is too large. Save the sheet as CSV.");
            }
            part.append(block, static_cast<std::size_t>(count));
        }
    }

private:
    zip_t* zip_ = nullptr;
    std::uint64_t unpacked_ = 0;
};

struct Contents {
    std::string relation; ///< of the first sheet that is not hidden
    bool isSince1904 = false;
};

Contents contentsOf(std::string_view xml)
{
    Contents contents;
    readXml(xml, {.begin =
                      [&](std::string_view name, const auto& attributes) {
                          const std::string state = valueOf(attributes, "state");
                          if (name == "sheet" && contents.relation.empty() &&
                              (state.empty() || state == "visible")) {
                              contents.relation = valueOf(attributes, "id");
                          } else if (name == "workbookPr") {
                              const std::string since = valueOf(attributes, "date1904");
                              contents.isSince1904 = since == "1" || since == "true";
                          }
                      },
                  .end = [](std::string_view) {},
                  .text = [](std::string_view) {}});
    return contents;
}

std::string targetOf(std::string_view xml, const std::string& relation)
{
    std::string target;
    readXml(xml, {.begin =
                      [&](std::string_view name, const auto& attributes) {
                          if (name == "Relationship" && valueOf(attributes, "Id") == relation) {
                              target = valueOf(attributes, "Target");
                          }
                      },
                  .end = [](std::string_view) {},
                  .text = [](std::string_view) {}});
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

} // namespace

std::string csvOfWorkbook(std::string_view bytes)
{
    Package package(bytes);
    const auto workbook = package.find("xl/workbook.xml");
    const auto relations = package.find("xl/_rels/workbook.xml.rels");
    if (!workbook || !relations) {
        throw WorkbookError("The file is not a workbook of the kind xlsx.");
    }
    const Contents contents = contentsOf(*workbook);
    const auto sheet = package.find(targetOf(*relations, contents.relation));
    if (contents.relation.empty() || !sheet) {
        throw WorkbookError("The workbook has no sheet that is shown.");
    }
    SheetParts parts{.isSince1904 = contents.isSince1904};
    if (const auto strings = package.find("xl/sharedStrings.xml")) {
        parts.strings = sharedStrings(*strings);
    }
    if (const auto styles = package.find("xl/styles.xml")) {
        parts.dates = dateStyles(*styles);
    }
    return csvOfSheet(*sheet, parts);
}

} // namespace giftbox::exchange
