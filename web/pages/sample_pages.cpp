#include "exchange/sample/sample_store.h"
#include "operations/sample.h"
#include "web/pages/pages.h"

namespace giftbox::web {

Response addSamplePage(RequestContext& context)
{
    const std::string sample = operations::addSample(context.database, context.store,
                                                     context.actor(), context.session->login);
    return redirectWithNotice(context, context.place("/s/" + sample),
                              {"This is the sample store. Look around, and try everything."});
}

Response removeSamplePage(RequestContext& context)
{
    const bool isSample =
        context.read([](const books::ReadTransaction& tx) { return tx.store().isSample; });
    if (!isSample) { // no other store is removed from its pages
        throw foundation::Refusal("sample.none");
    }
    exchange::removeSampleStore(context.database, context.actor());
    return redirectWithNotice(context, context.place("/"), {"The sample store is removed."});
}

} // namespace giftbox::web
