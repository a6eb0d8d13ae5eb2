#include "cli/commands.h"
#include "cli/context.h"
#include "exchange/sample/sample_store.h"
#include "operations/sample.h"

namespace giftbox::cli {

int sampleAdd(Context& context)
{
    const std::string code =
        operations::addSample(context.database(), context.storeCode(), context.actor(), {});
    context.note("sample store " + code +
                 " added; its data is invented. Look around with --store " + code +
                 ", and remove it with giftbox sample remove");
    return 0;
}

int sampleRemove(Context& context)
{
    context.note("sample store " +
                 exchange::removeSampleStore(context.database(), context.actor()) + " removed");
    return 0;
}

} // namespace giftbox::cli
