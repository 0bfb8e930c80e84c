package org.govshare.regulation.document;

import java.util.Locale;

/** A text for people in Chinese and English. */
public record Text(String zh, String en) {

    public static Text read(Doc doc) {
        doc.entries("zh", "en");
        return new Text(doc.get("zh").text(), doc.get("en").text());
    }

    /** Chinese where the locale's language is Chinese, else English. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
