/* The reading half of the plain program: export, verify, month totals. No joins: small tables are held as arrays, and
 * movements and boxes are both in the order they were written, so two cursors run side by side. */
#include "plain.h"
#include <fcntl.h>

static const char* const KIND[] = {"receipt", "issue"};

static char** namesOf(const char* query)
{
    sqlite3_stmt* s = prepare(query);
    char** name = NULL;
    while (sqlite3_step(s) == SQLITE_ROW) {
        const char* text = (const char*)sqlite3_column_text(s, 1);
        if (strpbrk(text, ",\"\r\n"))
            die(text, "would need quotes");
        name = realloc(name, sizeof *name * (size_t)(INT(s, 0) + 1));
        name[INT(s, 0)] = strdup(text);
    }
    sqlite3_finalize(s);
    return name;
}

/* ---- export ---- */
static char buffer[1 << 18];
static int used, out;
static void flush(void)
{
    for (int done = 0; done < used;) {
        ssize_t n = write(out, buffer + done, (size_t)(used - done));
        if (n < 0)
            die("export", "cannot write");
        done += (int)n;
    }
    used = 0;
}
static inline void text(const char* s)
{
    while (*s)
        buffer[used++] = *s++;
}
static inline void digits(i64 v, int width)
{
    char t[24];
    int n = 0;
    if (v < 0)
        buffer[used++] = '-', v = -v;
    do
        t[n++] = (char)('0' + v % 10);
    while (v /= 10);
    while (n < width)
        t[n++] = '0';
    while (n)
        buffer[used++] = t[--n];
}
static inline void amount(i64 v)
{
    if (v < 0)
        buffer[used++] = '-', v = -v;
    digits(v / 100, 1), buffer[used++] = '.', digits(v % 100, 2);
}
static inline void comma(void) { buffer[used++] = ','; }
static const char* instant(i64 ms) /* most rows share their second with the row before */
{
    static char shown[32];
    static time_t last = -1;
    time_t second = ms / 1000;
    if (second != last) {
        struct tm tm;
        last = second;
        strftime(shown, sizeof shown, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&second, &tm));
    }
    return shown;
}
void exportMovements(const char* path, const char* file)
{
    double c0 = cpuNow(), w0 = wallNow();
    openDb(path);
    char **sku = namesOf("SELECT id, sku FROM item"),
         **actor = namesOf("SELECT id, name FROM actor");
    out = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out < 0)
        die(file, "cannot write");
    text("seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,actor,recorded_at\r\n");
    sqlite3_stmt* s = prepare("SELECT id, day, kind, item, lot, units, cost, box, receipt, actor, "
                              "at FROM movement ORDER BY id");
    i64 rows = 0;
    for (; sqlite3_step(s) == SQLITE_ROW; rows++) {
        if (used > (int)sizeof buffer - 4096)
            flush();
        i64 day = INT(s, 1);
        digits(INT(s, 0), 1), comma();
        digits(day / 10000, 4), text("-"), digits(day / 100 % 100, 2), text("-"),
            digits(day % 100, 2), comma();
        text(KIND[INT(s, 2)]), comma(), text(sku[INT(s, 3)]), comma(), digits(INT(s, 4), 1),
            comma();
        digits(INT(s, 5), 1), comma(), amount(INT(s, 6)), comma();
        if (INT(s, 7))
            digits(INT(s, 7), 1);
        comma();
        if (INT(s, 8))
            digits(INT(s, 8), 1);
        text(",,"), text(actor[INT(s, 9)]), comma(), text(instant(INT(s, 10))), text("\r\n");
    }
    flush();
    close(out);
    closeDb();
    printf("{\"rows\":%lld,\"cpu\":%.6f,\"wall\":%.6f}\n", (long long)rows, cpuNow() - c0,
           wallNow() - w0);
}

/* ---- verify ---- */
typedef struct {
    i64 day, lot, units, cost;
} Layer;
typedef struct {
    Layer* v;
    int head, n, cap;
} Fifo; /* the open lots of an item, by date received, then number */
typedef struct {
    i64 boxes, recipients, contents, packaging, labor, committed, restock;
    unsigned char* seen;
} Month;
static Month month[120000]; /* by yyyymm - 190000; only the pages of real months are ever touched */
static i64 people, bad;

static void arrive(Fifo* f, Layer lot)
{
    if (f->head > 64 && 2 * f->head > f->n) {
        memmove(f->v, f->v + f->head, sizeof(Layer) * (size_t)(f->n - f->head));
        f->n -= f->head;
        f->head = 0;
    }
    if (f->n == f->cap)
        f->v = realloc(f->v, sizeof(Layer) * (size_t)(f->cap = f->cap ? 2 * f->cap : 8));
    int at = f->n++;
    for (; at > f->head && f->v[at - 1].day > lot.day; at--)
        f->v[at] = f->v[at - 1];
    f->v[at] = lot;
}
/* A movement must draw on the oldest open lot, at that lot's share of cost. */
static void leave(Fifo* f, i64 day, i64 lot, i64 units, i64 cost)
{
    Layer* l = &f->v[f->head];
    if (f->head == f->n || l->lot != lot || l->day > day || l->units < units || units <= 0) {
        bad++;
        return;
    }
    bad += cost != (units == l->units ? l->cost : halfUp(l->cost * units, l->units));
    l->units -= units;
    l->cost -= cost;
    f->head += l->units == 0;
}
/* Takes the next row of `s`, which must be the box of the movements just read. */
static void closeBox(sqlite3_stmt* s, i64 box, i64 day, i64 contents, i64 packaging)
{
    if (sqlite3_step(s) != SQLITE_ROW || INT(s, 0) != box || INT(s, 2) != day ||
        INT(s, 4) != halfUp(INT(s, 7) * RATE_MINOR, 60) || INT(s, 5) != contents ||
        INT(s, 6) != packaging) {
        bad++;
        return;
    }
    i64 given = INT(s, 3), recipient = INT(s, 1), labor = INT(s, 4);
    Month* m = &month[(given ? given : day) / 100 - 190000];
    if (!given) {
        m->committed += contents + packaging + labor;
        return;
    }
    m->boxes++, m->contents += contents, m->packaging += packaging, m->labor += labor;
    if (!m->seen)
        m->seen = calloc((size_t)people / 8 + 1, 1);
    unsigned char bit = (unsigned char)(1 << recipient % 8);
    m->recipients += !(m->seen[recipient / 8] & bit);
    m->seen[recipient / 8] |= bit;
}
static i64 itemCount, closingUnits, closingCost;
static unsigned char* isPackaging; /* by item, as fifo */
static Fifo* fifo;

