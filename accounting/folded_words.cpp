#include "accounting/folded_words.h"

#include "accounting/statements.h"
#include "foundation/fold.h"
#include "gifting/recipient.h"
#include "inventory/item_code.h"

namespace giftbox::accounting {

using foundation::Batch;
using foundation::Database;
using foundation::folded;

namespace {

constexpr std::int64_t kRowsAtOnce = 4096;

/// A row of a table with folded texts.
struct FoldedRow {
    struct Word {
        std::string_view column;
        std::string_view kept;
        std::string folded;
    };
    std::int64_t number = 0;
    std::int64_t twin = 0;
    std::vector<Word> words; ///< in the order of the batch that stores them
};

FoldedRow foldedRow(const sql::ItemsToFold::Row& row)
{
    return {row.itemNo,
            row.skuTwin,
            {{"sku_folded", row.skuFolded, folded(row.sku)},
             {"barcode_folded", row.barcodeFolded, inventory::barcodeKey(row.barcode)}}};
}

FoldedRow foldedRow(const sql::RecipientsToFold::Row& row)
{
    gifting::Recipient recipient;
    recipient.code = row.code;
    recipient.name = row.name;
    recipient.group = row.recipientGroup;
    recipient.household = row.household;
    recipient.anonymized = row.anonymized != 0;
    return {row.recipientNo,
            row.codeTwin,
            {{"code_folded", row.codeFolded, folded(row.code)},
             {"household_folded", row.householdFolded, folded(row.household)},
             {"search_text", row.searchText, gifting::searchText(recipient)}}};
}

FoldedRow foldedRow(const sql::NominationsToFold::Row& row)
{
    return {row.nominationNo,
            row.adviserTwin,
            {{"adviser_folded", row.adviserFolded, folded(row.adviser)}}};
}

FoldedRow foldedRow(const sql::RecipesToFold::Row& row)
{
    return {row.recipeNo, row.nameTwin, {{"name_folded", row.nameFolded, folded(row.name)}}};
}

/// Visits a table's rows in the order of their numbers, some thousand at a time, and calls `done` after each part.
template <class Read, class Visit, class Done>
void forEachRow(foundation::Reader& database, std::int64_t store, const Visit& visit,
                const Done& done)
{
    std::int64_t after = 0;
    for (std::int64_t rows = kRowsAtOnce; rows == kRowsAtOnce;) {
        rows = 0;
        for (const auto& row :
             database.query(Read{.storeId = store, .after = after, .most = kRowsAtOnce})) {
            const FoldedRow one = foldedRow(row);
            after = one.number;
            visit(one);
            ++rows;
        }
        done();
    }
}

template <class Read, class Write, class First>
void foldTable(Database& database, std::int64_t store)
{
    Batch batch = Write::batch();
    forEachRow<Read>(
        database, store,
        [&](const FoldedRow& row) {
            batch.add(row.number);
            for (const FoldedRow::Word& word : row.words) {
                batch.add(word.folded);
            }
        },
        [&] {
            database.executeForEach(Write{.storeId = store}, batch);
            database.settle();
            batch.clear();
        });
    database.execute(First{.storeId = store});
}

template <class Read>
void checkTable(const books::ReadTransaction& tx, const std::string& what, Differences& differences)
{
    const auto check = [&](const FoldedRow& row) {
        const std::string name = what + " " + std::to_string(row.number) + ": ";
        for (const FoldedRow::Word& word : row.words) {
            if (word.kept != word.folded) {
                differences.push_back(name + std::string(word.column) +
                                      " is not the folded form of its text");
            }
        }
        if (row.twin != 0 && row.twin != row.number) {
            differences.push_back(name + "it is stored as twin " + std::to_string(row.twin) +
                                  "; expected 0 or its own number");
        }
    };
    forEachRow<Read>(tx.database(), tx.storeId(), check, [] {});
}

} // namespace

void foldWords(Database& database)
{
    std::vector<std::int64_t> stores;
    for (const auto& row : database.query(sql::StoresToFold{})) {
        stores.push_back(row.storeId);
    }
    for (const std::int64_t store : stores) {
        foldTable<sql::ItemsToFold, sql::FoldItems, sql::FirstItems>(database, store);
        foldTable<sql::RecipientsToFold, sql::FoldRecipients, sql::FirstRecipients>(database,
                                                                                    store);
        foldTable<sql::NominationsToFold, sql::FoldNominations, sql::FirstNominations>(database,
                                                                                       store);
        foldTable<sql::RecipesToFold, sql::FoldRecipes, sql::FirstRecipes>(database, store);
    }
}

std::vector<std::string> twinNotes(Database& database)
{
    std::vector<std::pair<std::int64_t, std::string>> stores;
    for (const auto& row : database.query(sql::StoresToFold{})) {
        stores.emplace_back(row.storeId, row.code);
    }
    std::vector<std::string> notes;
    for (const auto& [store, code] : stores) {
        const std::int64_t twins = database.query(sql::CountTwins{.storeId = store})->twins;
        if (twins > 0) {
            notes.push_back(
                foundation::Sentence("part.twins", {{"store", code}, {"twins", twins}}).text());
        }
    }
    return notes;
}

void checkFolded(const books::ReadTransaction& tx, Differences& differences)
{
    checkTable<sql::ItemsToFold>(tx, "item", differences);
    checkTable<sql::RecipientsToFold>(tx, "recipient", differences);
    checkTable<sql::NominationsToFold>(tx, "nomination", differences);
    checkTable<sql::RecipesToFold>(tx, "recipe", differences);
    for (const auto& row : tx.database().query(sql::FalseTwins{.storeId = tx.storeId()})) {
        differences.push_back(std::string(row.what) + " " + std::to_string(row.number) +
                              ": it is stored as a twin, but no older one has its folded form");
    }
}

} // namespace giftbox::accounting
