#include "foundation/run_program.h"

#include <QProcess>

#include <csignal>
#include <filesystem>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace giftbox::foundation {

std::string programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
}

std::string ownProgram(const std::string& name)
{
    const std::filesystem::path folder = programFolder();
    for (const auto& path : {folder / name, folder / "../libexec/giftbox" / name}) {
        if (std::filesystem::exists(path)) {
            return path.string();
        }
    }
    throw ProgramError(name + " is not in " + folder.string() +
                       " beside giftbox; install it there");
}

ProgramEnd runProgram(const std::string& path, const std::string& input, int seconds)
{
    const std::string name = std::filesystem::path(path).filename().string();
    QProcess process;
    // Nothing else that is open here, a visitor's connection say, is left to the other program.
    process.setChildProcessModifier([] {
        (void)::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    process.start(QString::fromStdString(path), QStringList());
    if (!process.waitForStarted()) {
        throw ProgramError(name + " cannot be started: " + process.errorString().toStdString());
    }
    process.write(QByteArray::fromStdString(input));
    process.closeWriteChannel();
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        throw ProgramError(name + " was not done after " + std::to_string(seconds) + " seconds");
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        throw ProgramError(name + " broke off");
    }
    return {.status = process.exitCode(),
            .out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().trimmed().toStdString()};
}

} // namespace giftbox::foundation
