package org.govshare.standalone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How words of a command line are read; who mistypes one learns its form, and no name of a Java class. */
final class Words {
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Words() {}

    /** For a command and those below it. */
    static void teach(CommandLine commands) {
        commands.registerConverter(UUID.class, Words::id);
        commands.registerConverter(Instant.class, Words::moment);
        commands.registerConverter(LocalDate.class, Words::day);
    }

    private static UUID id(String word) {
        if (!word.matches(UUID_FORM)) {
            throw refused(word, "an id", "0198c5f2-3a41-7c09-b0de-5f6a7b8c9d0e");
        }
        return UUID.fromString(word);
    }

    private static Instant moment(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeException e) {
            throw refused(word, "a moment", "2026-01-01T00:00:00Z");
        }
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw refused(word, "a day", "2026-01-05");
        }
    }

    private static TypeConversionException refused(String word, String kind, String example) {
        return new TypeConversionException("'" + word + "' is not " + kind + " such as " + example);
    }
}
