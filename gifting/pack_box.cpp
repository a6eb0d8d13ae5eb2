#include "gifting/pack_box.h"

#include "foundation/json.h"

namespace giftbox::gifting {

namespace {

PackedBox packLoaded(books::WriteTransaction& tx, BoxPoster& run, BoxRequest request)
{
    run.name({&request, 1});
    PackedBox packed = run.pack(request);
    packed.remaining.more = run.more(request);
    packed.lines = merged(request.lines);
    run.write();
    packed.remaining.waiting = run.waitingBefore(packed.month);

    const foundation::Currency& currency = tx.store().currency;
    foundation::JsonObject detail;
    detail.add("recipient", packed.recipientNo.value)
        .add("packed_on", toText(request.packedOn))
        .add("contents", toText(packed.cost.contents, currency))
        .add("packaging", toText(packed.cost.packaging, currency))
        .add("labor", toText(packed.cost.labor, currency));
    addRecipe(detail, request.recipe);
    addVerdict(detail, tx.store(), packed.verdict);
    tx.record("box.pack", "box " + std::to_string(packed.number.value), detail.text());
    return packed;
}

} // namespace

PackedBox packBox(books::WriteTransaction& tx, const BoxRequest& request)
{
    BoxPoster run(tx);
    run.load({&request, 1});
    return packLoaded(tx, run, request);
}

PackedBox packBox(foundation::Database& database, books::StoreId store, const books::Actor& actor,
                  const BoxRequest& request)
{
    std::optional<BoxPoster> run;
    return books::write(
        database, store, actor,
        [&](books::WriteTransaction& tx) {
            run.emplace(tx);
            run->loadLater({&request, 1});
        },
        [&](books::WriteTransaction& tx) { return packLoaded(tx, *run, request); });
}

} // namespace giftbox::gifting
