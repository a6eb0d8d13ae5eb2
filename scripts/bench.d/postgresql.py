"""A private PostgreSQL server: its own data folder, a Unix socket only, default durability; removed at the end."""
import glob
import os
import shutil
import subprocess
import tempfile

from measure import Failed


def binaries():
    found = os.environ.get("PG_BIN") or next(
        iter(sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True)), "")
    if not found and shutil.which("initdb"):
        found = shutil.which("initdb")
    return os.path.dirname(found) if found.endswith("initdb") else found


class Server:
    def __init__(self):
        self.bin = binaries()
        if not self.bin:
            raise Failed("PostgreSQL's server is not installed")
        root = os.geteuid() == 0
        user = os.environ.get("BENCH_PG_USER", "postgres")
        self.as_user = ["runuser", "-u", user, "--"] if root else []
        self.base = tempfile.mkdtemp(prefix="gbpg.")
        os.chmod(self.base, 0o755)
        self.folder = os.path.join(self.base, "d")
        os.mkdir(self.folder)
        if root:
            shutil.chown(self.folder, user)
        self.data, self.log = os.path.join(self.folder, "data"), os.path.join(self.folder, "log")
        self.running = False

    def __enter__(self):
        try:
            self.call("initdb", "-D", self.data, "-A", "trust", "--no-locale", "-E", "UTF8", "-U", "postgres")
            self.call("pg_ctl", "-D", self.data, "-w", "-l", self.log, "start", "-o", "-c listen_addresses='' "
                      "-c unix_socket_directories='%s' -c shared_buffers=256MB -c max_wal_size=2GB" % self.folder)
            self.running = True
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.running:
            subprocess.run(
                [*self.as_user, os.path.join(self.bin, "pg_ctl"), "-D", self.data, "-m", "fast", "-w", "stop"],
                stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(self.base, ignore_errors=True)

    def call(self, program, *arguments, stdin=subprocess.DEVNULL):
        # the server keeps pg_ctl's output open, so it must be a file and not a pipe
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run([*self.as_user, os.path.join(self.bin, program), *arguments],
                                  stdin=stdin, stdout=said, stderr=subprocess.STDOUT, cwd="/", text=True)
            said.seek(0)
            text = said.read()
        if done.returncode:
            raise Failed("%s: %s" % (program, text.strip()[-500:]))
        return text

    def psql(self, database, sql=None, stdin=subprocess.DEVNULL):
        return self.call("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres",
                         "-d", database, *(["-c", sql] if sql else []), stdin=stdin)

    def create(self, database):
        self.psql("postgres", "CREATE DATABASE %s" % database)
        return "postgresql://postgres@localhost/%s?host=%s" % (database, self.folder)

    def sent(self):
        """Statements the server has logged so far, for databases with log_statement on."""
        with open(self.log, errors="replace") as f:
            return sum("LOG:  statement: " in line or "LOG:  execute " in line for line in f)
