#include "typeset/pages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace giftbox::typeset {

namespace {

constexpr std::int64_t kShortestSide = 50'000;
constexpr std::int64_t kLongestSide = 1'000'000;
constexpr std::int64_t kMostDotsPerInch = 300;

[[noreturn]] void malformed(const QString& what)
{
    throw MalformedPages("the pages are malformed: " + what.toStdString());
}

/// Takes the members of an object one by one; done() checks that none is left.
class Members {
public:
    explicit Members(const QJsonValue& value) : object_(value.toObject())
    {
        if (!value.isObject()) {
            malformed("expected an object");
        }
    }

    std::string text(const char* name)
    {
        const QJsonValue value = take(name);
        return value.isString() ? value.toString().toStdString() : wrong(name);
    }

    std::int64_t number(const char* name)
    {
        const std::int64_t number = take(name).toInteger(-1);
        if (number < 0) {
            wrong(name);
        }
        return number;
    }

    QJsonArray list(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isArray()) {
            wrong(name);
        }
        return value.toArray();
    }

    void done() const
    {
        if (!object_.isEmpty()) {
            malformed("unknown: " + object_.keys().join(", "));
        }
    }

private:
    QJsonValue take(const char* name)
    {
        return object_.contains(QLatin1String(name)) ? object_.take(QLatin1String(name))
                                                     : QJsonValue(QJsonValue::Undefined);
    }
    [[noreturn]] static std::string wrong(const char* name)
    {
        malformed(QString("%1 is missing or of another type").arg(name));
    }

    QJsonObject object_;
};

NoteCard cardOf(const QJsonValue& value)
{
    Members members(value);
    NoteCard card{.box = members.number("box"),
                  .store = members.text("store"),
                  .wording = members.text("wording")};
    for (const auto& signer : members.list("signers")) {
        if (!signer.isString()) {
            malformed("a signer is no text");
        }
        card.signers.push_back(signer.toString().toStdString());
    }
    members.done();
    return card;
}

SlipLine lineOf(const QJsonValue& value)
{
    Members members(value);
    SlipLine line{.kind = members.text("kind"),
                  .sku = members.text("sku"),
                  .name = members.text("name"),
                  .size = members.text("size"),
                  .units = members.number("units")};
    members.done();
    return line;
}

PackingSlip slipOf(const QJsonValue& value)
{
    Members members(value);
    PackingSlip slip{.box = members.number("box"),
                     .storeCode = members.text("store_code"),
                     .store = members.text("store"),
                     .recipientCode = members.text("recipient_code"),
                     .recipientName = members.text("recipient_name"),
                     .month = members.text("month"),
                     .state = members.text("state")};
    for (const auto& line : members.list("lines")) {
        slip.lines.push_back(lineOf(line));
    }
    members.done();
    return slip;
}

OrderLine orderLineOf(const QJsonValue& value)
{
    Members members(value);
    OrderLine line{.name = members.text("name"),
                   .partNumber = members.text("part_number"),
                   .sku = members.text("sku"),
                   .units = members.number("units"),
                   .cost = members.text("cost")};
    members.done();
    return line;
}

PurchaseOrder orderOf(const QJsonValue& value)
{
    Members members(value);
    PurchaseOrder order{.order = members.text("order"), .total = members.text("total")};
    for (const auto& one : members.list("facts")) {
        Members fact(one);
        order.facts.push_back({.label = fact.text("label"), .text = fact.text("text")});
        fact.done();
    }
    for (const auto& line : members.list("lines")) {
        order.lines.push_back(orderLineOf(line));
    }
    members.done();
    return order;
}

CountSheet sheetOf(const QJsonValue& value)
{
    Members members(value);
    CountSheet sheet{.number = members.number("count"),
                     .storeCode = members.text("store_code"),
                     .store = members.text("store"),
                     .day = members.text("day"),
                     .scope = members.text("scope")};
    for (const auto& one : members.list("lines")) {
        Members line(one);
        sheet.lines.push_back(
            {.bin = line.text("bin"), .sku = line.text("sku"), .name = line.text("name")});
        line.done();
    }
    members.done();
    return sheet;
}

std::vector<std::string> textsOf(const QJsonArray& values)
{
    std::vector<std::string> texts;
    for (const auto& value : values) {
        if (!value.isString()) {
            malformed("expected a text");
        }
        texts.push_back(value.toString().toStdString());
    }
    return texts;
}

template <class T, class Read>
std::vector<T> listOf(Members& members, const char* name, Read read)
{
    std::vector<T> list;
    for (const auto& value : members.list(name)) {
        Members one(value);
        list.push_back(read(one));
        one.done();
    }
    return list;
}

MonthPage monthOf(const QJsonValue& value)
{
    Members members(value);
    MonthPage month{.store = members.text("store"),
                    .month = members.text("month"),
                    .state = members.text("state"),
                    .barsTitle = members.text("bars_title"),
                    .foot = members.text("foot"),
                    .headings = textsOf(members.list("headings"))};
    month.figures = listOf<MonthPage::Figure>(members, "figures", [](Members& one) {
        return MonthPage::Figure{.label = one.text("label"), .text = one.text("text")};
    });
    month.rows = listOf<MonthPage::Row>(members, "rows", [](Members& one) {
        return MonthPage::Row{.label = one.text("label"),
                              .cells = textsOf(one.list("cells")),
                              .isTotal = one.number("total") > 0};
    });
    month.bars = listOf<MonthPage::Bar>(members, "bars", [](Members& one) {
        return MonthPage::Bar{.label = one.text("label"),
                              .text = one.text("text"),
                              .thousandths = one.number("thousandths")};
    });
    month.lists = listOf<MonthPage::List>(members, "lists", [](Members& one) {
        return MonthPage::List{.title = one.text("title"), .lines = textsOf(one.list("lines"))};
    });
    members.done();
    return month;
}

std::int64_t sideOf(Members& members, const char* name)
{
    const std::int64_t side = members.number(name);
    if (side < kShortestSide || side > kLongestSide) {
        malformed("no paper has such a side");
    }
    return side;
}

} // namespace

Pages parsePages(const std::string& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    if (error.error != QJsonParseError::NoError) {
        malformed(error.errorString());
    }
    Members members(document.isObject() ? QJsonValue(document.object()) : QJsonValue());
    Pages pages{.title = members.text("title"),
                .paper = {.widthMicrometers = sideOf(members, "width_micrometers"),
                          .heightMicrometers = sideOf(members, "height_micrometers")},
                .pictureDotsPerInch = members.number("picture_dots_per_inch")};
    if (pages.pictureDotsPerInch > kMostDotsPerInch) {
        malformed("no picture needs so many dots");
    }
    for (const auto& card : members.list("cards")) {
        pages.cards.push_back(cardOf(card));
    }
    for (const auto& slip : members.list("slips")) {
        pages.slips.push_back(slipOf(slip));
    }
    for (const auto& order : members.list("orders")) {
        pages.orders.push_back(orderOf(order));
    }
    for (const auto& sheet : members.list("sheets")) {
        pages.sheets.push_back(sheetOf(sheet));
    }
    for (const auto& month : members.list("months")) {
        pages.months.push_back(monthOf(month));
    }
    members.done();
    return pages;
}

} // namespace giftbox::typeset
