package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each module brings its own migrations: one order over all, and each reaches down only, as imports do. */
class MigrationsTest {
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'");
    private static final Pattern CREATED = Pattern.compile(
            "\\bcreate (?:or replace )?(?:table|function|view|sequence|type) (?:if not exists )?(\\w+)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** What a statement that changes something changes: the words between its verb and what it does there. */
    private static final Pattern CHANGED =
            Pattern.compile("\\b(?:(?:alter|drop) (?:table|function|view) (?:if exists )?(\\w+)|comment on"
                    + " (?:table|column|function) (\\w+)|create (?:unique )?index \\w+ on (\\w+)|create (?:constraint"
                    + " )?trigger \\w+ [^;]*? on (\\w+)|(?<!for )(?:insert into|update|delete from|truncate) (\\w+)(?="
                    + " set| select|\\s*\\(| where| using|;|$)|(?:grant|revoke) [^;]*? on (?:table |function )?([^;]*?)"
                    + " (?:to|from) \\w+)");

    /** Words of several parts, which are no English, and single ones where SQL expects a table. */
    private static final Pattern NAMED_IN_CODE =
            Pattern.compile("(?i)(?<=\\b(?:from|join|into|update) (?:govshare\\.)?)\\w+|\\b[a-z]+_\\w+");

    private static List<Module> modules;
    private static List<Migration> migrations;
    private static Map<String, String> owners;

    @BeforeAll
    static void read() {
        modules = Module.all();
        migrations = Migration.all();
        owners = new HashMap<>();
        for (Migration migration : migrations) {
            created(migration)
                    .forEach(name -> owners.putIfAbsent(name, migration.module().name()));
        }
    }

    @Test
    void numbers_areOneOrder() {
        Set<String> seen = new HashSet<>();
        List<String> twice = migrations.stream()
                .filter(migration -> !seen.add(migration.version()))
                .map(migration -> migration.file().toString())
                .toList();
        assertEquals(List.of(), twice, "their numbers are taken");
        assertTrue(migrations.size() > 30, "the search still finds them: " + migrations.size());
    }

    @Test
    void file_liesInTheFolderNamedLikeItsModule() {
        for (Migration migration : migrations) {
            Module module = migration.module();
            assertEquals(
                    module.folder().resolve(Migration.FOLDER).resolve(module.name()),
                    migration.file().getParent(),
                    () -> migration.file() + " lies in another folder");
        }
    }

    @Test
    void table_isCreatedInOneModule() {
        Map<String, Set<String>> creators = new HashMap<>();
        for (Migration migration : migrations) {
            for (String name : created(migration)) {
                creators.computeIfAbsent(name, n -> new HashSet<>())
                        .add(migration.module().name());
            }
        }
        creators.values().removeIf(of -> of.size() == 1);
        assertEquals(Map.of(), creators);
    }

    @Test
    void migration_namesWhatItsModuleOrOneBelowOwns() {
        assertEquals(List.of(), faults(MigrationsTest::namesFromAbove));
    }

    @Test
    void migration_changesWhatItsModuleOwns() {
        assertEquals(List.of(), faults(MigrationsTest::changesOfOthers));
    }

    /**
     * SQL in Java reaches down only, as well. Exceptions are known: the demo looks into the tables as somebody with a database
     * client would, in order to compare what it was told over HTTP.
     */
    @Test
    void code_namesWhatItsModuleOrOneBelowOwns() throws IOException {
        Set<String> faults = new TreeSet<>();
        for (Module module : modules) {
            Set<String> mayUse = module.mayUse(modules);
            for (Path file : javaFiles(module)) {
                Matcher name = NAMED_IN_CODE.matcher(Files.readString(file));
                while (name.find()) {
                    String table = name.group().toLowerCase(Locale.ROOT);
                    if (!mayUse.contains(owners.getOrDefault(table, module.name()))) {
                        faults.add(module.name() + ": " + table);
                    }
                }
            }
        }
        assertEquals(
                Set.of(
                        "demo: agency",
                        "demo: city_platform",
                        "demo: record",
                        "demo: region",
                        "testkit: business_time",
                        "testkit: city_platform",
                        "testkit: holiday_notice",
                        "testkit: pack_source",
                        "testkit: trail_key",
                        "verification-routing: backflow_reaches"),
                faults);
    }

    private static List<Path> javaFiles(Module module) throws IOException {
        try (Stream<Path> files = Files.walk(module.sources())) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void search_seesWhatItShould() {
        assertEquals("records", owners.get("data_grant"));
        assertEquals("city-backflow", owners.get("backflow_halted_by"));
        assertEquals(Set.of("a", "b", "c", "d", "e", "f", "g", "h"), changed("""
            ALTER TABLE a add column x int; create unique index i on b (x); grant select, update (x, y)
            on c, d to govshare_app; insert into e (x) select * from z for update; update f set x = 1;
            comment on column g.x is 'update nothing set'; delete from h where true; -- drop table z
            """));
    }

    private interface Search {
        Set<String> in(Migration migration);
    }

    private static List<String> faults(Search search) {
        List<String> faults = new ArrayList<>();
        for (Migration migration : migrations) {
            Set<String> names = search.in(migration);
            if (!names.isEmpty()) {
                faults.add(migration.file() + ": " + names);
            }
        }
        return faults;
    }

    private static Set<String> namesFromAbove(Migration migration) {
        Set<String> mayUse = migration.module().mayUse(modules);
        Set<String> names = new HashSet<>();
        Matcher word = WORD.matcher(statements(migration.sql()));
        while (word.find()) {
            String owner = owners.get(word.group());
            if (owner != null && !mayUse.contains(owner)) {
                names.add(word.group() + " of " + owner);
            }
        }
        return names;
    }

    private static Set<String> changesOfOthers(Migration migration) {
        Set<String> names = new HashSet<>();
        for (String name : changed(migration.sql())) {
            String owner = owners.getOrDefault(name, "nobody");
            if (!owner.equals(migration.module().name())) {
                names.add(name + " of " + owner);
            }
        }
        return names;
    }

    private static Set<String> changed(String sql) {
        Set<String> names = new HashSet<>();
        Matcher statement = CHANGED.matcher(statements(sql));
        while (statement.find()) {
            for (int group = 1; group <= statement.groupCount(); group++) {
                if (statement.group(group) != null) {
                    // Of a grant's list, without the functions' parameters.
                    for (String name :
                            statement.group(group).replaceAll("\\([^)]*\\)", "").split(",")) {
                        names.add(name.strip());
                    }
                }
            }
        }
        return names;
    }

    private static Set<String> created(Migration migration) {
        Set<String> names = new HashSet<>();
        Matcher matcher = CREATED.matcher(statements(migration.sql()));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** In small letters and single spaces, without comments and texts. */
    private static String statements(String sql) {
        return COMMENT_OR_TEXT
                .matcher(sql)
                .replaceAll("''")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
