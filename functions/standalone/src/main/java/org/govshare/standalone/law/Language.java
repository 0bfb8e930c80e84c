package org.govshare.standalone.law;

import java.util.Locale;

/** What {@code --lang} takes. */
enum Language {
    zh(Locale.CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
