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

TEST_P(WorkbookFiles, AndTheMonthIsOneArchive)
{
    const std::string token = loggedInAs(access::Role::Accounting);
    EXPECT_TRUE(parsed(get(at("/accounting?from=2026-05-01&to=2026-05-31"), token))
                    .says("2026-05 as one archive"));
    const Response file = get(at("/accounting/2026-05.zip"), token);
    ASSERT_NE(file.spool, nullptr);
    EXPECT_EQ(file.spool->read(0, 2), "PK");
    EXPECT_EQ(headerOf(file, "Content-Type"), "application/zip");
    EXPECT_TRUE(headerOf(file, "Content-Disposition").ends_with("-2026-05.zip\""));
    EXPECT_EQ(get(at("/accounting/may.zip"), token).status, 422);
    EXPECT_EQ(get(at("/accounting/2026-05.zip"), loggedInAs(access::Role::Adviser)).status, 403);
}

} // namespace
} // namespace giftbox::web::workbook_files_test
