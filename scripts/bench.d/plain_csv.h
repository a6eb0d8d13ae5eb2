/* Used only by the loader: CSV files read in place, and names turned into numbers. */
#pragma once
#include "plain.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

typedef struct {
    const char* s;
    int n;
} Slice;

/* ---- CSV: the file is mapped privately and quoted cells are unquoted in place ---- */
enum { MOST_CELLS = 32, MOST_WANTED = 8 };
typedef struct {
    char *p, *end;
    Slice cell[MOST_CELLS];
    int n, at[MOST_WANTED];
} Csv;

static inline int csvNext(Csv* f)
{
    while (f->p < f->end && (*f->p == '\r' || *f->p == '\n'))
        f->p++;
    if (f->p >= f->end)
        return 0;
    for (f->n = 0;;) {
        if (f->n == MOST_CELLS)
            die("csv", "too many columns");
        Slice* c = &f->cell[f->n++];
        char* p = f->p;
        if (p < f->end && *p == '"') {
            char* w = ++p;
            c->s = w;
            while (p < f->end && (*p != '"' || (p + 1 < f->end && p[1] == '"'))) {
                p += *p == '"';
                *w++ = *p++;
            }
            c->n = (int)(w - c->s);
            p++;
        } else {
            c->s = p;
            while (p < f->end && *p != ',' && *p != '\r' && *p != '\n')
                p++;
            c->n = (int)(p - c->s);
        }
        f->p = p + 1;
        if (p >= f->end || *p != ',')
            return 1;
    }
}
/* `names`: the wanted columns, by name; one that begins with '?' may be missing (then at[] is -1). */
static inline Csv csvOpen(const char* path, const char* const* names)
{
    Csv f = {0};
    struct stat st;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &st))
        die(path, "cannot open");
    f.p = mmap(NULL, (size_t)st.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    if (f.p == MAP_FAILED)
        die(path, "cannot map");
    f.end = f.p + st.st_size;
    close(fd);
    if (!csvNext(&f))
        die(path, "empty");
    for (int k = 0; names[k]; k++) {
        const char* name = names[k] + (*names[k] == '?');
        f.at[k] = -1;
        for (int i = 0; i < f.n; i++)
            if ((int)strlen(name) == f.cell[i].n && !memcmp(name, f.cell[i].s, strlen(name)))
                f.at[k] = i;
        if (f.at[k] < 0 && name == names[k])
            die(path, name);
    }
    return f;
}
static inline Slice cell(const Csv* f, int k)
{
    return f->at[k] < 0 ? (Slice){"", 0} : f->cell[f->at[k]];
}
static inline i64
number(Slice s) /* also a date: the dashes fall out; a point too, so cents come from 12.50 */
{
    i64 v = 0;
    for (int i = 0; i < s.n; i++)
        if (s.s[i] >= '0' && s.s[i] <= '9')
            v = v * 10 + s.s[i] - '0';
    return v;
}
static inline i64 cents(Slice s)
{
    const char* point = memchr(s.s, '.', (size_t)s.n);
    int digits = point ? (int)(s.s + s.n - point - 1) : 0;
    return number(s) * (digits == 0 ? 100 : digits == 1 ? 10 : 1);
}

/* ---- names to numbers 1, 2, …: an open hash table ---- */
typedef struct {
    Slice* name;
    int n, cap;
    int* slot;
    unsigned mask;
} Names;
static inline int sameText(Slice a, Slice b)
{
    return a.n == b.n && !memcmp(a.s, b.s, (size_t)a.n);
}
static inline unsigned hashOf(Slice s)
{
    unsigned h = 2166136261u;
    for (int i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.s[i]) * 16777619u;
    return h ^ h >> 15;
}
static inline int* slotOf(const Names* t, Slice s)
{
    for (unsigned i = hashOf(s) & t->mask;; i = (i + 1) & t->mask) {
        if (!t->slot[i] || sameText(t->name[t->slot[i]], s))
            return &t->slot[i];
    }
}
static inline int idOf(Names* t, Slice s, int* isNew)
{
    if (2 * (t->n + 1) >= t->cap) {
        t->cap = t->cap ? 2 * t->cap : 1024;
        t->name = realloc(t->name, sizeof(Slice) * (size_t)t->cap);
        free(t->slot);
        t->slot = calloc((size_t)t->cap * 2, sizeof(int));
        t->mask = (unsigned)t->cap * 2 - 1;
        for (int i = 1; i <= t->n; i++)
            *slotOf(t, t->name[i]) = i;
    }
    int* slot = slotOf(t, s);
    *isNew = !*slot;
    if (*isNew)
        t->name[*slot = ++t->n] = s;
    return *slot;
}
