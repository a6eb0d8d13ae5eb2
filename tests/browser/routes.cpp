#include "web/router.h"

#include <iostream>

// Prints the pattern of every route that can be opened, for pages.test.js.
int main()
{
    for (const giftbox::web::Route& route : giftbox::web::routes()) {
        if (route.methods != giftbox::web::Methods::Post) {
            std::cout << route.pattern << "\n";
        }
    }
}
