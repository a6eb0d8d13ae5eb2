#include "foundation/zip_file.h"

#include "foundation/loaded_function.h"

#include <array>
#include <stdexcept>
#include <utility>
#include <zip.h>

namespace giftbox::foundation {

namespace {

/// The functions of libzip, which is loaded by whoever reads or writes an archive.
struct ZipLibrary {
// NOLINTBEGIN(bugprone-macro-parentheses): the name of a member
#define GIFTBOX_ZIP(name)                                                                          \
    decltype(&::name) name = reinterpret_cast<decltype(&::name)>(loadedFunction("zip", 4, #name))
    // NOLINTEND(bugprone-macro-parentheses)
    GIFTBOX_ZIP(zip_open);
    GIFTBOX_ZIP(zip_close);
    GIFTBOX_ZIP(zip_discard);
    GIFTBOX_ZIP(zip_strerror);
    GIFTBOX_ZIP(zip_source_file);
    GIFTBOX_ZIP(zip_source_free);
    GIFTBOX_ZIP(zip_file_add);
    GIFTBOX_ZIP(zip_file_set_dostime);
    GIFTBOX_ZIP(zip_get_num_entries);
    GIFTBOX_ZIP(zip_get_name);
    GIFTBOX_ZIP(zip_fopen);
    GIFTBOX_ZIP(zip_fread);
    GIFTBOX_ZIP(zip_fclose);
#undef GIFTBOX_ZIP
};

const ZipLibrary& library()
{
    static const ZipLibrary library;
    return library;
}

constexpr zip_uint16_t kMidnight = 0;
constexpr zip_uint16_t kFirstDosDay =
    (20U << 9U) | (1U << 5U) | 1U; // 2000-01-01, the same in every time zone

zip_t* opened(const std::string& path, int flags)
{
    int error = 0;
    zip_t* const archive = library().zip_open(path.c_str(), flags, &error);
    if (archive == nullptr) {
        throw std::runtime_error("it is no ZIP archive, or a damaged one");
    }
    return archive;
}

[[noreturn]] void failed(zip_t* archive)
{
    throw std::runtime_error(library().zip_strerror(archive));
}

} // namespace

struct ZipWriter::Impl {
    OwnFile file;
    zip_t* archive = opened(file.path(), ZIP_CREATE | ZIP_TRUNCATE);
};

ZipWriter::ZipWriter() : impl_(std::make_unique<Impl>()) {}

ZipWriter::~ZipWriter()
{
    if (impl_->archive != nullptr) {
        library().zip_discard(impl_->archive);
    }
}

void ZipWriter::add(const std::string& name, const OwnFile& content)
{
    zip_t* const archive = impl_->archive;
    zip_source_t* const source = library().zip_source_file(archive, content.path().c_str(), 0, 0);
    if (source == nullptr) {
        failed(archive);
    }
    const zip_int64_t at = library().zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        library().zip_source_free(source);
        failed(archive);
    }
    const auto entry = static_cast<zip_uint64_t>(at);
    if (library().zip_file_set_dostime(archive, entry, kMidnight, kFirstDosDay, 0) != 0) {
        failed(archive);
    }
}

OwnFile ZipWriter::finish()
{
    if (library().zip_close(impl_->archive) != 0) {
        failed(impl_->archive);
    }
    impl_->archive = nullptr;
    return std::move(impl_->file);
}

struct ZipReader::Impl {
    explicit Impl(const std::string& path) : archive(opened(path, ZIP_RDONLY)) {}
    zip_t* archive;
};

ZipReader::ZipReader(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}

ZipReader::~ZipReader() { library().zip_discard(impl_->archive); }

std::vector<std::string> ZipReader::names() const
{
    std::vector<std::string> names;
    const zip_int64_t count = library().zip_get_num_entries(impl_->archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* const name =
            library().zip_get_name(impl_->archive, static_cast<zip_uint64_t>(i), 0);
        if (name == nullptr) {
            failed(impl_->archive);
        }
        names.emplace_back(name);
    }
    return names;
}

void ZipReader::read(const std::string& name, const Sink& sink) const
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        library().zip_fopen(impl_->archive, name.c_str(), 0), library().zip_fclose);
    if (file == nullptr) {
        failed(impl_->archive);
    }
    std::array<char, std::size_t{64} * 1024> piece{};
    while (true) {
        const zip_int64_t read = library().zip_fread(file.get(), piece.data(), piece.size());
        if (read < 0) {
            throw std::runtime_error("the file " + name + " in it is damaged");
        }
        if (read == 0) {
            return;
        }
        sink({piece.data(), static_cast<std::size_t>(read)});
    }
}

} // namespace giftbox::foundation
