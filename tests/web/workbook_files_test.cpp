#include "tests/web/site_fixture.h"

namespace giftbox::web::workbook_files_test {
namespace {

class WorkbookFiles : public SiteFixture {};
GIFTBOX_ON_BOTH_ENGINES(WorkbookFiles);

TEST_P(WorkbookFiles, AreBesideTheFilesOfRows)
{
    const std::string token = loggedInAs(access::Role::Accounting);
    for (const char* path : {"/stock", "/report", "/accounting/boxes"}) {
        const Response file = get(at(std::string(path) + ".xlsx"), token);
        ASSERT_NE(file.spool, nullptr) << path;
        EXPECT_EQ(file.spool->read(0, 2), "PK") << path;
        EXPECT_TRUE(headerOf(file, "Content-Type").ends_with("spreadsheetml.sheet")) << path;
        EXPECT_TRUE(headerOf(file, "Content-Disposition").ends_with(".xlsx\"")) << path;
    }
    EXPECT_EQ(get(at("/accounting/boxes.xls"), token).status, 404);
    EXPECT_EQ(get(at("/accounting/boxes"), token).status, 404);
}

} // namespace
} // namespace giftbox::web::workbook_files_test
