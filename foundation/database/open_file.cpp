#include "foundation/database/open_file.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <list>
#include <map>
#include <mutex>
#include <sqlite3.h>
#include <sys/stat.h>

namespace giftbox::foundation {

namespace {

/// A file's device and number; nothing if there is no file.
using Number = std::pair<dev_t, ino_t>;

Number numberOf(const std::string& path)
{
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? Number(found.st_dev, found.st_ino) : Number();
}

/// Whether the connection's open file no longer has its name.
bool hasMoved(const Session& session)
{
    int moved = 0;
    sqlite3_file_control(session.sqlite(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

} // namespace

struct OpenFile::File {
    std::map<std::string, int, std::less<>>
        names; ///< the number of connections opened by each name
    Number number;
    std::string resolved;      ///< the path beside which SQLite has made the log
    std::array<Number, 2> log; ///< and its index; nothing until seen
    WriterQueue writers;
    std::unique_ptr<Session> writer; ///< for the holder of the turn
};

struct OpenFile::Registry {
    std::mutex mutex;
    std::list<File> files;
};

OpenFile::Registry& OpenFile::registry()
{
    static Registry all;
    return all;
}

bool OpenFile::isSame(File& file)
{
    const std::array log = {numberOf(file.resolved + "-wal"), numberOf(file.resolved + "-shm")};
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (file.log[i] == Number()) {
            file.log[i] = log[i];
        }
    }
    return file.log == log && std::ranges::all_of(file.names, [&](const auto& name) {
               return numberOf(name.first) == file.number;
           });
}

void OpenFile::requireSame(const std::string& path)
{
    const std::lock_guard lock(registry().mutex);
    for (File& file : registry().files) {
        if (file.names.contains(path) && !isSame(file)) {
            refuse(path);
        }
    }
}

void OpenFile::refuse(const std::string& path)
{
    throw Refusal("database.replaced", {{"path", path}});
}

void OpenFile::watch(Session& session, File& file)
{
    const auto isReplaced = [](void* watched) {
        const std::lock_guard lock(registry().mutex);
        return isSame(*static_cast<File*>(watched)) ? 0 : 1;
    };
    sqlite3_commit_hook(session.sqlite(), isReplaced, &file);
}

OpenFile::OpenFile(std::string path, Session& session) : path_(std::move(path)), session_(session)
{
    const std::lock_guard lock(registry().mutex);
    auto& files = registry().files;
    const Number number = numberOf(path_);
    // It may have been replaced since the connection was opened.
    if (hasMoved(session_) || std::ranges::any_of(files, [&](const File& file) {
            return file.names.contains(path_) && file.number != number;
        })) {
        refuse(path_);
    }
    const auto at = std::ranges::find(files, number, &File::number);
    if (at != files.end()) {
        file_ = &*at;
    } else {
        std::error_code unknown;
        file_ = &files.emplace_back();
        file_->number = number;
        file_->resolved = std::filesystem::canonical(path_, unknown);
    }
    ++file_->names[path_];
    watch(session_, *file_);
}

OpenFile::~OpenFile()
{
    sqlite3_commit_hook(session_.sqlite(), nullptr, nullptr);
    std::list<File> closed; // outlives the lock, so its writer's connection is closed without it
    const std::lock_guard lock(registry().mutex);
    if (const auto name = file_->names.find(path_); --name->second == 0) {
        file_->names.erase(name);
    }
    if (file_->names.empty()) {
        auto& files = registry().files;
        closed.splice(closed.end(), files, std::ranges::find_if(files, [this](const File& file) {
                          return &file == file_;
                      }));
    }
}

void OpenFile::forgetLog()
{
    const std::lock_guard lock(registry().mutex);
    file_->log = {};
}

WriterQueue& OpenFile::writers() { return file_->writers; }

Session& OpenFile::writer()
{
    if (file_->writer) {
        return *file_->writer;
    }
    {
        const std::lock_guard lock(registry().mutex);
        if (file_->names.size() == 1 && file_->names.begin()->second == 1) {
            return session_;
        }
    }
    file_->writer = std::make_unique<Session>(path_);
    watch(*file_->writer, *file_);
    return *file_->writer;
}

void OpenFile::dropWriter() { file_->writer.reset(); }

} // namespace giftbox::foundation
