#pragma once

#include "foundation/json_body.h"
#include "foundation/refusal.h"
#include "foundation/row_writer.h"

#include <map>
#include <string>
#include <vector>

namespace giftbox::operations {

/// The values that a user saw before a change, by column or field, as the API writes them; empty for no value.
using SeenRow = std::map<std::string, std::string, std::less<>>;
using SeenRows = std::vector<SeenRow>;

/// Collects the current rows.
class SeenWriter final : public foundation::RowWriter {
public:
    explicit SeenWriter(foundation::Currency currency) : currency_(std::move(currency)) {}
    void begin(std::span<const foundation::Column> columns) override;
    void text(std::string_view value) override { add(std::string(value)); }
    void code(std::string_view value) override { add(std::string(value)); }
    void integer(std::int64_t value) override { add(std::to_string(value)); }
    void amount(foundation::Money value) override { add(toText(value, currency_)); }
    void date(foundation::Date value) override { add(toText(value)); }
    void month(foundation::Month value) override { add(toText(value)); }
    void empty() override { add(""); }
    void endRow() override;
    void end() override {}

    const std::vector<std::string>& columns() const { return columns_; }
    const SeenRows& rows() const { return rows_; }

private:
    void add(std::string value);

    foundation::Currency currency_;
    std::vector<std::string> columns_;
    SeenRows rows_;
    SeenRow row_;
};

/// Reads a request body; null means empty.
SeenRows seenRowsIn(const std::vector<foundation::JsonFields>& rows);
/// Writes and reads the text of a hidden field. Throws Refusal `form.malformed`.
std::string seenText(const SeenRows& rows);
SeenRows seenRowsOf(const std::string& text);

/// The refusal of a change that would overwrite values its sender has not seen.
class SeenChanged : public foundation::Refusal {
public:
    SeenChanged(const foundation::Refusal& refusal, SeenRows now)
        : foundation::Refusal{refusal}, now_(std::move(now))
    {}
    /// The current rows.
    const SeenRows& now() const { return now_; }

private:
    SeenRows now_;
};

/// The changes since `seen`, in words; empty without any. Only seen columns count; `labels` name them for people.
std::string changesSince(const SeenRows& seen, const SeenRows& now, const SeenRow& labels = {});

/// Protects the changes of others. Throws SeenChanged with the old and new values; `key` is a variant of
/// `seen.changed`.
void requireSeen(const SeenRows& seen, const SeenRows& now, std::string_view key,
                 const SeenRow& labels = {});

} // namespace giftbox::operations
