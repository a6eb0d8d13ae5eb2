#include "exchange/sample/sample_story.h"

#include "accounting/close_month.h"
#include "books/create_store.h"
#include "books/set_store.h"
#include "budget/set_cap.h"
#include "exchange/import_boxes.h"
#include "exchange/import_items.h"
#include "exchange/import_receipts.h"
#include "exchange/import_recipients.h"
#include "exchange/sample/sample_dates.h"
#include "foundation/check.h"
#include "foundation/embedded.h"
#include "gifting/edit_recipient.h"
#include "gifting/give_box.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/write_notes.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/answer_nomination.h"
#include "gifting/selection/approve_selection.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "gifting/set_recipe.h"
#include "gifting/use_recipe.h"

#include <sstream>

namespace giftbox::exchange {

using books::WriteTransaction;
using foundation::Date;
using foundation::Month;

namespace {

constexpr const char* kRecipe = "Thank-you box";
constexpr const char* kSigners[] = {"Parts director (invented)", "Service manager (invented)"};

class Story {
public:
    Story(foundation::Database& database, const books::Store& like, const books::Actor& actor)
        : database_(database), actor_(actor), now_(actor.now), zone_(like.timeZones),
          today_(books::dayOf(like, actor.now, actor.machineZone)), month_(today_.month()),
          last_(month_.previous())
    {
        actor_.requestKey.clear();
        actor_.isConfirmed = true; // its days are far back
        begin(like);
    }

    void tell()
    {
        setCaps();
        import("items", importItems);
        import("recipients", importRecipients);
        import("receipts", importReceipts);
        tellOfLastMonth();
        import("boxes", importBoxes);
        setUpNotesAndRecipes();
        passACap();
        writeNotes(last_);
        closeMonths();
        nominate();
        select();
        makeBoxes();
    }

private:
    void begin(const books::Store& like)
    {
        books::Store store{.code = std::string(kSampleCode),
                           .name = "Sample Motors (invented)",
                           .currency = foundation::currencyOf("USD"),
                           .timeZones = foundation::ZoneHistory::always(
                               zone_.zoneAt(actor_.now, actor_.machineZone)),
                           .isSample = true};
        store.settings.setFirst(books::Setting::LaborRate, 2800);
        store.settings.setFirst(books::Setting::LaborMinutes, 25);
        books::createStore(database_, store, actor_);
        if (!like.locale.empty()) {
            step([&](auto& tx) {
                books::setStore(tx, {.locale = like.locale, .timeZone = {}, .timeZoneFrom = {}});
            });
        }
    }

    template <class Work>
    void step(Work&& work)
    {
        books::write(database_, kSampleCode, actor_, [&](WriteTransaction& tx) {
            work(tx);
            return true;
        });
    }
    /// As this invented person.
    template <class Work>
    void as(const std::string& name, Work&& work)
    {
        const std::string before = std::exchange(actor_.name, name);
        step(std::forward<Work>(work));
        actor_.name = before;
    }

    std::string file(const std::string& name) const
    {
        const auto text = foundation::embeddedFile("data/samples/" + name);
        GIFTBOX_CHECK(text.has_value());
        return withDatesUpTo(month_, *text);
    }
    /// The lines that are no comment, as streams of words.
    template <class Visit>
    void lines(const std::string& name, const Visit& visit) const
    {
        std::istringstream in(file(name));
        for (std::string line; std::getline(in, line);) {
            if (!line.empty() && line.front() != '#') {
                std::istringstream words(line);
                visit(words);
            }
        }
    }
    static std::string word(std::istream& in)
    {
        std::string text;
        in >> text;
        return text;
    }
    static std::string rest(std::istream& in)
    {
        std::string text;
        std::getline(in >> std::ws, text);
        return text;
    }

    template <class Import>
    void import(const std::string& what, Import run)
    {
        std::istringstream in(file(what + ".csv"));
        step([&](auto& tx) {
            run(tx,
                {.in = in, .fileName = what + ".csv", .ignored = {}, .progress = [](std::int64_t) {
                 }});
        });
    }

    void setCaps()
    {
        lines("budget.txt", [&](std::istream& in) {
            budget::Cap cap;
            cap.name = budget::parseCapName(word(in));
            cap.amount = foundation::parseMoney(word(in), foundation::currencyOf("USD"));
            cap.from = foundation::parseMonth(word(in));
            cap.action = budget::parseCapAction(word(in));
            const std::string reason = rest(in);
            step([&](auto& tx) { budget::setCap(tx, cap, reason); });
        });
    }

