package org.govshare.regulation.pack;

import java.util.Locale;

/** A text for people in Chinese and English. */
public record Text(String zh, String en) {

    /** Chinese where the locale's language is Chinese, else English. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
