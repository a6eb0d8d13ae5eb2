#include "web/ui/seen_form.h"

namespace giftbox::web {

namespace {

constexpr const char* kSeen = "seen";
constexpr const char* kRows = "rows"; ///< the rows of items and units

using Rows = std::vector<std::pair<std::string, std::string>>;

/// One per line, such as `HAT-01 2`.
std::string textOf(const Rows& rows)
{
    std::string text;
    for (const auto& [what, units] : rows) {
        if (!what.empty()) {
            text += (text.empty() ? "" : "\n") + what + " " + (units.empty() ? "1" : units);
        }
    }
    return text;
}

Rows rowsIn(const Form& form)
{
    const auto skus = form.all("sku");
    const auto units = form.all("line_units");
    Rows rows;
    for (std::size_t i = 0; i < skus.size(); ++i) {
        rows.emplace_back(skus[i], i < units.size() ? units[i] : "");
    }
    return rows;
}

void fillRowsWith(Form& form, const std::string& text)
{
    fillRows(form, {});
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t blank = text.rfind(' ', end);
        form.add("sku", text.substr(at, blank - at));
        form.add("line_units", text.substr(blank + 1, end - blank - 1));
        at = end + 1;
    }
}

/// For comparison: browsers end lines with CRLF.
std::string typedIn(const Form& form, const std::string& field)
{
    std::string text = field == kRows ? textOf(rowsIn(form)) : form.text(field);
    std::erase(text, '\r');
    return text;
}

} // namespace

SeenRows shownBy(const FormPage& page)
{
    SeenRow row;
    for (const Field& field : page.fields) {
        if (field.type != "hidden") {
            row.emplace(field.name, field.value);
        }
    }
    if (page.hasLines) {
        row.emplace(kRows, textOf(page.lines));
    }
    return {row};
}

Field seenField(const SeenRows& rows)
{
    return {.name = kSeen, .label = "", .type = "hidden", .value = operations::seenText(rows)};
}

void requireSeen(const Form& form, const SeenRows& now,
                 const std::function<bool(const SeenRow&)>& isAbout)
{
    SeenRows seen;
    SeenRows others;
    for (SeenRow& row : operations::seenRowsOf(form.text(kSeen))) {
        (!isAbout || isAbout(row) ? seen : others).push_back(std::move(row));
    }
    try {
        operations::requireSeen(seen, now, "seen.changed/page");
    } catch (const SeenChanged& changed) {
        others.insert(others.end(), now.begin(), now.end());
        throw SeenChanged(changed, std::move(others));
    }
}

void requireSeen(const Form& form, const FormPage& now)
{
    SeenRow labels = {{kRows, "Items"}};
    for (const Field& field : now.fields) {
        labels.emplace(field.name, field.label);
    }
    operations::requireSeen(operations::seenRowsOf(form.text(kSeen)), shownBy(now), "seen.changed",
                            labels);
}

void takeOver(Form& form, const SeenChanged& changed)
{
    const SeenRows seen = operations::seenRowsOf(form.text(kSeen));
    if (seen.size() == 1 && changed.now().size() == 1) {
        for (const auto& [field, before] : seen.front()) {
            const auto now = changed.now().front().find(field);
            if (now == changed.now().front().end() || typedIn(form, field) != before) {
                continue;
            }
            field == kRows ? fillRowsWith(form, now->second) : form.set(field, now->second);
        }
    }
    form.set(kSeen, operations::seenText(changed.now()));
}

} // namespace giftbox::web
