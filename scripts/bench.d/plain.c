/* The plain program that Giftbox is compared with: the same facts, written with prepared statements on the sqlite3
 * API (WAL, synchronous=FULL), and nothing else. It trusts its input, so it does about the least work possible.
 *
 *   plain load DB ITEMS.csv RECEIPTS.csv BOXES.csv   a new DB; everything in one transaction
 *   plain durable DB N      adds stock, then packs N boxes of 5 lines + 1 packaging, one durable transaction each
 *   plain export DB OUT     every movement as CSV, with the columns of Giftbox's movement export
 *   plain verify DB         replays FIFO from the movements; compares boxes, open lots, month totals; exit 4 if wrong
 *   plain months DB         the month totals as CSV, to check this program against known figures
 *
 * Each prints one line of JSON (`months` prints CSV). Amounts are whole cents. Lots are used by date received, then
 * by number; taking u of n units left costs round_half_up(cost left * u / n). Labor is 15 minutes per box at 24.00
 * per hour.
 */
#include "plain_csv.h"

static Names items, recipients;
static unsigned char* isPackaging; /* by item */
static const i64 BOX_CAP = 10000000, MONTH_CAP = 1000000000000;

static const char* const SCHEMA =
    "CREATE TABLE item(id INTEGER PRIMARY KEY, sku TEXT NOT NULL, packaging INTEGER NOT NULL);"
    "CREATE TABLE recipient(id INTEGER PRIMARY KEY, code TEXT NOT NULL, since INTEGER NOT NULL);"
    "CREATE TABLE actor(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    "CREATE TABLE receipt(id INTEGER PRIMARY KEY, reference TEXT NOT NULL, received_on INTEGER NOT "
    "NULL);"
    "CREATE TABLE box(id INTEGER PRIMARY KEY, reference TEXT, recipient INTEGER NOT NULL, "
    "packed_on INTEGER NOT NULL,"
    " given_on INTEGER NOT NULL, minutes INTEGER NOT NULL, contents INTEGER NOT NULL, packaging "
    "INTEGER NOT NULL,"
    " labor INTEGER NOT NULL);"
    "CREATE TABLE movement(id INTEGER PRIMARY KEY, day INTEGER NOT NULL, kind INTEGER NOT NULL, "
    "item INTEGER NOT NULL,"
    " lot INTEGER NOT NULL, units INTEGER NOT NULL, cost INTEGER NOT NULL, box INTEGER NOT NULL, "
    "receipt INTEGER NOT NULL,"
    " actor INTEGER NOT NULL, at INTEGER NOT NULL);"
    "CREATE TABLE open_layer(item INTEGER, day INTEGER, lot INTEGER, units INTEGER NOT NULL, cost "
    "INTEGER NOT NULL,"
    " PRIMARY KEY(item, day, lot)) WITHOUT ROWID;"
    "CREATE TABLE month_total(month INTEGER PRIMARY KEY, boxes INTEGER NOT NULL DEFAULT 0, "
    "recipients INTEGER NOT NULL"
    " DEFAULT 0, contents INTEGER NOT NULL DEFAULT 0, packaging INTEGER NOT NULL DEFAULT 0, labor "
    "INTEGER NOT NULL DEFAULT 0,"
    " committed INTEGER NOT NULL DEFAULT 0, restock INTEGER NOT NULL DEFAULT 0, cap INTEGER NOT "
    "NULL);"
    "CREATE TABLE month_recipient(month INTEGER, recipient INTEGER, PRIMARY KEY(month, recipient)) "
    "WITHOUT ROWID;"
    "INSERT INTO actor VALUES(1, 'parts director');";

/* ---- writing ---- */
typedef struct {
    int item;
    i64 units;
} Line;
typedef struct {
    Slice reference;
    i64 recipient, packedOn, givenOn, minutes;
    Line* line;
    int n;
} Box;
enum { MOST_LINES = 4096 };
typedef struct {
    i64 day, lot, units, cost;
} Layer;
static void runText(sqlite3_stmt* s, i64 id, Slice text, i64 more)
{
    BIND(s, id, 0, more);
    sqlite3_bind_text(s, 2, text.s, text.n, SQLITE_STATIC);
    step(s);
}
static sqlite3_stmt *sLayers, *sLayerSet, *sLayerGone, *sLayerNew, *sMovement, *sReceipt, *sBox,
    *sMonth, *sMonthNew, *sRestock, *sPerson;
static i64 lastMovement, lastLot, lastBox;

static void prepareWrites(void)
{
    sLayers = prepare(
        "SELECT day, lot, units, cost FROM open_layer WHERE item=?1 AND day<=?2 ORDER BY day, lot");
    sLayerSet =
        prepare("UPDATE open_layer SET units=?4, cost=?5 WHERE item=?1 AND day=?2 AND lot=?3");
    sLayerGone = prepare("DELETE FROM open_layer WHERE item=? AND day=? AND lot=?");
    sLayerNew = prepare("INSERT INTO open_layer VALUES(?,?,?,?,?)");
    sMovement = prepare("INSERT INTO movement VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    sReceipt = prepare("INSERT INTO receipt VALUES(?1,?2,?3)");
    sBox = prepare("INSERT INTO box VALUES(?1,?9,?2,?3,?4,?5,?6,?7,?8)");
    sPerson = prepare("INSERT OR IGNORE INTO month_recipient VALUES(?,?)");
    sMonthNew = prepare("INSERT OR IGNORE INTO month_total(month, cap) VALUES(?,?)");
    sMonth = prepare(
        "UPDATE month_total SET boxes=boxes+?2, recipients=recipients+?3, contents=contents+?4,"
        " packaging=packaging+?5, labor=labor+?6, committed=committed+?7"
        " WHERE month=?1 AND contents+packaging+labor+committed+?4+?5+?6+?7 <= cap");
    sRestock = prepare("UPDATE month_total SET restock=restock+?2 WHERE month=?1");
    lastMovement = one("SELECT MAX(id) FROM movement");
    lastLot = one("SELECT MAX(id) FROM receipt");
    lastBox = one("SELECT MAX(id) FROM box");
}
static void openMonth(i64 month)
{
    static i64 known;
    if (month != known)
        RUN(sMonthNew, known = month, MONTH_CAP);
}
static void receive(i64 day, int item, i64 units, i64 cost, Slice reference, i64 at)
{
    i64 lot = ++lastLot;
    runText(sReceipt, lot, reference, day);
    RUN(sMovement, ++lastMovement, day, RECEIPT, item, lot, units, cost, 0, lot, 1, at);
    RUN(sLayerNew, item, day, lot, units, cost);
    openMonth(day / 100);
    RUN(sRestock, day / 100, cost);
}
/* One movement for each lot drawn from; returns the cost. */
static i64 issue(i64 day, Line line, i64 box, i64 at)
{
    static Layer got[65536];
    i64 left = line.units, cost = 0;
    int n = 0;
    BIND(sLayers, line.item, day);
    while (left > 0 && sqlite3_step(sLayers) == SQLITE_ROW) {
        if (n == 65536)
            die("lots", "too many for one line");
        got[n] = (Layer){INT(sLayers, 0), INT(sLayers, 1), INT(sLayers, 2), INT(sLayers, 3)};
        left -= got[n++].units;
    }
    sqlite3_reset(sLayers);
    if (left > 0)
        die("stock", "would go negative");
    left = line.units;
    for (Layer* l = got; l < got + n; l++) {
        i64 units = l->units < left ? l->units : left, part = l->cost;
        if (units == l->units) {
            RUN(sLayerGone, line.item, l->day, l->lot);
        } else {
            part = halfUp(l->cost * units, l->units);
            RUN(sLayerSet, line.item, l->day, l->lot, l->units - units, l->cost - part);
        }
        RUN(sMovement, ++lastMovement, day, ISSUE, line.item, l->lot, -units, -part, box, 0, 1, at);
        left -= units;
        cost += part;
    }
    return cost;
}
static void pack(const Box* b, i64 at)
{
    i64 id = ++lastBox, contents = 0, packaging = 0, labor = halfUp(b->minutes * RATE_MINOR, 60),
        fresh = 0;
    for (int i = 0; i < b->n; i++)
        *(isPackaging[b->line[i].item] ? &packaging : &contents) +=
            issue(b->packedOn, b->line[i], id, at);
    i64 total = contents + packaging + labor, given = b->givenOn != 0,
        month = (given ? b->givenOn : b->packedOn) / 100;
    if (total > BOX_CAP)
        die("box cap", "exceeded");
    BIND(sBox, id, b->recipient, b->packedOn, b->givenOn, b->minutes, contents, packaging, labor);
    sqlite3_bind_text(sBox, 9, b->reference.s, b->reference.n, SQLITE_STATIC);
    step(sBox);
    openMonth(month);
    if (given) {
        RUN(sPerson, month, b->recipient);
        fresh = sqlite3_changes(db);
        RUN(sMonth, month, 1, fresh, contents, packaging, labor, 0);
    } else {
        RUN(sMonth, month, 0, 0, 0, 0, 0, total);
    }
    if (sqlite3_changes(db) != 1)
        die("month cap", "exceeded");
}
static void loadItems(const char* file)
{
    sqlite3_stmt* sItem = prepare("INSERT INTO item VALUES(?,?,?)");
    Csv f = csvOpen(file, (const char* const[]){"sku", "kind", NULL});
    int isNew;
    while (csvNext(&f)) {
        int id = idOf(&items, cell(&f, 0), &isNew);
        isPackaging = realloc(isPackaging, (size_t)id + 1);
        isPackaging[id] = cell(&f, 1).n == (int)strlen("packaging");
        runText(sItem, id, cell(&f, 0), isPackaging[id]);
    }
}
static int itemOf(Slice sku)
{
    int isNew, id = idOf(&items, sku, &isNew);
    if (isNew)
        die("items", "a SKU is not in the catalog");
    return id;
}
static void loadReceipts(const char* file)
{
    Csv f = csvOpen(file, (const char* const[]){"received_on", "sku", "units", "total_cost",
                                                "reference", NULL});
    while (csvNext(&f))
        receive(number(cell(&f, 0)), itemOf(cell(&f, 1)), number(cell(&f, 2)), cents(cell(&f, 3)),
                cell(&f, 4), unixMs());
}
/* Rows of one box stand together. Returns the lines. */
static i64 loadBoxes(const char* file)
{
    static Line line[MOST_LINES];
    sqlite3_stmt* sRecipient = prepare("INSERT INTO recipient VALUES(?,?,?)");
    Csv f = csvOpen(file, (const char* const[]){"box", "recipient", "packed_on", "given_on", "sku",
                                                "units", "?labor_minutes", NULL});
    i64 lines = 0;
    int isNew;
    for (int more = csvNext(&f); more;) {
        Box b = {.reference = cell(&f, 0),
                 .line = line,
                 .packedOn = number(cell(&f, 2)),
                 .givenOn = number(cell(&f, 3))};
        b.minutes = cell(&f, 6).n ? number(cell(&f, 6)) : LABOR_MINUTES;
        b.recipient = idOf(&recipients, cell(&f, 1), &isNew);
        if (isNew)
            runText(sRecipient, b.recipient, cell(&f, 1), b.packedOn);
        do {
            if (b.n == MOST_LINES)
                die("box", "too many lines");
            line[b.n++] = (Line){itemOf(cell(&f, 4)), number(cell(&f, 5))};
            more = csvNext(&f);
        } while (more && sameText(cell(&f, 0), b.reference));
        lines += b.n;
        pack(&b, unixMs());
    }
    return lines;
}
static void load(const char* path, char** file)
{
    const char* const suffix[] = {"", "-wal", "-shm"};
    char name[4096];
    for (int i = 0; i < 3; i++)
        snprintf(name, sizeof name, "%s%s", path, suffix[i]), unlink(name);
    openDb(path);
    sql(SCHEMA);
    prepareWrites();
    sql("BEGIN IMMEDIATE");
    double c0 = cpuNow(), w0 = wallNow();
    loadItems(file[0]);
    loadReceipts(file[1]);
    double c1 = cpuNow(), w1 = wallNow();
    i64 lines = loadBoxes(file[2]);
    sql("COMMIT");
    closeDb();
    double c2 = cpuNow(), w2 = wallNow();
    printf("{\"boxes\":%lld,\"lines\":%lld,\"movements\":%lld,\"cpu_before\":%.6f,\"cpu_boxes\":%."
           "6f,\"wall_boxes\":%.6f,\"wall_before\":%.6f}\n",
           (long long)lastBox, (long long)lines, (long long)lastMovement, c1 - c0, c2 - c1, w2 - w1,
           w1 - w0);
}

/* ---- one durable transaction per box ---- */
static uint64_t seed = 88172645463325252u;
static int below(int n) /* xorshift64; pack_bench.cpp draws the same boxes */
{
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return (int)(seed % (uint64_t)n);
}
static int byValue(const void* a, const void* b)
{
    double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}
static void durable(const char* path, int n)
{
    openDb(path);
    int count = (int)one("SELECT MAX(id) FROM item"),
        people = (int)one("SELECT MAX(id) FROM recipient");
    int *goods = calloc((size_t)count + 1, sizeof(int)),
        *wrap = calloc((size_t)count + 1, sizeof(int)), nGoods = 0, nWrap = 0;
    i64 day = one("SELECT MAX(packed_on) FROM box");
    isPackaging = calloc((size_t)count + 1, 1);
    sqlite3_stmt* s = prepare("SELECT id, packaging FROM item ORDER BY id");
    while (sqlite3_step(s) == SQLITE_ROW) {
        int id = (int)INT(s, 0);
        isPackaging[id] = INT(s, 1) != 0;
        if (isPackaging[id])
            wrap[nWrap++] = id;
        else
            goods[nGoods++] = id;
    }
    if (nGoods < 5 || !nWrap)
        die("items", "too few");
    prepareWrites();
    sql("BEGIN IMMEDIATE");
    for (int id = 1; id <= count; id++)
        receive(day, id, 3 * n + 100, (3 * n + 100) * 517 + 1, (Slice){"bench", 5}, unixMs());
    sql("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_stmt *sBegin = prepare("BEGIN IMMEDIATE"), *sCommit = prepare("COMMIT");
    double *took = calloc((size_t)n + 1, sizeof(double)), w0 = wallNow(), c0 = cpuNow();
    Line lines[6];
    for (int i = 0; i < n; i++) {
        double t = wallNow();
        Box b = {.reference = {"", 0},
                 .line = lines,
                 .recipient = 1 + below(people),
                 .packedOn = day,
                 .minutes = LABOR_MINUTES};
        for (int line = 0; line < 5;
             line++) /* from five parts of the catalog, so five different items */
            b.line[b.n++] = (Line){goods[line * (nGoods / 5) + below(nGoods / 5)], 1 + below(3)};
        b.line[b.n++] = (Line){wrap[below(nWrap)], 1};
        step(sBegin);
        pack(&b, unixMs());
        step(sCommit);
        took[i] = wallNow() - t;
    }
    double w = wallNow() - w0, c = cpuNow() - c0;
    closeDb();
    qsort(took, (size_t)n, sizeof *took, byValue);
    printf("{\"boxes\":%d,\"wall_ms\":%.5f,\"cpu_ms\":%.5f,\"p50_ms\":%.5f}\n", n, w / n * 1e3,
           c / n * 1e3, took[n / 2] * 1e3);
}

sqlite3* db;

int main(int argc, char** argv)
{
    const char* mode = argc > 2 ? argv[1] : "";
    if (!strcmp(mode, "load") && argc == 6)
        load(argv[2], argv + 3);
    else if (!strcmp(mode, "durable") && argc == 4)
        durable(argv[2], atoi(argv[3]));
    else if (!strcmp(mode, "export") && argc == 4)
        exportMovements(argv[2], argv[3]);
    else if (!strcmp(mode, "verify") && argc == 3)
        verify(argv[2]);
    else if (!strcmp(mode, "months") && argc == 3)
        months(argv[2]);
    else
        die("usage",
            "load DB ITEMS RECEIPTS BOXES | durable DB N | export DB OUT | verify DB | months DB");
    return 0;
}
