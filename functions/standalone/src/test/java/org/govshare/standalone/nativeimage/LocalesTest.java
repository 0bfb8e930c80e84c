package org.govshare.standalone.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A native executable holds the words of the locales that {@code quarkus.locales} names, and answers for others in English
 * without a word. We name none: so no function asks Java for words, which stand in the code in both languages, or for a
 * pattern or a formatter in another locale than ROOT.
 */
class LocalesTest {
    private static final Set<String> FORMATTERS =
            Set.of("java.time.format.DateTimeFormatter", "java.time.format.DateTimeFormatterBuilder");
    private static final Set<String> WORDS = Set.of("appendText", "appendZoneText", "appendGenericZoneText");

    @Test
    void functions_askJavaForNoWords() {
        assertEquals(Set.of(), asking(NativeCode.classes()));
    }

    @Test
    void plantedQuestions_areFound() {
        JavaClass planted = new ClassFileImporter().importClass(Planted.class);
        assertEquals(
                List.of("byBuilder", "byPattern", "byStyle", "inChinese", "weekday"),
                asking(Stream.of(planted)).stream()
                        .map(found -> found.replaceAll(".*\\.(\\w+)\\(.*", "$1"))
                        .toList());
    }

    /** What ExplanationText once did, and its like; the last is as it should be. */
    static final class Planted {
        String weekday(DayOfWeek day) {
            return day.getDisplayName(TextStyle.SHORT, Locale.CHINESE);
        }

        DateTimeFormatter byStyle() {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
        }

        DateTimeFormatter byPattern() {
            return DateTimeFormatter.ofPattern("EEEE");
        }

        DateTimeFormatter byBuilder() {
            return new java.time.format.DateTimeFormatterBuilder().toFormatter();
        }

        DateTimeFormatter inChinese() {
            return DateTimeFormatter.ofPattern("EEEE", Locale.CHINESE);
        }

        DateTimeFormatter inNone() {
            return DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
        }
    }

    private static Set<String> asking(Stream<JavaClass> types) {
        return types.flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getCallsFromSelf().stream().anyMatch(call -> asks(unit, call)))
                .map(JavaCodeUnit::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean asks(JavaCodeUnit unit, JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return owner.startsWith("java.text.")
                || owner.equals("java.util.ResourceBundle")
                || method.startsWith("getDisplay")
                || (FORMATTERS.contains(owner) && formats(unit, call, method));
    }

    private static boolean formats(JavaCodeUnit unit, JavaCodeUnitAccess<?> call, String method) {
        boolean takesALocale =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
        boolean wantsOne = Set.of("ofPattern", "toFormatter", "withLocale").contains(method);
        return method.contains("Localized")
                || WORDS.contains(method)
                || (wantsOne && !(takesALocale && onlyRoot(unit)));
    }

    private static boolean onlyRoot(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(Locale.class))
                .allMatch(access -> access.getName().equals("ROOT"));
    }
}
