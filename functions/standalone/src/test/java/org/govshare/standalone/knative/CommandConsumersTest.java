package org.govshare.standalone.knative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.casework.command.CommandHandler;
import org.govshare.standalone.knative.Consumers.Consumer;
import org.junit.jupiter.api.Test;

/** A command comes to its case by the broker too: each type has the one function that takes it. */
class CommandConsumersTest {

    @Test
    void eachCommand_hasOneFunction() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (JavaClass handler : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.govshare")
                .that(DescribedPredicate.describe("command handlers", CommandConsumersTest::handles))) {
            commands.addAll(types(handler));
        }
        assertFalse(commands.isEmpty());
        Set<String> consumed = Consumers.all().stream()
                .map(Consumer::type)
                .filter(commands::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(commands, consumed);
        long functions = Consumers.all().stream()
                .map(Consumer::type)
                .filter(commands::contains)
                .count();
        assertEquals(commands.size(), functions, "none has two");
    }

    private static boolean handles(JavaClass type) {
        return !type.isInterface() && type.isAssignableTo(CommandHandler.class);
    }

    /** A handler names its types by constants of its own. */
    private static Set<String> types(JavaClass handler) {
        Set<String> types = new TreeSet<>();
        for (JavaField field : handler.getFields()) {
            if (field.getName().startsWith("TYPE")) {
                types.add(value(field));
            }
        }
        assertFalse(types.isEmpty(), handler.getName() + " names no TYPE");
        return types;
    }

    private static String value(JavaField field) {
        try {
            var constant = field.reflect();
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
