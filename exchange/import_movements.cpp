#include "exchange/import_movements.h"

#include "exchange/movement_replay.h"
#include "exchange/stock_file.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::exchange {

void requireNoMovements(books::WriteTransaction& tx, const std::string& what)
{
    const books::Counters& last = tx.counters();
    if (last.movement > 0 || last.box > 0) {
        throw foundation::Refusal("import.not_empty", {{"what", what},
                                                       {"store", tx.store().code},
                                                       {"movements", last.movement},
                                                       {"boxes", last.box}});
    }
}

ImportedMovements importMovements(books::WriteTransaction& tx, MovementFiles files)
{
    requireNoMovements(tx, "movements");
    BoxJournal boxes(tx, std::move(files.boxes));
    MovementReplay replay(tx, std::move(files.movements), boxes);
    std::optional<StockFile> stock;
    if (files.stock) {
        stock.emplace(tx, *std::move(files.stock));
    }
    replay.run();
    std::vector<ImportFile*> read = {&replay.file(), &boxes.file()};
    const bool journalsAreGood =
        std::ranges::all_of(read, [](const auto* file) { return file->fileIsGood(); });
    if (stock) {
        read.push_back(&stock->file());
        if (journalsAreGood) {
            stock->compare(tx);
        }
    }
    ImportFile::throwIfBad(read);
    std::ranges::for_each(read, [&](const auto* file) { file->requireConfirmed(tx); });
    replay.finish();
    const ImportedMovements imported{.movements = replay.movements(),
                                     .boxes = static_cast<std::int64_t>(boxes.boxes().size())};
    tx.record("import.movements", "movements",
              foundation::JsonObject()
                  .add("movements", imported.movements)
                  .add("boxes", imported.boxes)
                  .text());
    return imported;
}

} // namespace giftbox::exchange
