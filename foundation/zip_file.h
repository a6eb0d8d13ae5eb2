#pragma once

#include "foundation/own_file.h"

#include <memory>
#include <string>
#include <vector>

namespace giftbox::foundation {

/// Writes a ZIP archive; the same files are the same bytes. Its functions throw std::runtime_error where the archive
/// cannot be written.
class ZipWriter {
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    /// `content` is read by finish() and must live until then.
    void add(const std::string& name, const OwnFile& content);
    OwnFile finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Reads a ZIP archive. Its functions throw std::runtime_error where the file is none, or is damaged.
class ZipReader {
public:
    explicit ZipReader(const std::string& path);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;
    /// In the order of the archive.
    std::vector<std::string> names() const;
    /// Passes on the bytes of a file of that name, in pieces.
    void read(const std::string& name, const Sink& sink) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace giftbox::foundation
