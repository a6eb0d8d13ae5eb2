#pragma once

#include "foundation/database/session.h"
#include "foundation/database/writer_queue.h"

#include <string>

namespace giftbox::foundation {

/// The state that this process shares for an open SQLite file, one per connection.
///
/// Writers queue in order of arrival. If several connections are open, they take turns to write through one more, the
/// writer's connection: SQLite drops all pages a connection has read once another has written, and packing a box
/// reads about 300.
///
/// Replacing or removing the file or its log would lose everything committed afterward, so such commits are refused.
/// The valid file is the one the first connection opened, until the last is closed.
class OpenFile {
public:
    /// Throws Refusal `database.replaced` if the process has another file of this name open. The name may have no
    /// file.
    static void requireSame(const std::string& path);
    /// Throws Refusal `database.replaced`, the meaning of a commit that failed with SQLITE_CONSTRAINT_COMMITHOOK.
    [[noreturn]] static void refuse(const std::string& path);

    /// Refuses the commits of an open connection to `path` from now on if the file is gone. Throws Refusal
    /// `database.replaced` if it is already another file.
    OpenFile(std::string path, Session& session);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    /// Call it before the connection is closed, because the last to close removes the log.
    ~OpenFile();

    /// Throws Refusal `database.replaced`.
    void requireSame() const { requireSame(path_); }
    /// We removed its log.
    void forgetLog();

    WriterQueue& writers();
    /// The session through which the holder of the turn writes: its own connection if it is alone. Throws
    /// DatabaseError.
    Session& writer();
    /// The holder of the turn reports that the writer's connection is broken. It is reopened for the next.
    void dropWriter();

private:
    struct File;
    struct Registry;
    static Registry& registry();
    static bool isSame(File& file); // with the registry's lock held
    static void watch(Session& session, File& file);

    std::string path_;
    Session& session_;
    File* file_;
};

} // namespace giftbox::foundation
