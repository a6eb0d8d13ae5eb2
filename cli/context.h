#pragma once

#include "accounting/open_books.h"
#include "books/request.h"
#include "cli/command.h"
#include "cli/output.h"
#include "reports/recorded_rows.h"

#include <functional>

namespace giftbox::cli {

/// What only main() may ask the world for.
struct Environment {
    std::string databaseUrl; ///< GIFTBOX_DB, or the file in the user's data folder
    std::string store;       ///< GIFTBOX_STORE
    std::string actor;       ///< GIFTBOX_ACTOR, or the login name
    foundation::Instant now;
    std::string machineZone; ///< of books::Actor
    std::string dataFolder;  ///< Giftbox's in the user's data folder
    bool outputIsTerminal = false;
    bool errorIsTerminal = false;
};

/// One command at work: its arguments, its database, where its results go.
class Context {
public:
    Context(const Environment& environment, const Command& command, Arguments arguments);

    const Arguments& arguments() const { return arguments_; }
    const Environment& environment() const { return environment_; }
    Output& output() { return output_; }

    /// The database, migrated; opened at first use. Throws Refusal `store.none` when there is none to open, and those of accounting::openBooks.
    foundation::Database& database();
    /// As database(), but makes it when there is none.
    foundation::Database& makeDatabase();
    /// The folder that the database is to be in, where there is none.
    void makeFolder() const;
    const std::string& databaseUrl() const { return url_; }
    /// As people may see it: without a password.
    std::string shownDatabase() const;
    /// The store asked for, or the only one there is. Throws Refusal `store.none`, `store.ambiguous`.
    const std::string& storeCode();
    /// Who asks, and when. Throws Refusal `text.missing`, `text.malformed`, `text.too_long` of actor and request key.
    books::Actor actor() const;
    /// What day it is in the store. Throws as storeCode().
    foundation::Date today();
    /// The month given under the name, else this one.
    foundation::Month monthOr(const std::string& name);
    /// The day given with `--on`, else today.
    foundation::Date day();

    /// Whether the request has a key, and keyCovers() is asked for.
    bool hasRequestKey() const { return !arguments_.text("--request-key").empty(); }
    /// Says what counts for the request key in the place of an argument, or beside the arguments: a file's content instead of its name.
    void keyCovers(const std::string& argument, std::string digest);

    /// Whether the change was done before under its request key, so that there is nothing to prepare for it. Throws as books::findRequest.
    bool isDone();
    /// Runs a change and prints the rows it wrote once they are committed; the same request key prints the first result again. With `--dry-run`
    /// nothing is kept.
    int change(Shape shape,
               const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work);
    /// Runs a reading command.
    int read(const std::function<void(const books::ReadTransaction&)>& work);

    /// A sentence to standard error, led by `giftbox: `.
    void note(const std::string& sentence) const;
    /// A counter to standard error, `done` of `all`; it shows nothing when that is not a terminal.
    std::function<void(std::int64_t, std::int64_t)> progress(const std::string& what) const;

private:
    accounting::Opening opening() const;
    std::string saidDigest() const;
    reports::RecordedRows
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
