#include "cli/run.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "foundation/database/schema.h"
#include "foundation/json.h"
#include "foundation/run_program.h"
#include "foundation/text.h"
#include "foundation/version.h"
#include "gifting/substitutes.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <iostream>

namespace giftbox::cli {

using foundation::DatabaseError;
using foundation::Refusal;
using gifting::BoxRefusal;

namespace {

constexpr int kWrongUsage = 2;
const int kFailed = foundation::exitStatusOf(foundation::RefusalKind::Failed);

int say(const std::string& text)
{
    std::cout << text << std::flush;
    if (!std::cout.good()) {
        throw OutputError(std::string("cannot write the result: ") + std::strerror(errno));
    }
    return 0;
}

void sayRefusalAsJson(const Refusal& refusal, const BoxRefusal* box)
{
    foundation::JsonObject object = foundation::jsonOf(refusal, foundation::Wording());
    if (!refusal.badRows().empty()) {
        std::string places = "[";
        for (const std::string& place : refusal.places()) {
            places += places.size() > 1 ? "," : "";
            foundation::appendJsonString(places, place);
        }
        object.addRaw("places", places + "]");
    }
    if (box != nullptr) {
        object.addRaw("substitutes", box->json());
    }
    std::cerr << object.text() << std::endl;
}

/// `box` is the same refusal, if it is about a box.
int refused(const Refusal& refusal, const BoxRefusal* box, const Arguments& arguments)
{
    if (arguments.text("-O") == "json") {
        sayRefusalAsJson(refusal, box);
        return foundation::exitStatusOf(refusal.kind());
    }
    for (const std::string& place : refusal.places()) {
        std::cerr << foundation::printable(place) << "\n";
    }
    for (const Refusal* fault : refusal.faults()) {
        std::cerr << "giftbox: " << fault->code() << ": "
                  << foundation::printable(fault->sentence()) << std::endl;
    }
    if (refusal.kind() == foundation::RefusalKind::Doubtful) {
        std::cerr << "giftbox: add --confirm if "
                  << (refusal.field() == "recipient" ? "this is somebody else" : "this is correct")
                  << std::endl;
    }
    for (const foundation::Sentence& sentence :
         box == nullptr ? std::vector<foundation::Sentence>() : box->sentences()) {
        std::cerr << "giftbox: " << foundation::printable(sentence.text()) << std::endl;
    }
    return foundation::exitStatusOf(refusal.kind());
}

/// The engine's error in plain words.
std::string plainSentence(const DatabaseError& error)
{
    const std::string& code = error.nativeCode();
    int number = 0; // SQLite only: PostgreSQL's codes have five characters
    if (code.size() < 5) {
        std::from_chars(code.data(), code.data() + code.size(), number);
    }
    switch (number % 256) {
    case 13: // SQLITE_FULL
        return "the disk is full; nothing was changed. Free disk space and try again";
    case 8: // SQLITE_READONLY
        return "you cannot write to the database; nothing was changed. It is read-only: check the "
               "permissions of "
               "the file and its folder";
    case 5: // SQLITE_BUSY
        return "another program has held the database for over a minute; nothing was changed. Try "
               "again";
    case 10: // SQLITE_IOERR
        return "the disk failed or is full; nothing was changed. Check it and try again";
    case 14: // SQLITE_CANTOPEN
        return "you cannot open the database; nothing was changed. Check the path and the "
               "permissions of the file and its folder";
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return "the file is damaged or not a Giftbox database; restore a backup with `giftbox "
               "restore` (a plain copy of an open database file is not a backup)";
    default:
        return "the database failed";
    }
}

int failed(std::string_view lead, const std::exception& error)
{
    std::cerr << lead << foundation::printable(error.what()) << std::endl;
    return kFailed;
}

int failed(const DatabaseError& error)
{
    std::cerr << "giftbox: database.failed: " << plainSentence(error) << " (" << error.sqlFile()
              << ": " << foundation::printable(error.what())
              << (error.nativeCode().empty() ? "" : ", " + error.nativeCode()) << ")" << std::endl;
    return kFailed;
}

int runCommand(const CommandLine& line, const Environment& environment)
{
    if (line.arguments.has("--version")) {
        return say("giftbox " + foundation::programVersion() + ", schema " +
                   std::to_string(foundation::programSchemaVersion()) + "\n");
    }
    if (line.arguments.has("--help")) {
        return say(line.command != nullptr ? commandHelp(*line.command)
                   : line.group.empty()    ? overview()
                                           : groupHelp(line.group));
    }
    if (line.command == nullptr) {
        std::cerr << (line.group.empty() ? overview() : groupHelp(line.group));
        return kWrongUsage;
    }
    Context context(environment, *line.command, line.arguments);
    return line.command->run(context);
}

} // namespace

int completion(Context&) { return say(completionScript()); }
int manual(Context&) { return say(manualPage()); }

int run(const std::vector<std::string>& arguments, const Environment& environment)
{
    Arguments given;
    try {
        const CommandLine line = parseCommandLine(arguments);
        given = line.arguments;
        return runCommand(line, environment);
    } catch (const UsageError& error) {
        std::cerr << "giftbox: usage: " << foundation::printable(error.what())
                  << "; run `giftbox --help` for the commands" << std::endl;
        return kWrongUsage;
    } catch (const BoxRefusal& refusal) {
        return refused(refusal, &refusal, given);
    } catch (const Refusal& refusal) {
        return refused(refusal, nullptr, given);
    } catch (const DatabaseError& error) {
        return failed(error);
    } catch (const OutputError& error) {
        return failed("giftbox: output.failed: ", error);
    } catch (const foundation::ProgramError& error) {
        return failed("giftbox: output.failed: ", error);
    } catch (const std::filesystem::filesystem_error& error) {
        return failed("giftbox: file.failed: ", error);
    } catch (const std::exception& error) {
        return failed("giftbox: program.failed: ", error);
    }
}

} // namespace giftbox::cli
