namespace giftbox::cli {}
