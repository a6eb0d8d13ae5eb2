#include "web/ui/room_text.h"

namespace giftbox::web {

std::string roomText(const StoreFormat& format, const books::Store& store, const std::string& name,
                     const gifting::MonthRoom& room)
{
    std::string text;
    if (room.left) {
        text += " " + name + ": " + format.withCode(*room.left) + ".";
    }
    if (room.waiting.boxes() > 0) {
        text += " " + textOf(sentencesOf(store, room.waiting), format) + ".";
        if (const auto left = room.onceGiven()) {
            text += " Room once they are: " + format.withCode(*left) + ".";
        }
    }
    return text;
}

std::string roomText(const StoreFormat& format, const books::Store& store, foundation::Month month,
                     const gifting::MonthRoom& room)
{
    return roomText(format, store, "Room left in " + format.shown(month), room);
}

void addWaiting(View& view, const books::Store& store, const gifting::MonthRoom& room,
                const StoreFormat& format)
{
    if (room.waiting.boxes() == 0) {
        return;
    }
    const auto left = room.onceGiven();
    View waits;
    waits.text("once_given", left ? format.shown(*left) : "no cap")
        .flag("short", left && left->minor < 0)
        .text("sentence", textOf(sentencesOf(store, room.waiting), format) + ".");
    view.list("waits", {waits});
}

} // namespace giftbox::web
