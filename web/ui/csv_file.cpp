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

Response rowsFile(std::string_view path, const std::string& name,
                  const foundation::Currency& currency,
                  const std::function<void(foundation::RowWriter&)>& write)
{
    if (!path.ends_with(".xlsx")) {
        return csvFile(name + ".csv", currency, write);
    }
    Response response;
    response
        .add("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .add("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    response.spool = std::make_unique<Spool>();
    write(*foundation::makeXlsxWriter(
        [&](std::string_view bytes) { response.spool->append(bytes); }, currency));
    return response;
}

} // namespace giftbox::web
