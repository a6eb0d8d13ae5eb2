#include "web/pages/explain_links.h"

#include "operations/operation.h"

#include <vector>

namespace giftbox::web {

namespace {

/// Takes the first word off.
std::string nextWord(std::string_view& words)
{
    const auto end = std::min(words.find(' '), words.size());
    const std::string word(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    return word;
}

/// `explain` with its arguments as a page with fields: `journal 1 Gifts given`. The last one may have blanks.
std::string pageOf(const RequestContext& context, std::string_view command)
{
    const std::string what = nextWord(command);
    const operations::Operation* const operation = operations::operationOf("explain " + what);
    if (operation == nullptr || !context.may(operation->action)) {
        return "";
    }
    std::vector<std::string_view> arguments;
    for (const foundation::FieldInfo& field : operation->fields) {
        if (!field.option.empty()) {
            arguments.push_back(field.name);
        }
    }
    Fields fields;
    for (const std::string_view name : arguments) {
        if (!command.empty()) {
            const bool isLast = name == arguments.back();
            fields.emplace_back(name, isLast ? std::string(command) : nextWord(command));
        }
    }
    return context.address("reports/explain-" + what) + "?" + queryText(fields);
}

} // namespace

std::string explainAddress(const RequestContext& context, std::string_view subject)
{
    const std::string page = pageOf(context, subject);
    return page.empty() ? context.subjectAddress(subject) : page;
}

std::string explainAddress(const RequestContext& context, foundation::Month month,
                           std::string_view column)
{
    return pageOf(context, "report " + toText(month) + " " + std::string(column));
}

std::string explainLineAddress(const RequestContext& context, foundation::Month month,
                               std::string_view part, std::string_view line)
{
    return pageOf(context, "roll-forward " + toText(month) + " " + std::string(line) + " " +
                               std::string(part));
}

} // namespace giftbox::web
