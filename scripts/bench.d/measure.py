"""Runs one command and measures it.

The rows call `run()`. A small process of its own (this file, run as a program) starts the command, because the kernel
never reports a child's peak memory below that of its parent.
"""
import json
import os
import subprocess
import sys
import time


class Failed(Exception):
    """A command failed for the row; the text names it and the reason."""


def run(argv, out=os.devnull, timeout=1800, env=None, expect=(0,)):
    """CPU (user + system) and wall seconds, peak memory in MiB, exit status; standard output goes to the file `out`."""
    err = out + ".stderr" if out != os.devnull else os.path.join(os.environ["BENCH_SCRATCH"], "stderr.txt")
    helper = [sys.executable, "-S", "-E", os.path.abspath(__file__), out, err, str(timeout), *map(str, argv)]
    done = subprocess.run(helper, capture_output=True, text=True, env=dict(os.environ, **(env or {})))
    if done.returncode:
        raise Failed("%s cannot be started: %s" % (argv[0], done.stderr.strip().splitlines()[-1]))
    with open(err, errors="replace") as f:
        said = f.read(2000).strip()
    figures = json.loads(done.stdout)
    figures["stderr"] = said
    if expect is not None and figures["status"] not in expect:
        shown = " ".join(os.path.basename(str(a)) for a in argv[:8])
        raise Failed("`%s` ended with status %d: %s" % (shown, figures["status"], said.splitlines()[0] if said else ""))
    return figures


def spawn(out, err, timeout, argv):
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    began = time.monotonic()
    pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, out, write, 0o644), (os.POSIX_SPAWN_OPEN, 2, err, write, 0o644)])
    if timeout:
        import _signal  # the C module; `signal` would bring in much more
        _signal.signal(_signal.SIGALRM, lambda *_: os.kill(pid, 9))
        _signal.setitimer(_signal.ITIMER_REAL, timeout)
    _, status, used = os.wait4(pid, 0)
    print('{"cpu":%.6f,"wall":%.6f,"rss_mib":%.1f,"status":%d}' % (
        used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024,
        os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    spawn(sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4:])
