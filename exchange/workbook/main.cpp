#include "exchange/workbook/workbook.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#ifdef __SANITIZE_ADDRESS__
/// Its search for leaks at the end opens files, which this program may not.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

namespace {

/// Little memory and time, and no core file.
void limitResources()
{
    const auto limit = [](auto what, rlim_t most) {
        const rlimit one{.rlim_cur = most, .rlim_max = most};
        return ::setrlimit(what, &one) == 0;
    };
    constexpr rlim_t kSeconds = 20;
    bool isLimited = limit(RLIMIT_CPU, kSeconds);
#ifndef __SANITIZE_ADDRESS__ // which takes much more
    isLimited = limit(RLIMIT_AS, rlim_t{1} << 30) && isLimited;
#endif
    isLimited = limit(RLIMIT_CORE, 0) && isLimited;
    std::ofstream("/proc/self/oom_score_adj") << 1000;
    isLimited = limit(RLIMIT_NOFILE, 3) && isLimited;
    if (!isLimited) {
        throw std::runtime_error("The program could not be limited.");
    }
}

/// No network, no other program and no file from here on: the calls that begin with those fail.
void shutIn()
{
    static constexpr std::array<long, 10> kForbidden = {
        SYS_socket, SYS_socketpair, SYS_connect,        SYS_execve, SYS_execveat,
        SYS_openat, SYS_ptrace,     SYS_io_uring_setup, SYS_mount,  SYS_bpf};
    std::array<sock_filter, 2 * kForbidden.size() + 2> program{};
    std::size_t at = 0;
    program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    for (const long call : kForbidden) {
        program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<__u32>(call), 0, 1);
        program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES);
    }
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog filter{.len = static_cast<unsigned short>(at), .filter = program.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
        throw std::runtime_error("The program could not be shut in.");
    }
}

} // namespace

/// A workbook on standard input, its first sheet as CSV on standard output; or nothing, and a sentence on standard
/// error.
int main()
{
    try {
        limitResources();
        shutIn();
        const std::string bytes{std::istreambuf_iterator<char>(std::cin),
                                std::istreambuf_iterator<char>()};
        std::cout << giftbox::exchange::csvOfWorkbook(bytes) << std::flush;
        return std::cout ? 0 : 3;
    } catch (const giftbox::exchange::WorkbookError& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 2;
    }
}
