#include "operations/seen.h"

#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::operations {

using foundation::quoted;

namespace {

constexpr std::size_t kMostSaid = 5;

std::string valueText(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text.empty() ? "empty" : quoted(text);
}

const std::string& valueIn(const SeenRow& row, std::string_view column)
{
    static const std::string none;
    const auto found = row.find(column);
    return found == row.end() ? none : found->second;
}

bool isStill(const SeenRow& seen, const SeenRow& now)
{
    return std::ranges::all_of(
        seen, [&](const auto& value) { return valueIn(now, value.first) == value.second; });
}

std::string listed(const std::vector<std::string>& sentences)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(sentences.size(), kMostSaid); ++i) {
        text += (i == 0 ? "" : "; ") + sentences[i];
    }
    return text + (sentences.size() > kMostSaid
                       ? "; and " + std::to_string(sentences.size() - kMostSaid) + " more"
                       : "");
}

/// For one record: each changed value.
std::string changesOfOne(const SeenRow& seen, const SeenRow& now, const SeenRow& labels)
{
    std::vector<std::string> changes;
    for (const auto& [column, before] : seen) {
        const std::string& after = valueIn(now, column);
        if (before != after) {
            const std::string& label = valueIn(labels, column);
            changes.push_back((label.empty() ? column : label) + " was " + valueText(before) +
                              " and is " + valueText(after));
        }
    }
    return listed(changes);
}

/// The seen columns of a row.
std::string rowText(const SeenRow& row, const SeenRow& like)
{
    std::string text;
    for (const auto& [column, value] : like) {
        const std::string& here = valueIn(row, column);
        if (!here.empty()) {
            text += (text.empty() ? "" : ", ") + column + " " + valueText(here);
        }
    }
    return text;
}

/// For a list: the removed rows and the added ones.
std::string changesOfMany(const SeenRows& seen, SeenRows now)
{
    std::vector<std::string> changes;
    for (const SeenRow& row : seen) {
        const auto same =
            std::ranges::find_if(now, [&](const SeenRow& one) { return isStill(row, one); });
        if (same == now.end()) {
            changes.push_back("removed: " + rowText(row, row));
        } else {
            now.erase(same);
        }
    }
    for (const SeenRow& row : now) {
        changes.push_back("added: " + rowText(row, seen.empty() ? row : seen.front()));
    }
    return listed(changes);
}

} // namespace

void SeenWriter::begin(std::span<const foundation::Column> columns)
{
    for (const foundation::Column& column : columns) {
        columns_.push_back(column.name);
    }
}

void SeenWriter::add(std::string value)
{
    row_.emplace(columns_.at(row_.size()), std::move(value));
}

void SeenWriter::endRow()
{
    rows_.push_back(std::move(row_));
    row_.clear();
}

SeenRows seenRowsIn(const std::vector<foundation::JsonFields>& rows)
{
    SeenRows seen;
    for (const foundation::JsonFields& fields : rows) {
        SeenRow& row = seen.emplace_back();
        for (const auto& [column, value] : fields) {
            const auto* text = std::get_if<std::string>(&value);
            const auto* number = std::get_if<std::int64_t>(&value);
            row.emplace(column, text != nullptr     ? *text
                                : number != nullptr ? std::to_string(*number)
                                                    : "");
        }
    }
    return seen;
}

std::string seenText(const SeenRows& rows)
{
    std::string list;
    for (const SeenRow& row : rows) {
        foundation::JsonObject object;
        for (const auto& [column, value] : row) {
            object.add(column, value);
        }
        list += (list.empty() ? "" : ",") + object.text();
    }
    return "{\"rows\":[" + list + "]}";
}

SeenRows seenRowsOf(const std::string& text)
{
    try {
        return seenRowsIn(foundation::parseJsonBody(text).lists.at("rows"));
    } catch (const std::exception&) {
        throw foundation::Refusal("form.malformed/seen");
    }
}

std::string changesSince(const SeenRows& seen, const SeenRows& now, const SeenRow& labels)
{
    return seen.size() == 1 && now.size() == 1 ? changesOfOne(seen.front(), now.front(), labels)
                                               : changesOfMany(seen, now);
}

void requireSeen(const SeenRows& seen, const SeenRows& now, std::string_view key,
                 const SeenRow& labels)
{
    const std::string changes = changesSince(seen, now, labels);
    if (!changes.empty()) {
        throw SeenChanged(foundation::Refusal(key, {{"changes", changes}}), now);
    }
}

} // namespace giftbox::operations
