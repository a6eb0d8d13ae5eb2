/* Shared by the parts of the plain program: clocks, the rounding rule, and a thin layer over the sqlite3 API. */
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

typedef int64_t i64;

enum { LABOR_MINUTES = 15, RATE_MINOR = 2400, RECEIPT = 0, ISSUE = 1 };

_Noreturn static inline void die(const char* what, const char* why)
{
    fprintf(stderr, "plain: %s: %s\n", what, why ? why : "");
    exit(1);
}
static inline double wallNow(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
static inline double cpuNow(void)
{
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) * 1e-6;
}
static inline i64 unixMs(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (i64)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
static inline i64 halfUp(i64 n, i64 d) { return n / d + (2 * (n % d) >= d); }

extern sqlite3* db;
static inline void sql(const char* text)
{
    char* why = NULL;
    if (sqlite3_exec(db, text, NULL, NULL, &why))
        die(text, why);
}
static inline sqlite3_stmt* prepare(const char* text)
{
    sqlite3_stmt* s;
    if (sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL))
        die(text, sqlite3_errmsg(db));
    return s;
}
static inline void step(sqlite3_stmt* s)
{
    if (sqlite3_step(s) != SQLITE_DONE)
        die(sqlite3_sql(s), sqlite3_errmsg(db));
    sqlite3_reset(s);
}
static inline void bindAll(sqlite3_stmt* s, int n, const i64* v)
{
    for (int i = 0; i < n; i++)
        sqlite3_bind_int64(s, i + 1, v[i]);
}
#define BIND(s, ...) bindAll(s, sizeof((i64[]){__VA_ARGS__}) / sizeof(i64), (i64[]){__VA_ARGS__})
#define RUN(s, ...) (BIND(s, __VA_ARGS__), step(s))
#define INT(s, column) sqlite3_column_int64(s, column)
static inline i64 one(const char* text)
{
    sqlite3_stmt* s = prepare(text);
    i64 v = sqlite3_step(s) == SQLITE_ROW ? INT(s, 0) : 0;
    sqlite3_finalize(s);
    return v;
}
static inline void openDb(const char* path)
{
    if (sqlite3_open(path, &db))
        die(path, "cannot open");
    sql("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
}
static inline void closeDb(void)
{
    for (sqlite3_stmt* s; (s = sqlite3_next_stmt(db, NULL));)
        sqlite3_finalize(s);
    if (sqlite3_close(db))
        die("close", sqlite3_errmsg(db));
}

void exportMovements(const char* path, const char* out);
void verify(const char* path);
void months(const char* path);
