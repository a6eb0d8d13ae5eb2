#include "gifting/notes/sign_note.h"

#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "gifting/notes/statements.h"

#include <algorithm>
#include <vector>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

struct Signer {
    std::int64_t number = 0;
    std::string name;
    std::optional<foundation::Instant> signedAt;
};

std::vector<Signer> signersOf(const WriteTransaction& tx, books::BoxNo box)
{
    std::vector<Signer> signers;
    for (const auto& row :
         tx.database().query(sql::SignaturesOfBox{.storeId = tx.storeId(), .boxNo = box.value})) {
        signers.push_back(
            {.number = row.signerNo, .name = std::string(row.signer), .signedAt = row.signedAt});
    }
    return signers;
}

const Signer& requireUnsigned(const std::vector<Signer>& signers, books::BoxNo box,
                              const std::string& name)
{
    if (signers.empty()) {
        throw Refusal("note.not_written", {{"number", box.value}});
    }
    auto signer = std::ranges::find(signers, name, &Signer::name);
    if (signer == signers.end()) {
        signer = std::ranges::find_if(
            signers, [&name](const Signer& one) { return foundation::sameFolded(one.name, name); });
    }
    if (signer == signers.end()) {
        std::string names;
        for (const Signer& one : signers) {
            names += (names.empty() ? "" : ", ") + one.name;
        }
        throw Refusal("note.signer_unknown",
                      {{"name", name}, {"number", box.value}, {"names", names}});
    }
    if (signer->signedAt) {
        throw Refusal("note.signed_already",
                      {{"name", name}, {"number", box.value}, {"signed_at", *signer->signedAt}});
    }
    return *signer;
}

} // namespace

SignedNote signNote(WriteTransaction& tx, books::BoxNo box, const std::string& signer)
{
    const std::vector<Signer> signers = signersOf(tx, box);
    const Signer& found = requireUnsigned(signers, box, signer);
    tx.database().execute(sql::SignNote{.storeId = tx.storeId(),
                                        .signedEvent = tx.event().value,
                                        .boxNo = box.value,
                                        .signerNo = found.number});
    tx.record("note.sign", "box " + std::to_string(box.value),
              foundation::JsonObject().add("signer", found.number).text());
    const auto before =
        std::ranges::count_if(signers, [](const Signer& one) { return one.signedAt.has_value(); });
    return {.signedCount = before + 1, .signerCount = std::int64_t(signers.size())};
}

} // namespace giftbox::gifting
