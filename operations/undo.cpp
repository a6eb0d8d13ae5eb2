#include "operations/undo.h"

#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>
#include <ranges>
#include <stdexcept>

namespace giftbox::operations {

using books::ReadTransaction;
using foundation::FieldInfo;
using foundation::FieldType;
using foundation::JsonFields;
using foundation::JsonScalar;

namespace {

constexpr const char* kUndoneKey = "undone";
constexpr const char* kByKey = "by";
constexpr const char* kSaidKey = "said";

SeenRows rowsOfThing(Read thing, Call& call, const ReadTransaction& tx)
{
    SeenWriter rows(tx.store().currency);
    thing(call, tx, rows);
    return rows.rows();
}

/// The field that names the thing: the one in the address, or the first that is needed.
const FieldInfo& namingField(const Operation& operation)
{
    const auto begin = operation.address.find('{');
    if (begin != std::string_view::npos) {
        return operation.field(
            operation.address.substr(begin + 1, operation.address.find('}') - begin - 1));
    }
    const auto needed =
        std::ranges::find(operation.fields, foundation::Need::Required, &FieldInfo::need);
    return needed == operation.fields.end() ? operation.fields.front() : *needed;
}

JsonScalar scalarOf(const FieldInfo& info, const std::string& text)
{
    return info.type == FieldType::Integer && !text.empty()
               ? JsonScalar(foundation::wholeNumber(text, info.name))
               : JsonScalar(text);
}

std::vector<std::string_view> wordsOf(std::string_view list)
{
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        words.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

/// Gives the field its earlier value. Whether that can be said.
bool giveBack(const FieldInfo& info, const std::string& value, foundation::JsonBody& undo)
{
    if (value.empty() && !info.mayBeEmptied) {
        return false;
    }
    undo.fields.insert_or_assign(std::string(info.name), scalarOf(info, value));
    return true;
}

/// The fields that the inverse lists. What cannot be said was left out before, too.
void giveBackListed(const Operation& by, std::string_view listed, const SeenRow& before,
                    foundation::JsonBody& undo)
{
    for (const std::string_view word : wordsOf(listed)) {
        const std::size_t sign = word.find('=');
        const std::string_view column =
            sign == std::string_view::npos ? word : word.substr(sign + 1);
        giveBack(by.field(word.substr(0, sign)), before.find(column)->second, undo);
    }
}

/// All fields that changed. Whether there are any, and all can be said.
bool giveBackChanged(const Operation& by, const SeenRow& before, const SeenRow& after,
                     foundation::JsonBody& undo)
{
    std::size_t changed = 0;
    for (const FieldInfo& info : by.fields) {
        const auto was = before.find(info.name);
        const auto is = after.find(info.name);
        if (was != before.end() && is != after.end() && was->second != is->second) {
            ++changed;
            if (!giveBack(info, was->second, undo)) {
                return false;
            }
        }
    }
    return changed > 0;
}

std::string arrayOf(const std::vector<JsonFields>& rows)
{
    std::string list;
    for (const JsonFields& fields : rows) {
        foundation::JsonObject object;
        for (const auto& [name, value] : fields) {
            const auto* number = std::get_if<std::int64_t>(&value);
            number != nullptr ? object.add(name, *number)
                              : object.add(name, std::get<std::string>(value));
        }
        list += (list.empty() ? "" : ",") + object.text();
    }
    return "[" + list + "]";
}

const Operation& known(const std::string& command)
{
    const Operation* const found = operationOf(command);
    if (found == nullptr) {
        throw std::invalid_argument("no operation " + command);
    }
    return *found;
}

std::vector<JsonFields> kept(const SeenRows& rows)
{
    std::vector<JsonFields> all;
    for (const SeenRow& row : rows) {
        all.emplace_back(row.begin(), row.end());
    }
    return all;
}

} // namespace

std::string textOf(const Undo& undo)
{
    std::string text = "{\"" + std::string(kSaidKey) + "\":" + arrayOf({undo.said.fields});
    for (const auto& [name, rows] : undo.said.lists) {
        text += ",\"" + name + "\":" + arrayOf(rows);
    }
    const std::string commands = foundation::JsonObject()
                                     .add(kUndoneKey, undo.undone->command)
                                     .add(kByKey, undo.by->command)
                                     .text();
    return text + "," + commands.substr(1);
}

Undo undoIn(const std::string& text)
{
    foundation::JsonBody body = foundation::parseJsonBody(text);
    Undo undo{.undone = &known(std::get<std::string>(body.fields.at(kUndoneKey))),
              .by = &known(std::get<std::string>(body.fields.at(kByKey))),
              .said = {}};
    undo.said.fields = std::move(body.lists.at(kSaidKey).at(0));
    body.lists.erase(kSaidKey);
    undo.said.lists = std::move(body.lists);
    return undo;
}

UndoOf::UndoOf(Call& call, const ReadTransaction& tx)
{
    const Read thing = call.operation().inverse.thing;
    if (thing == nullptr) {
        return;
    }
    try {
        before_ = rowsOfThing(thing, call, tx);
    } catch (const foundation::Refusal&) {
        before_.clear(); // the operation refuses it in its own words
    }
}

std::optional<Undo> UndoOf::after(Call& call, const ReadTransaction& tx,
                                  const std::string& named) const
{
    const Operation& operation = call.operation();
    const Inverse& inverse = operation.inverse;
    const bool isNew = inverse.thing != nullptr && before_.empty();
    const bool isCommandOfNew = isNew && !inverse.whenNew.empty();
    const bool isItself = inverse.command == operation.command;
    const Operation* const by = operationOf(isCommandOfNew ? inverse.whenNew : inverse.command);
    if (by == nullptr || (isNew && isItself && !isCommandOfNew)) {
        return std::nullopt;
    }
    Undo undo{.undone = &operation, .by = by, .said = {}};
    for (const std::string_view field : wordsOf(inverse.same)) {
        const auto said = call.body().fields.find(field);
        if (said != call.body().fields.end()) {
            undo.said.fields.insert(*said);
        }
    }
    if (!inverse.column.empty()) {
        const FieldInfo& name = namingField(*by);
        undo.said.fields.insert_or_assign(std::string(name.name), scalarOf(name, named));
    }
    if (inverse.thing != nullptr) {
        const SeenRows now = rowsOfThing(inverse.thing, call, tx);
        if (!inverse.earlier.empty() && !isNew) {
            giveBackListed(*by, inverse.earlier, before_.front(), undo.said);
        } else if (isItself && !isNew &&
                   !giveBackChanged(*by, before_.front(), now.front(), undo.said)) {
            return std::nullopt;
        }
        undo.said.lists[std::string(kSeen.name)] = kept(now);
    }
    if (inverse.fit != nullptr) {
        auto seen = std::move(undo.said.lists[std::string(kSeen.name)]);
        inverse.fit(before_, undo.said);
        undo.said.lists[std::string(kSeen.name)] = std::move(seen);
    }
    return undo;
}

void requireStill(const Undo& undo, Call& call, const ReadTransaction& tx)
{
    const Read thing = undo.undone->inverse.thing;
    const auto seen = call.seen();
    if (thing == nullptr || !seen) {
        return;
    }
    SeenRow labels;
    for (const FieldInfo& info : undo.undone->fields) {
        labels.emplace(info.name, info.title);
    }
    const std::string changes = changesSince(*seen, rowsOfThing(thing, call, tx), labels);
    if (!changes.empty()) {
        throw foundation::Refusal("undo.changed", {{"changes", changes}});
    }
}

std::string givenBack(const Undo& undo)
{
    std::string words;
    if (undo.by != undo.undone) {
        return words;
    }
    const std::vector<std::string_view> same = wordsOf(undo.undone->inverse.same);
    for (const FieldInfo& info : undo.by->fields) {
        const auto said = undo.said.fields.find(info.name);
        if (said == undo.said.fields.end() || info.name == namingField(*undo.by).name ||
            info.name == "reason" || std::ranges::find(same, info.name) != same.end()) {
            continue;
        }
        const auto* number = std::get_if<std::int64_t>(&said->second);
        const std::string value =
            number != nullptr ? std::to_string(*number) : std::get<std::string>(said->second);
        words += (words.empty() ? "" : "; ") + std::string(info.title) + ": " +
                 (value.empty() ? "nothing" : foundation::quoted(value));
    }
    return words;
}

} // namespace giftbox::operations
