#include "gifting/recipient_columns.h"

namespace giftbox::gifting {

namespace {

constexpr foundation::OtherNames kNames[] = {
    {"recipient", "recipient code|customer number|customer no|customer nr|customer code|"
                  "customer id|client number|client id|client code|account number|account no|"
                  "account code|account id|member number|member id|contact number|contact id|"
                  "kundennummer|kundennr|kunden nr|kundennr|kd nr|numero client|code client|"
                  "numero de cliente|codigo de cliente|klantnummer|codice cliente|email|e mail|"
                  "email address|e mail address|primary email|main email|e mail 1 value|email 1|"
                  "mail|adresse e mail|correo electronico|e mail adresse|reference|"
                  "internal reference|code|id|number|no"},
    {"name", "full name|customer name|display name|contact name|client name|account name|"
             "recipient name|customer full name|company name|business name|"
             "first name+last name|given name+family name|firstname+lastname|first+last|"
             "vorname+nachname|vorname+name|prenom+nom|nombre+apellido|nombre+apellidos|"
             "voornaam+achternaam|nome+cognome|kundenname|nom complet|nombre completo|"
             "customer|client|contact|kunde|cliente|klant|company|firma|organization|"
             "organisation|nachname|nom|nombre|naam|nome|last name"},
    {"group", "customer group|customer type|client group|group name|group membership|labels|"
              "segment|customer segment|kundengruppe|gruppe|groupe|grupo|groep|gruppo|"
              "department|tags|category|type"},
    {"kind", "recipient type"},
    {"note", "notes|comment|comments|remark|remarks|memo|customer note|internal note|notiz|"
             "bemerkung|bemerkungen|remarque|remarques|commentaire|nota|notas|opmerking"},
    {"household", "household name|family|fleet|haushalt|foyer|hogar|huishouden"},
    {"preferences", "likes|interests|vorlieben|preferencias"},
    {"do_not_gift", "do not give|no gifts|no gift|gift opt out"}};

} // namespace

std::span<const foundation::OtherNames> recipientColumns() { return kNames; }

} // namespace giftbox::gifting
