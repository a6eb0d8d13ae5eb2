#include "purchasing/receive_stock.h"

#include "foundation/json.h"
#include "purchasing/receipt_run.h"

namespace giftbox::purchasing {

ReceivedLot receiveStock(books::WriteTransaction& tx, const Receipt& typed)
{
    Receipt receipt = typed;
    if (receipt.reference && receipt.reference->empty()) {
        receipt.reference.reset(); // an empty reference counts as left out
    }
    ReceiptRun run(tx);
    run.load({&receipt, 1});
    const ReceivedLot received = run.receive(receipt);
    foundation::Faults doubts; // one confirmation stands for all of them, so all are said
    doubts.check([&] { tx.requireConfirmed(""); });
    doubts.check([&] { run.requireUsual(""); });
    doubts.throwIfAny();
    run.write();
    foundation::JsonObject detail;
    detail.add("lot", received.lot.value)
        .add("units", receipt.units)
        .add("cost", toText(receipt.cost, tx.store().currency))
        .add("received_on", toText(receipt.receivedOn))
        .add("reference", received.reference);
    addVerdict(detail, tx.store(), received.verdict);
    tx.record("stock.receive", "item " + receipt.sku, detail.text());
    return received;
}

} // namespace giftbox::purchasing
