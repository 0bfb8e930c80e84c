package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.demo.Chapter;
import org.junit.jupiter.api.Test;

/** Each function has its chapter of the demo, or says here why not. */
class ChaptersTest {
    private static final Map<String, String> WITHOUT =
            Map.of("functions/catalog", "it is only read, so that there is no story to follow");

    @Test
    void everyFunction_hasAChapterOrSaysWhyNot() {
        Set<String> functions = Module.all().stream()
                .filter(module -> module.kind() == Module.Kind.FUNCTION)
                .map(Module::path)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = Chapter.all().stream().map(ChaptersTest::function).collect(Collectors.toSet());
        Set<String> expected = new TreeSet<>(functions);
        expected.removeAll(WITHOUT.keySet());
        assertTrue(functions.containsAll(WITHOUT.keySet()), () -> WITHOUT.keySet() + " are not all functions");
        assertEquals(expected, new TreeSet<>(shown), "functions that have a chapter");
    }

    @Test
    void everyChapter_hasAPlaceOfItsOwn_andTheFirstHasATitle() {
        List<Integer> orders = Chapter.all().stream().map(Chapter::order).toList();
        assertEquals(orders.stream().distinct().toList(), orders);
        assertTrue(Chapter.all().get(0).title().isPresent());
    }

    private static String function(Chapter chapter) {
        String name = chapter.getClass().getPackageName();
        return Module.all().stream()
                .filter(module -> module.has(name))
                .map(Module::path)
                .findFirst()
                .orElse(name);
    }
}
