#include "web/ui/remaining_text.h"

namespace giftbox::web {

std::string remainingText(const StoreFormat& format, const books::Store& store,
                          const std::string& name, const gifting::MonthRemaining& remaining)
{
    std::string text;
    if (remaining.left) {
        text += " " + name + ": " + format.withCode(*remaining.left) + ".";
    }
    if (remaining.waiting.boxes() > 0) {
        text += " " + textOf(sentencesOf(store, remaining.waiting), format) + ".";
        if (const auto left = remaining.onceGiven()) {
            text += " Remaining after that: " + format.withCode(*left) + ".";
        }
    }
    return text;
}

std::string remainingText(const StoreFormat& format, const books::Store& store,
                          foundation::Month month, const gifting::MonthRemaining& remaining)
{
    return remainingText(format, store, "Remaining in " + format.shown(month), remaining);
}

std::string remainingText(const AnsweredRow& row, const std::string& name)
{
    const std::string& left = row.at("remaining_month_program");
    const std::string& waiting = row.at("waiting");
    const std::string& once = row.at("remaining_once_given");
    return (left.empty() ? "" : " " + name + ": " + left + ".") +
           (waiting.empty() ? "" : " " + waiting + ".") +
           (once.empty() ? "" : " Remaining after that: " + once + ".");
}

void addWaiting(View& view, const books::Store& store, const gifting::MonthRemaining& remaining,
                const StoreFormat& format)
{
    if (remaining.waiting.boxes() == 0) {
        return;
    }
    const auto left = remaining.onceGiven();
    View waits;
    waits.text("once_given", left ? format.shown(*left) : "No cap")
        .flag("is_limited", left.has_value())
        .flag("short", left && left->minor < 0)
        .text("sentence", textOf(sentencesOf(store, remaining.waiting), format) + ".");
    view.list("waits", {waits});
}

} // namespace giftbox::web
