package org.govshare.standalone.law;

import java.util.Locale;

/** What {@code --lang} takes. */
public enum Language {
    zh(Locale.CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
