#pragma once

#include "foundation/database/session.h"
#include "foundation/database/writer_queue.h"

#include <string>

namespace giftbox::foundation {

/// What this process shares of a SQLite file while it has it open; one for each connection of its own.
///
/// Writers queue, first come, first served. Where several connections are open they write through one more, the writer's, each in its
/// turn: SQLite throws all pages away that a connection has read once another has written, and a box reads some 300.
///
/// Whoever replaces or removes the file, or its log, takes all that is committed from then on away with it, so such a commit is refused. What
/// counts is the file that the first connection has opened, until the last is closed.
class OpenFile {
public:
    /// Throws Refusal `database.replaced` where the process has another file of this name open. The name may be one of no file.
    static void requireSame(const std::string& path);
    /// Throws Refusal `database.replaced`: what a commit means that failed with SQLITE_CONSTRAINT_COMMITHOOK.
    [[noreturn]] static void refuse(const std::string& path);

    /// Of an open connection to `path`; its commits are refused from now on when the file is not there any more. Throws Refusal `database.replaced`
    /// when it is another one already.
    OpenFile(std::string path, Session& session);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    /// Before the connection is closed, since the last to close removes the log.
    ~OpenFile();

    /// Throws Refusal `database.replaced`.
    void requireSame() const { requireSame(path_); }
    /// Its log was taken away by us.
    void forgetLog();

    WriterQueue& writers();
    /// Through which whoever has the turn writes: the connection itself, where it is alone. Throws DatabaseError.
    Session& writer();
    /// Of whoever has the turn: the writer's connection is not fit any more, and opened anew for the next.
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
