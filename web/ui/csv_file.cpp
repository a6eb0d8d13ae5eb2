#include "web/ui/csv_file.h"

#include "foundation/csv.h"

namespace giftbox::web {

Response csvFile(const std::string& name, const foundation::Currency& currency,
                 const std::function<void(foundation::RowWriter&)>& write)
{
    Response response;
    response.add("Content-Type", "text/csv; charset=utf-8")
        .add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.spool = std::make_unique<Spool>();
    response.spool->append(foundation::kByteOrderMark);
    write(*foundation::makeCsvWriter([&](std::string_view bytes) { response.spool->append(bytes); },
                                     currency, foundation::Guard::On));
    return response;
}

} // namespace giftbox::web
