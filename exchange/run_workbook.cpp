#include "exchange/run_workbook.h"

#include "foundation/refusal.h"
#include "foundation/run_program.h"

namespace giftbox::exchange {

namespace {

constexpr int kSeconds = 30;

} // namespace

bool isWorkbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::string csvOf(const std::string& workbook, const std::string& fileName)
{
    const std::string reader = "giftbox-workbook";
    std::string why;
    try {
        foundation::ProgramEnd end =
            foundation::runProgram(foundation::ownProgram(reader), workbook, kSeconds);
        if (end.status == 0) {
            return std::move(end.out);
        }
        why = end.status == 1 ? end.err : reader + ": " + end.err;
    } catch (const foundation::ProgramError& error) {
        why = error.what();
    }
    throw foundation::Refusal("import.workbook", {{"file", fileName}, {"why", why}});
}

} // namespace giftbox::exchange
