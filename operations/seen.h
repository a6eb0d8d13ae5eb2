#pragma once

#include "foundation/json_body.h"
#include "foundation/refusal.h"
#include "foundation/row_writer.h"

#include <map>
#include <string>
#include <vector>

namespace giftbox::operations {

/// What somebody saw before they changed it: values by column or field, as the API writes them, empty where there was none.
using SeenRow = std::map<std::string, std::string, std::less<>>;
using SeenRows = std::vector<SeenRow>;

/// Gathers rows as they are now.
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

/// As a body says it. A value that is null is one that was empty.
SeenRows seenRowsIn(const std::vector<foundation::JsonFields>& rows);
/// The text of a hidden field, and back. Throws Refusal `form.malformed`.
std::string seenText(const SeenRows& rows);
SeenRows seenRowsOf(const std::string& text);

/// The refusal of what would overwrite something that its sender has not seen.
class SeenChanged : public foundation::Refusal {
public:
    SeenChanged(const foundation::Refusal& refusal, SeenRows now)
        : foundation::Refusal{refusal}, now_(std::move(now))
    {}
    /// How it is.
    const SeenRows& now() const { return now_; }

private:
    SeenRows now_;
};

/// What is otherwise now than it was seen, in words; empty when nothing is. Only the columns that were seen count; `labels` are what people call them.
std::string changesSince(const SeenRows& seen, const SeenRows& now, const SeenRow& labels = {});

/// So that nobody's change is lost. Throws SeenChanged, which says what was changed, from what to what; `key` is a
/// variant of `seen.changed`.
void requireSeen(const SeenRows& seen, const SeenRows& now, std::string_view key,
                 const SeenRow& labels = {});

} // namespace giftbox::operations
