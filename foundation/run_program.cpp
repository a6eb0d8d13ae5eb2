#include "foundation/run_program.h"

#include <QProcess>

#include <filesystem>
#include <linux/close_range.h>
#include <unistd.h>

namespace giftbox::foundation {

std::string programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
}

ProgramEnd runProgram(const std::string& path, const std::string& input, int seconds)
{
    QProcess process;
    // The other program gets no other open file, such as a client's connection.
    process.setChildProcessModifier([] { (void)::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC); });
    process.start(QString::fromStdString(path), QStringList());
    if (!process.waitForStarted()) {
        throw ProgramError(path + " cannot be started: " + process.errorString().toStdString());
    }
    process.write(QByteArray::fromStdString(input));
    process.closeWriteChannel();
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        throw ProgramError(path + " was not done after " + std::to_string(seconds) + " seconds");
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        throw ProgramError(path + " broke off");
    }
    return {.status = process.exitCode(),
            .out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().trimmed().toStdString()};
}

} // namespace giftbox::foundation
