#pragma once

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace giftbox::web {

/// `giftbox serve` itself, on a port that is free; or that of another folder.
class ServedProgram {
public:
    ServedProgram(const std::string& database, std::vector<std::string> options,
                  const std::string& path = GIFTBOX_PROGRAM)
    {
        std::vector<std::string> words = {path,    "--db",     database,
                                          "serve", "--listen", "127.0.0.1:0"};
        words.insert(words.end(), options.begin(), options.end());
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(ends[1], STDERR_FILENO);
            std::vector<char*> pointers;
            for (std::string& word : words) {
                pointers.push_back(word.data());
            }
            pointers.push_back(nullptr);
            ::execv(path.c_str(), pointers.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        said_ = ends[0];
        waitFor("serving at ");
    }
    ServedProgram(const ServedProgram&) = delete;
    ServedProgram& operator=(const ServedProgram&) = delete;
    ~ServedProgram()
    {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
        ::close(said_);
    }

    /// Its standard error through the line that contains `text`.
    const std::string& waitFor(const std::string& text)
    {
        while (log_.find(text) == std::string::npos || !log_.ends_with('\n')) {
            pollfd wait{.fd = said_, .events = POLLIN, .revents = 0};
            std::array<char, 4096> bytes{};
            const ssize_t got =
                ::poll(&wait, 1, 30'000) > 0 ? ::read(said_, bytes.data(), bytes.size()) : 0;
            if (got <= 0) {
                break;
            }
            log_.append(bytes.data(), static_cast<std::size_t>(got));
        }
        return log_;
    }
    std::uint16_t port() const
    {
        const auto at = log_.find("127.0.0.1:", log_.find("serving at ")) + 10;
        std::uint16_t port = 0;
        std::from_chars(log_.data() + at, log_.data() + log_.size(), port);
        return port;
    }
    void signal(int which) const { ::kill(process_, which); }
    /// Its exit status, or the signal that ended it, negated.
    int wait()
    {
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t process_ = 0;
    int said_ = -1;
    std::string log_;
};

} // namespace giftbox::web