/* Every fact in the order it was written; returns the movements. */
static i64 refold(void)
{
    sqlite3_stmt* s = prepare("SELECT box, day, item, lot, units, cost FROM movement ORDER BY id");
    sqlite3_stmt* sBox = prepare("SELECT id, recipient, packed_on, given_on, labor, contents, "
                                 "packaging, minutes FROM box ORDER BY id");
    i64 open = 0, openDay = 0, cost[2] = {0, 0}, rows = 0;
    for (int more = 1; more; rows += more) {
        more = sqlite3_step(s) == SQLITE_ROW;
        i64 box = more ? INT(s, 0) : 0;
        if (open && box != open)
            closeBox(sBox, open, openDay, cost[0], cost[1]), cost[0] = cost[1] = 0;
        open = box;
        if (!more)
            break;
        i64 item = INT(s, 2), day = openDay = INT(s, 1);
        if (!box) {
            arrive(&fifo[item], (Layer){day, INT(s, 3), INT(s, 4), INT(s, 5)});
            month[day / 100 - 190000].restock += INT(s, 5);
            continue;
        }
        leave(&fifo[item], day, INT(s, 3), -INT(s, 4), -INT(s, 5));
        cost[isPackaging[item]] -= INT(s, 5);
    }
    bad += sqlite3_step(sBox) == SQLITE_ROW;
    return rows;
}
static void compareLots(void)
{
    i64 left = 0;
    for (i64 i = 1; i <= itemCount; i++)
        left += fifo[i].n - fifo[i].head;
    sqlite3_stmt* s =
        prepare("SELECT item, day, lot, units, cost FROM open_layer ORDER BY item, day, lot");
    for (; sqlite3_step(s) == SQLITE_ROW; left--) {
        Fifo* f = &fifo[INT(s, 0)];
        Layer l = f->head < f->n ? f->v[f->head++] : (Layer){0, 0, 0, 0};
        bad +=
            l.day != INT(s, 1) || l.lot != INT(s, 2) || l.units != INT(s, 3) || l.cost != INT(s, 4);
        closingUnits += l.units, closingCost += l.cost;
    }
    bad += left != 0;
}
static void compareMonths(void)
{
    sqlite3_stmt* s = prepare("SELECT month, boxes, recipients, contents, packaging, labor, "
                              "committed, restock FROM month_total");
    while (sqlite3_step(s) == SQLITE_ROW) {
        const Month* m = &month[INT(s, 0) - 190000];
        bad += m->boxes != INT(s, 1) || m->recipients != INT(s, 2) || m->contents != INT(s, 3) ||
               m->packaging != INT(s, 4) || m->labor != INT(s, 5) || m->committed != INT(s, 6) ||
               m->restock != INT(s, 7);
    }
}
void verify(const char* path)
{
    double c0 = cpuNow(), w0 = wallNow();
    openDb(path);
    itemCount = one("SELECT MAX(id) FROM item");
    people = one("SELECT MAX(id) FROM recipient");
    isPackaging = calloc((size_t)itemCount + 1, 1);
    fifo = calloc((size_t)itemCount + 1, sizeof *fifo);
    sqlite3_stmt* s = prepare("SELECT id, packaging FROM item");
    while (sqlite3_step(s) == SQLITE_ROW)
        isPackaging[INT(s, 0)] = INT(s, 1) != 0;
    i64 rows = refold();
    compareLots();
    compareMonths();
    closeDb();
    printf("{\"movements\":%lld,\"bad\":%lld,\"closing_units\":%lld,\"closing_cost\":%lld,\"cpu\":%"
           ".6f,\"wall\":%.6f}\n",
           (long long)rows, (long long)bad, (long long)closingUnits, (long long)closingCost,
           cpuNow() - c0, wallNow() - w0);
    if (bad)
        exit(4);
}

void months(const char* path)
{
    openDb(path);
    printf("month,boxes_given,recipients,contents_cost,packaging_cost,labor_cost,total_cost,"
           "restock_cost\n");
    sqlite3_stmt* s = prepare("SELECT month, boxes, recipients, contents, packaging, labor, "
                              "restock FROM month_total ORDER BY 1");
    while (sqlite3_step(s) == SQLITE_ROW) {
        i64 total = INT(s, 3) + INT(s, 4) + INT(s, 5),
            v[] = {INT(s, 3), INT(s, 4), INT(s, 5), total, INT(s, 6)};
        printf("%04lld-%02lld,%lld,%lld", (long long)INT(s, 0) / 100, (long long)INT(s, 0) % 100,
               (long long)INT(s, 1), (long long)INT(s, 2));
        for (int i = 0; i < 5; i++)
            printf(",%lld.%02lld", (long long)v[i] / 100, (long long)v[i] % 100);
        puts("");
    }
    closeDb();
}
