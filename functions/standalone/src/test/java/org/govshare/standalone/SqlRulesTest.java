package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is one way to SQL (decision 22), and no statement asks the database what time it is unless it is named here. */
class SqlRulesTest {
    private static final Set<String> STATEMENTS = Set.of(
            "prepareStatement", "prepareCall", "createStatement", "createNativeQuery", "createNativeMutationQuery");

    /** Statements besides {@code platform.sql}, each with its reason. */
    private static final Map<String, String> PREPARE_BY_HAND = Map.ofEntries(
            Map.entry(
                    "org.govshare.database.DatabaseBootstrap",
                    "makes roles and the database before there is anything to use"),
            Map.entry(
                    "org.govshare.database.EmbeddedDatabase",
                    "looks at the server's settings; its module uses no other of ours"),
            Map.entry(
                    "org.govshare.database.SplitMigrations", "adopts old histories; its module uses no other of ours"),
            Map.entry("org.govshare.platform.gauge.Reading", "limits the time of the statement of a gauge"),
            Map.entry(
                    "org.govshare.testkit.EmptiesDatabase",
                    "empties tables between tests; its module does not use the platform"),
            Map.entry(
                    "org.govshare.testkit.LawTimeShift",
                    "moves the law's clock in tests; its module does not use the platform"),
            Map.entry(
                    "org.govshare.testkit.QueryPlan",
                    "explains statements of tests; its module does not use the platform"),
            Map.entry(
                    "org.govshare.testkit.TestDatabase",
                    "makes databases for tests; its module does not use the platform"),
            Map.entry(
                    "org.govshare.testkit.entrance.Preparation",
                    "prepares rows for tests; its module does not use the platform"));

    /** Classes whose statements ask the database for the time, each with its reason. */
    private static final Map<String, String> ASK_THE_SERVER = Map.of(
            "org.govshare.commands.outbox.OutboxTable",
            "leases and pauses are wall time, and one clock must count them for all replicas: the server's",
            "org.govshare.commands.outbox.OutboxMeasure",
            "an age in wall time of rows that the server's clock has dated",
            "org.govshare.commands.trail.RootMeasure",
            "an age in wall time, the same for each process that shows it");

    private static final Pattern SERVERS_TIME = Pattern.compile(
            "(?i)\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(\\s*\\)"
                    + "|\\b(current_date|current_timestamp|current_time|localtimestamp)\\b");
    private static final Pattern EITHER_TIME = Pattern.compile(":now\\b");
    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final List<JavaClass> OURS = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("org.govshare")
                    .stream()
                    .toList();

    @Test
    void statements_areMadeInOnePlace() {
        Set<String> makers = OURS.stream()
                .filter(type -> !type.getPackageName().equals("org.govshare.platform.sql"))
                .filter(SqlRulesTest::makesStatements)
                .map(SqlRulesTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(PREPARE_BY_HAND.keySet()), makers, "use org.govshare.platform.sql.Sql");
    }

    @Test
    void statements_doNotAskTheServerForTheTime() throws IOException {
        Set<String> asking = new TreeSet<>();
        for (JavaClass type : OURS) {
            if (SERVERS_TIME.matcher(constants(type)).find()) {
                asking.add(outermost(type));
            }
        }
        assertEquals(new TreeSet<>(ASK_THE_SERVER.keySet()), asking, "bind the law's time or the wall's by name");
    }

    @Test
    void moments_areNamedForTheLawsTimeOrTheWalls() throws IOException {
        Set<String> unnamed = new TreeSet<>();
        for (JavaClass type : OURS) {
            if (EITHER_TIME.matcher(constants(type)).find()) {
                unnamed.add(outermost(type));
            }
        }
        assertEquals(Set.of(), unnamed, "call it law_now or wall_now");
    }

    @Test
    void migrationsAndTheirFunctions_doNotAskTheServerForTheTime() throws IOException {
        Set<String> asking = new TreeSet<>();
        int files = 0;
        for (Module module : Module.all()) {
            for (Path file : sqlFiles(module.folder().resolve("src/main/resources"))) {
                files++;
                if (asksTheServer(Files.readString(file))) {
                    asking.add(file.toString());
                }
            }
        }
        assertTrue(files > 0, "no migration was found");
        assertEquals(Set.of(), asking);
    }

    @Test
    void planted_areFound() throws IOException {
        JavaClass planted = new ClassFileImporter().importClass(Planted.class);
        assertTrue(makesStatements(planted));
        assertTrue(SERVERS_TIME.matcher(constants(planted)).find());
        assertTrue(EITHER_TIME.matcher("due_at <= :now").find());
        assertTrue(asksTheServer("select CURRENT_DATE"));
        assertFalse(asksTheServer("select 1 -- not now(), nor current_date\n"));
    }

    /** What nobody of ours does. */
    static final class Planted {
        PreparedStatement overdue(Connection connection) throws SQLException {
            return connection.prepareStatement("select 1 from t where due_at <= now()");
        }
    }

    private static boolean makesStatements(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(SqlRulesTest::makesAStatement);
    }

    private static boolean makesAStatement(JavaCall<?> call) {
        String owner = call.getTargetOwner().getPackageName();
        return STATEMENTS.contains(call.getName())
                && (owner.equals("java.sql")
                        || owner.startsWith("jakarta.persistence")
                        || owner.startsWith("org.hibernate"));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static String constants(JavaClass type) throws IOException {
        try (InputStream compiled =
                type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(compiled.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean asksTheServer(String sql) {
        return SERVERS_TIME.matcher(SQL_COMMENT.matcher(sql).replaceAll("")).find();
    }

    private static List<Path> sqlFiles(Path resources) throws IOException {
        if (!Files.isDirectory(resources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
