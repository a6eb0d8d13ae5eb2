#include "foundation/check.h"
#include "foundation/json.h"
#include "foundation/row_writer.h"
#include "foundation/sink_buffer.h"

namespace giftbox::foundation {
namespace {

class JsonWriter final : public RowWriter {
public:
    JsonWriter(Sink sink, const Currency& currency) : out_(std::move(sink)), currency_(currency) {}

    void begin(std::span<const Column> columns) override
    {
        for (const Column& column : columns) {
            std::string& key = keys_.emplace_back(keys_.empty() ? "{" : ",");
            appendJsonString(key, column.name);
            key += ':';
        }
        out_.bytes() += "[\n";
    }
    void text(std::string_view value) override { appendJsonString(nextValue(), value); }
    void code(std::string_view value) override { appendJsonString(nextValue(), value); }
    void integer(std::int64_t value) override
    {
        nextValue();
        out_.appendInteger(value);
    }
    void amount(Money value) override { appendJsonString(nextValue(), toText(value, currency_)); }
    void date(Date value) override { appendJsonString(nextValue(), toText(value)); }
    void month(Month value) override { appendJsonString(nextValue(), toText(value)); }
    void empty() override { nextValue() += "null"; }
    void endRow() override
    {
        GIFTBOX_CHECK(valuesOfRow_ == keys_.size());
        valuesOfRow_ = 0;
        out_.bytes() += '}';
        out_.passOnWhenFull();
        separator_ = ",\n";
    }
    void end() override
    {
        out_.bytes() += separator_.empty() ? "]\n" : "\n]\n";
        out_.passOn();
    }

private:
    std::string& nextValue()
    {
        GIFTBOX_CHECK(valuesOfRow_ < keys_.size());
        std::string& bytes = out_.bytes();
        if (valuesOfRow_ == 0) {
            bytes += separator_;
        }
        bytes += keys_[valuesOfRow_++];
        return bytes;
    }

    SinkBuffer out_;
    Currency currency_;
    std::vector<std::string> keys_; ///< with the bracket or comma before and the colon after
    std::size_t valuesOfRow_ = 0;
    std::string_view separator_; ///< before the next row
};

} // namespace

std::unique_ptr<RowWriter> makeJsonWriter(Sink sink, const Currency& currency)
{
    return std::make_unique<JsonWriter>(std::move(sink), currency);
}

} // namespace giftbox::foundation
