#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace giftbox::foundation {

/// Another program could not be started, died, or took too long.
class ProgramError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// How a program ended on its own.
struct ProgramEnd {
    int status = 0;
    std::string out;
    std::string err;
};

/// The folder of the running program.
std::string programFolder();
/// The path of another program of Giftbox: beside the one that is running, as they are built, or where an installed
/// giftbox keeps them. Throws ProgramError.
std::string ownProgram(const std::string& name);

/// Runs the program at `path` with `input` on its standard input until it ends. Throws ProgramError; after `seconds` it
/// is killed. It does not outlive the thread that asks.
ProgramEnd runProgram(const std::string& path, const std::string& input, int seconds);

} // namespace giftbox::foundation