    void nominateAs(const std::string& adviser, const gifting::NominationRequest& request)
    {
        as(adviser, [&](auto& tx) { gifting::nominateRecipient(tx, request); });
    }
    void nominate(const std::string& recipient, Month month, const std::string& adviser,
                  const std::string& department, const std::string& reason)
    {
        nominateAs(adviser, {.recipient = recipient,
                             .month = month,
                             .adviser = adviser,
                             .department = department,
                             .reason = reason});
    }
    void select(Month month, const std::vector<std::string>& recipients,
                const std::optional<std::string>& exceptionReason = {})
    {
        for (const std::string& recipient : recipients) {
            as("manager", [&](auto& tx) {
                gifting::selectRecipient(
                    tx,
                    {.recipient = recipient, .month = month, .exceptionReason = exceptionReason});
            });
        }
    }
    void approve(Month month)
    {
        as("manager", [&](auto& tx) { gifting::approveSelections(tx, month); });
    }
    void edit(const std::string& recipient, const foundation::Said& said)
    {
        step([&](auto& tx) { gifting::editRecipient(tx, recipient, said); });
    }

    /// Nominations, one of them declined; the second of a household is on the list against a warning.
    void tellOfLastMonth()
    {
        for (const char* recipient : {"C028", "C029"}) {
            edit(recipient, {{"household", "Oakroad (invented)"}});
        }
        lines("nominations.txt", [&](std::istream& in) {
            const std::string recipient = word(in);
            const Month month = foundation::parseMonth(word(in));
            const std::string adviser = word(in);
            const std::string department = word(in);
            nominate(recipient, month, adviser, department, rest(in));
        });
        as("manager", [](auto& tx) {
            gifting::declineNomination(tx, gifting::NominationNo{22},
                                       "Is away until next month; please nominate again");
        });
        select(last_, {"C032", "B053", "C023", "C011", "C035", "B054", "C033", "C002", "C051",
                       "C029", "C018", "C007", "C013", "C012", "B055"});
        select(last_, {"C028"}, "Each of the two comes in with a car of their own");
        approve(last_);
    }

    void setUpNotesAndRecipes()
    {
        const std::string wording = file("note.txt");
        step([&](auto& tx) {
            gifting::setNoteTemplate(tx, wording, {std::begin(kSigners), std::end(kSigners)});
        });
        as("manager", [](auto& tx) { gifting::approveNoteTemplate(tx, 1); });
        const std::vector<gifting::BoxLine> wrapping = {
            {"BOX-M", 1}, {"RIBBON", 1}, {"TISSUE", 2}, {"NOTE-CARD", 1}};
        step([&](auto& tx) {
            gifting::setRecipe(tx, {.name = kRecipe,
                                    .items = wrapping,
                                    .categories = {{"hats", 1}, {"mugs", 1}, {"car care", 1}},
                                    .minutes = 20});
        });
        step([&](auto& tx) {
            gifting::setRecipe(
                tx,
                {.name = "Anniversary box",
                 .items =
                     {{"BOX-L", 1}, {"RIBBON", 1}, {"TISSUE", 3}, {"NOTE-CARD", 1}, {"BLANKET", 1}},
                 .categories = {{"water bottles", 1}, {"golf balls", 1}, {"pens", 1}},
                 .minutes = {}});
        });
    }

    /// One box over the cap, with the manager's override.
    void passACap()
    {
        const Date day = dayOf(last_, 28);
        as("manager", [&](auto& tx) {
            box_ = gifting::packBox(tx, {.recipient = "B055",
                                         .lines = {{"BLANKET", 1},
                                                   {"UMBRELLA", 1},
                                                   {"HAT-NAVY", 1},
                                                   {"BOTTLE-STEEL", 1},
                                                   {"KEY-LEATHER", 1},
                                                   {"BOX-L", 1},
                                                   {"RIBBON", 1},
                                                   {"TISSUE", 3},
                                                   {"NOTE-CARD", 1}},
                                         .minutes = 35,
                                         .packedOn = day,
                                         .givenOn = {},
                                         .reference = {},
                                         .override = "Ten years with us, twelve trucks"})
                       .number;
        });
        give("Robin", box_, day);
    }

