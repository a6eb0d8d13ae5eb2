#pragma once

#include "accounting/open_books.h"
#include "books/request.h"
#include "cli/command.h"
#include "cli/output.h"
#include "foundation/recorded_rows.h"

#include <functional>

namespace giftbox::cli {

/// Values that only main() may read from the system.
struct Environment {
    std::string databaseUrl; ///< GIFTBOX_DB, or the file in the user's data folder
    std::string store;       ///< GIFTBOX_STORE
    std::string actor;       ///< GIFTBOX_ACTOR, or the login name
    foundation::Instant now;
    std::string machineZone; ///< see books::Actor
    std::string dataFolder;  ///< Giftbox's folder in the user's data folder
    bool outputIsTerminal = false;
    bool errorIsTerminal = false;
};

/// A running command: its arguments, its database, and its output.
class Context {
public:
    Context(const Environment& environment, const Command& command, Arguments arguments);

    const Arguments& arguments() const { return arguments_; }
    const Environment& environment() const { return environment_; }
    Output& output() { return output_; }

    /// The migrated database, opened at first use. Throws Refusal `store.none` when there is none, and those of
    /// accounting::openBooks.
    foundation::Database& database();
    /// Like database(), but creates it if missing.
    foundation::Database& makeDatabase();
    /// Creates the folder of the database if missing.
    void makeFolder() const;
    const std::string& databaseUrl() const { return url_; }
    /// The database for display, without a password.
    std::string shownDatabase() const;
    /// The requested store, or the only one. Throws Refusal `store.none`, `store.ambiguous`.
    const std::string& storeCode();
    /// The actor and the time. Throws Refusal `text.missing`, `text.malformed`, `text.too_long` of actor and request
    /// key.
    books::Actor actor() const;
    /// The store's current date. Throws like storeCode().
    foundation::Date today();
    /// The day in `--on`; default: today.
    foundation::Date day();

    /// Whether the request has a key, so that keyCovers() is needed.
    bool hasRequestKey() const { return !arguments_.text("--request-key").empty(); }
    /// Makes the request key cover a value instead of an argument, or in addition: a file's content instead of its
    /// name.
    void keyCovers(const std::string& argument, std::string digest);

    /// Whether the change was made before under its request key, so that it needs no preparation. Throws like
    /// books::findRequest.
    bool isDone();
    /// Runs a change and prints the rows it wrote once they are committed; the same request key prints the first
    /// result again. With `--dry-run` nothing is kept. `hidden`: as of ShownRows. `instead`
    /// prints something else, unless it returns false.
    int change(Shape shape,
               const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work,
               std::string_view hidden = {},
               const std::function<bool(const foundation::RecordedRows&)>& instead = {});
    /// Runs a reading command.
    int read(const std::function<void(const books::ReadTransaction&)>& work);

    /// Prints `giftbox: ` and a sentence on standard error.
    void note(const std::string& sentence) const;
    void noteIfAny(const std::string& sentence) const;
    /// Shows a counter, `done` of `all`, on standard error, if that is a terminal.
    std::function<void(std::int64_t, std::int64_t)> progress(const std::string& what) const;

private:
    accounting::Opening opening() const;
    std::string saidDigest() const;
    foundation::RecordedRows
    changeRows(const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work,
               foundation::Currency& currency);

    bool noteToday(const books::ReadTransaction& tx);

    const Environment& environment_;
    const Command& command_;
    Arguments arguments_;
    std::string url_;
    Output output_;
    std::optional<foundation::Database> database_;
    std::string storeCode_;
    std::optional<foundation::ZoneHistory> zones_;
    std::map<std::string, std::string> contents_; ///< see keyCovers()
};

} // namespace giftbox::cli
