#include "foundation/row_writer.h"

namespace giftbox::foundation {

namespace {

class HidingWriter final : public RowWriter {
public:
    HidingWriter(RowWriter& out, PeopleSeen seen) : out_(out), seen_(seen) {}
    void begin(std::span<const Column> columns) override { out_.begin(columns); }
    void text(std::string_view value) override { out_.text(value); }
    void code(std::string_view value) override { out_.code(value); }
    void personal(Personal what, std::string_view value) override
    {
        if (isSeen(what, seen_)) {
            out_.personal(what, value);
        } else if (what == Personal::Words && !value.empty()) {
            out_.text(kNotShown);
        } else {
            out_.empty();
        }
    }
    void sentences(const std::vector<Sentence>& value) override { out_.sentences(value); }
    void integer(std::int64_t value) override { out_.integer(value); }
    void amount(Money value) override { out_.amount(value); }
    void date(Date value) override { out_.date(value); }
    void month(Month value) override { out_.month(value); }
    void empty() override { out_.empty(); }
    void endRow() override { out_.endRow(); }
    void end() override { out_.end(); }

private:
    RowWriter& out_;
    PeopleSeen seen_;
};

} // namespace

bool isSeen(Personal what, PeopleSeen seen)
{
    return seen == PeopleSeen::Name || (seen == PeopleSeen::Code && what == Personal::Code);
}

void RowWriter::personal(Personal what, std::string_view value)
{
    what == Personal::Code ? code(value) : text(value);
}

void RowWriter::sentences(const std::vector<Sentence>& value)
{
    value.empty() ? empty() : text(textOf(value));
}

std::unique_ptr<RowWriter> makeHidingWriter(RowWriter& out, PeopleSeen seen)
{
    return std::make_unique<HidingWriter>(out, seen);
}

} // namespace giftbox::foundation