    void give(const std::string& adviser, books::BoxNo box, Date on)
    {
        as(adviser, [&](auto& tx) { gifting::giveBox(tx, box, on, std::nullopt); });
    }

    void writeNotes(Month month)
    {
        step([&](auto& tx) { gifting::writeNotes(tx, month, gifting::parsePaper("5x7in")); });
    }

    /// All but the last two, so that there is a month to close.
    void closeMonths()
    {
        for (auto next = nextToClose(); next && *next < last_; next = nextToClose()) {
            as("accounting", [&](auto& tx) { accounting::closeMonth(tx, *next); });
        }
    }
    std::optional<Month> nextToClose()
    {
        return books::read(database_, kSampleCode, [](const books::ReadTransaction& tx) {
            return accounting::nextToClose(tx);
        });
    }

    void nominate()
    {
        edit("C040", {{"sizes", "shirts=L"},
                      {"preferences", "golf balls,mugs"},
                      {"household", "family-40"}});
        edit("C050", {{"household", "family-40"}});
        nominate("C019", month_, "Robin", "service", "Brought photos of the finished restoration");
        nominate("C019", month_, "Sascha", "parts", "Asks how we are before asking for the part");
        nominate("C050", month_, "Robin", "service", "Waits with a book and a smile");
        nominate("C040", month_, "Sascha", "parts", "Thanked the whole counter by letter");
        nominate("C026", month_, "Toni", "service", "First winter with us, already a regular");
        nominate("C018", month_, "Toni", "service", "Still tells people about the last box");
        nominate("C003", month_, "Toni", "service", "Holds the door for everybody");
        nominateAs("Toni", {.recipient = {},
                            .month = month_,
                            .adviser = "Toni",
                            .department = "service",
                            .reason = "Jumped the battery of another customer's car",
                            .somebodyNew = gifting::Recipient{
                                .code = {},
                                .name = "Customer 061 (invented)",
                                .group = {},
                                .note = "Came in for the first time this month"}});
    }

    void select()
    {
        select(month_, {"C019", "C040", "C026"});
        select(month_, {"C050"}, "Both of them are here every month, each with a car");
        approve(month_);
        select(month_, {"C003"}, "Was given the last one long ago");
    }

    /// Of four planned boxes one is given, one waits, and two are to be packed.
    void makeBoxes()
    {
        std::vector<books::BoxNo> boxes;
        for (const char* recipient : {"C019", "C040", "C026", "C050"}) {
            as("manager", [&](auto& tx) {
                const gifting::PlanRequest request{.recipient = recipient,
                                                   .lines = {},
                                                   .minutes = {},
                                                   .month = month_,
                                                   .override = {},
                                                   .recipe = {}};
                boxes.push_back(
                    gifting::planBox(tx, gifting::useRecipe(tx, request, {kRecipe, {}})).number);
            });
        }
        writeNotes(month_);
        sign(boxes[0], 2);
        sign(boxes[1], 1);
        const Date day = dayOf(month_, 10);
        for (const books::BoxNo box : {boxes[0], boxes[1]}) {
            as("parts-director", [&](auto& tx) {
                gifting::packPlannedBox(
                    tx,
                    {.number = box, .lines = {}, .minutes = {}, .packedOn = day, .override = {}});
            });
        }
        give("Robin", boxes[0], dayOf(month_, 18));
    }

    void sign(books::BoxNo box, std::size_t signers)
    {
        for (std::size_t i = 0; i < signers; ++i) {
            as("parts-director", [&](auto& tx) { gifting::signNote(tx, box, kSigners[i]); });
        }
    }

    /// The day of the month, or today where that is earlier.
    Date dayOf(Month month, std::int32_t day) const
    {
        return std::min(Date(month.number() * 100 + day), today_);
    }

    foundation::Database& database_;
    books::Actor actor_;
    foundation::Instant now_;
    foundation::ZoneHistory zone_;
    Date today_;
    Month month_; ///< the last one of the story
    Month last_;  ///< the one before
    books::BoxNo box_;
};

} // namespace

void tellSampleStory(foundation::Database& database, const books::Store& like,
                     const books::Actor& actor)
{
    Story(database, like, actor).tell();
}

} // namespace giftbox::exchange
