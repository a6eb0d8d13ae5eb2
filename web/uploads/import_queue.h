#pragma once

#include "books/books.h"
#include "exchange/import_file.h"
#include "web/uploads/bad_rows.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace giftbox::web {

/// What an import reads: the file, and what only one kind has beside it.
struct ImportInput {
    exchange::ImportSource file;
    std::optional<exchange::ImportSource> boxes = {}; ///< of movements
    std::optional<exchange::ImportSource> stock = {}; ///< of movements, to compare with
    foundation::Date on = {};                         ///< of stock, the day it is received
};

/// A file of facts that can be imported.
struct ImportKind {
    std::string_view name;  ///< `items`
    std::string_view text;  ///< for people to choose from, with its columns
    std::string_view added; ///< what it adds, in the plural
    exchange::ImportSummary (*run)(books::WriteTransaction&, ImportInput) = nullptr;
    /// Below the store's address: where what was added last is seen.
    std::string (*page)(books::WriteTransaction&) = nullptr;
    bool hasBoxes = false;
};
std::span<const ImportKind> importKinds();
/// Throws Refusal `import.kind`.
const ImportKind& importKind(std::string_view name);

/// A file's bytes as they are imported. `name` begins the place of each bad row.
struct ImportedBytes {
    std::string_view bytes;
    std::string name;
    std::vector<std::string> ignored = {};
    foundation::Date on = {}; ///< as of ImportInput
    exchange::Beyond beyond = exchange::Beyond::Stop;
};
/// Requires a kind of one file. Throws the refusals of the kind's import.
exchange::ImportSummary importBytes(books::WriteTransaction& tx, const ImportKind& kind,
                                    const ImportedBytes& file);

/// The names of columns in a text that parts them by commas.
std::vector<std::string> columnsNamed(std::string_view text);

/// How far a file has come: it is checked, and when it is clean and its owner says so, imported.
enum class ImportState { WaitsForCheck, Checks, Refused, Clean, WaitsForImport, Imports, Done };

/// One of the files that are sent together.
struct SentPart {
    std::string field; ///< `file`, or which of ImportInput it is
    std::string name;  ///< as shownFileName; none twice
    std::string sha256;
    std::int64_t size = 0;
};

/// A file that somebody has sent, with those that belong to it, as the page shows it.
struct SentFile {
    std::string id;
    std::string store;
    std::string login;
    std::string kind;
    std::vector<SentPart> parts; ///< the file itself is the first
    std::string sha256 = {};     ///< of the file; of the digests where there are several
    std::vector<std::string> ignored = {};
    foundation::Date on = {};
    bool isConfirmed = false; ///< as of books::Actor
    ImportState state = ImportState::WaitsForCheck;
    std::int64_t read = 0;
    exchange::ImportSummary summary = {};
    std::string addedPage = {};                   ///< see ImportKind::page
    std::optional<foundation::Sentence> why = {}; ///< it is refused
    std::size_t badRows = 0;
    std::size_t badPages = 0;

    const std::string& name() const { return parts.front().name; }
    /// Whether there may be more mistakes than are told; the sentence says how many.
    bool isToldInPart() const { return badRows >= exchange::kMostMistakes; }
    std::int64_t size() const;
    bool isBusy() const
    {
        return state != ImportState::Refused && state != ImportState::Clean &&
               state != ImportState::Done;
    }
};

/// Where files wait between being sent, checked and imported: in temporary files without a name. One thread works on one at a time, with a
/// database connection of its own, so that no page waits for it; a check is made on a copy of the books, so that no writer waits for it either. What is
/// there is forgotten after an hour, and with the server; of the same person the oldest that is not worked on makes room for a fifth.
class ImportQueue {
public:
    struct Options {
        std::string databaseUrl;
        std::function<void(const std::string&)> log;
        std::chrono::milliseconds keep{60 * 60 * 1000};
    };
    explicit ImportQueue(Options options);
    ImportQueue(const ImportQueue&) = delete;
    ImportQueue& operator=(const ImportQueue&) = delete;
    /// Finishes the import that runs; gives up a check.
    ~ImportQueue();

    /// Takes a file over and checks it. `contents` are of its parts, within the spool's bytes. The same file sent twice under a request key is one.
    /// Throws Refusal `import.busy` when too many files of this person wait, or of everybody.
    std::string check(SentFile file, Spool bytes, std::vector<std::string_view> contents,
                      const books::Actor& actor);
    /// Their own file only. Throws Refusal `import.unknown`.
    SentFile find(std::string_view id, std::string_view store, std::string_view login);
    /// Imports the file that was checked; nothing when it is imported or about to be. Throws Refusal `import.unknown`, `import.not_clean`.
    void import(const SentFile& file, const books::Actor& actor);
    /// Those of a page, or of all; nothing when the file is not there any more.
    void visitBadRows(const SentFile& file, std::optional<std::size_t> page,
                      const std::function<void(const BadRow&)>& context);
    void waitUntilIdle();

private:
    struct Kept;
    struct Imported;
    class Streams;

    void work();
    void run(Kept& kept);
    void refuse(Kept& kept, const foundation::Refusal& refusal);
    void finish(Kept& kept, ImportState state);
    void forgetOld();
    void makeRoom(const SentFile& file);
    Kept& require(std::string_view id, std::string_view store, std::string_view login);

    Options options_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, std::unique_ptr<Kept>, std::less<>> files_;
    std::deque<Kept*> tasks_;
    bool isBusy_ = false;
    bool isClosed_ = false;
    std::thread thread_;
};

} // namespace giftbox::web
