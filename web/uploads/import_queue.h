#pragma once

#include "books/books.h"
#include "exchange/read_import.h"
#include "operations/import_how.h"
#include "web/uploads/bad_rows.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace giftbox::web {

/// The input of an import: the file, and the extras of one kind.
struct ImportInput {
    exchange::ImportSource file;
    std::optional<exchange::ImportSource> boxes = {}; ///< for movements
    std::optional<exchange::ImportSource> stock = {}; ///< for movements: the stock to compare with
    foundation::Date on = {}; ///< for stock and counts: the day it is received, or was counted
};

/// A kind of file that can be imported.
struct ImportKind {
    std::string_view name;  ///< `items`
    std::string_view text;  ///< the option on the page, with its columns
    std::string_view added; ///< the rows it adds, in the plural
    exchange::ImportSummary (*run)(books::WriteTransaction&, ImportInput) = nullptr;
    /// The page below the store's address that shows the added rows.
    std::string (*page)(books::WriteTransaction&) = nullptr;
    bool hasBoxes = false;
    bool isChanged = false; ///< whether a file may change what is there
};
std::span<const ImportKind> importKinds();
/// Throws Refusal `import.kind`.
const ImportKind& importKind(std::string_view name);

/// A file to import. `name` starts the place of each bad row.
struct ImportedBytes {
    std::string_view bytes;
    std::string name;
    operations::ImportHow how = {};
    foundation::Date on = {}; ///< see ImportInput
    exchange::Beyond beyond = exchange::Beyond::Stop;
};
/// What an import of bytes did, and how they were read unless they are Giftbox's own.
struct ImportedFile {
    exchange::ImportSummary summary;
    std::optional<exchange::ImportTable> table = {};
};
/// Requires a kind with a single file; one that is not Giftbox's own is read as `how` says, which
/// is kept under the name it says. Throws the
/// refusals of its import, and those of exchange::readImport.
ImportedFile importBytes(books::WriteTransaction& tx, const ImportKind& kind,
                         const ImportedBytes& file);

/// The column names in a comma-separated text.
std::vector<std::string> columnsNamed(std::string_view text);

/// The state of a file: its owner says how it is read if it is not Giftbox's own, it is checked, then imported once it
/// is clean and its owner confirms.
enum class ImportState {
    AsksHow,
    WaitsForCheck,
    Checks,
    Refused,
    Clean,
    WaitsForImport,
    Imports,
    Done
};

/// One of the files sent together.
struct SentPart {
    std::string field; ///< `file`, or the extra in ImportInput
    std::string name;  ///< from shownFileName; unique
    std::string sha256;
    std::int64_t size = 0;
};

/// A sent file with its extra files, as the page shows it.
struct SentFile {
    std::string id;
    std::string store;
    std::string login;
    std::string kind;
    std::vector<SentPart> parts; ///< the file itself comes first
    std::string sha256 = {};     ///< of the file; for several files, of their digests
    std::vector<std::string> ignored = {};
    foundation::Date on = {};
    bool isConfirmed = false; ///< see books::Actor
    /// How a table of other programs is read; none for Giftbox's own files.
    std::optional<exchange::Answers> answers = {};
    exchange::Changes changes = exchange::Changes::Add;
    exchange::ZeroCodes zeroCodes = exchange::ZeroCodes::Ask;
    std::string mapping = {}; ///< the name under which the import keeps the answers
    ImportState state = ImportState::WaitsForCheck;
    std::int64_t read = 0;
    exchange::ImportSummary summary = {};
    std::string addedPage = {};                   ///< see ImportKind::page
    std::int64_t batch = 0;                       ///< see exchange::ImportBatch; 0: none
    std::optional<foundation::Sentence> why = {}; ///< why it is refused
    std::size_t badRows = 0;
    std::size_t badPages = 0;

    const std::string& name() const { return parts.front().name; }
    /// Whether there may be more errors than reported; the sentence has the count.
    bool isToldInPart() const { return badRows >= exchange::kMostMistakes; }
    std::int64_t size() const;
    bool isBusy() const
    {
        return state != ImportState::AsksHow && state != ImportState::Refused &&
               state != ImportState::Clean && state != ImportState::Done;
    }
};

/// Holds files between upload, check, and import, in unnamed temporary files. One thread with its own database
/// connection works on one file at a time, so that no page waits for it. A check uses a copy of the books, so that no
/// writer waits either. Files are dropped after an hour, and with the server; a person's fifth file replaces their
/// oldest idle one.
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
    /// Finishes a running import; abandons a check.
    ~ImportQueue();

    /// Takes over a file and checks it. `contents` are its parts, within the spool's bytes. A file sent twice under a
    /// request key counts once. Throws Refusal `import.busy` when too many files of this person, or in total, are
    /// waiting.
    std::string check(SentFile file, Spool bytes, std::vector<std::string_view> contents,
                      const books::Actor& actor);
    /// Checks a file in another way, as the answers and what it does with others say. Does nothing while it is being
    /// checked or imported, and after. Throws Refusal `import.unknown`.
    void checkAgain(const SentFile& file, const books::Actor& actor);
    /// At most `most` bytes from the file's beginning. Throws Refusal `import.unknown`.
    std::string beginning(const SentFile& file, std::size_t most);
    /// The rows with errors as they stand in the file, see exchange::rowsToMend. Throws Refusal `import.unknown`.
    std::string rowsToMend(const SentFile& file);
    /// Finds the person's own file only. Throws Refusal `import.unknown`.
    SentFile find(std::string_view id, std::string_view store, std::string_view login);
    /// Imports a checked file; does nothing when the import has started or ended. Throws Refusal `import.unknown`,
    /// `import.not_clean`.
    void import(const SentFile& file, const books::Actor& actor);
    /// The bad rows of one page, or all; nothing when the file is gone.
    void visitBadRows(const SentFile& file, std::optional<std::size_t> page,
                      const std::function<void(const BadRow&)>& context);
    void waitUntilIdle();

private:
    struct Kept;
    struct Imported;
    class Streams;

    void work();
    std::set<std::int64_t> badLines(const Kept& kept);
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
