#include "web/ui/csv_file.h"

#include "foundation/csv.h"
#include "foundation/locale.h"

namespace giftbox::web {

namespace {

foundation::CsvMarks marksOf(const books::Store& store)
{
    const char decimalMark = foundation::Locale(store.locale).decimalMark();
    return {.separator = decimalMark == ',' ? ';' : ',', .decimalMark = decimalMark};
}

} // namespace

Response csvFile(const std::string& name, const books::Store& store,
                 const std::function<void(foundation::RowWriter&)>& write)
{
    Response response;
    response.add("Content-Type", "text/csv; charset=utf-8")
        .add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.spool = std::make_unique<Spool>();
    response.spool->append(foundation::kByteOrderMark);
    write(*foundation::makeCsvWriter([&](std::string_view bytes) { response.spool->append(bytes); },
                                     store.currency, foundation::Guard::On, marksOf(store)));
    return response;
}

Response rowsFile(std::string_view path, const std::string& name, const books::Store& store,
                  const std::function<void(foundation::RowWriter&)>& write)
{
    if (!path.ends_with(".xlsx")) {
        return csvFile(name + ".csv", store, write);
    }
    Response response;
    response
        .add("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .add("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    response.spool = std::make_unique<Spool>();
    write(*foundation::makeXlsxWriter(
        [&](std::string_view bytes) { response.spool->append(bytes); }, store.currency));
    return response;
}

} // namespace giftbox::web
