package org.govshare.platform.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Set<String> LIST = Set.of("after", "limit");

    private final Query query = new Query();

    @Test
    void allFaults_areReportedAtOnce() {
        query.refuse(UnknownParameter.of("colour", LIST));
        query.limit("0", 20, 200);
        query.after("x", PageCursor::parse);
        query.value("case", "x", Fields::parseUuid, PlatformMessages.MUST_BE_UUID);
        query.required("kind", "\u200b", Optional::of, PlatformMessages.MUST_BE_TEXT);
        query.required("region", null, Optional::of, PlatformMessages.MUST_BE_TEXT);
        List<Violation> violations = violations();
        assertEquals(
                List.of("colour", "limit", "after", "case", "kind", "region"),
                violations.stream().map(Violation::pointer).toList());
        assertEquals(
                List.of("unknown", "invalid", "invalid", "invalid", "missing", "missing"),
                violations.stream().map(Violation::code).toList());
    }

    @Test
    void oneParameter_isRefusedOnce() {
        query.refuse(Violation.invalid("limit", PlatformMessages.NO_NUL));
        query.limit("\0", 20, 200);
        assertEquals(
                "must not contain a NUL character",
                violations().get(0).message().en());
        assertEquals(1, violations().size());
    }

    @Test
    void parameterThatWasRefused_isNotRead() {
        query.refuse(Violation.invalid("dataset", PlatformMessages.NO_NUL));
        Function<String, Optional<String>> unread = text -> {
            throw new AssertionError("read");
        };
        assertEquals(Optional.empty(), query.value("dataset", "\0", unread, PlatformMessages.MUST_BE_TEXT));
    }

    @Test
    void validParameters_areRead_andMissingOnesHaveTheDefault() {
        UUID id = UUID.randomUUID();
        assertEquals(
                Optional.of(id), query.value("case", id.toString(), Fields::parseUuid, PlatformMessages.MUST_BE_TEXT));
        assertEquals(Optional.empty(), query.value("case", null, Fields::parseUuid, PlatformMessages.MUST_BE_TEXT));
        assertEquals(200, query.limit("200", 20, 200));
        assertEquals(20, query.limit(null, 20, 200));
        assertDoesNotThrow(query::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1e2", "", "99999999999999999999"})
    void limitOutOfBounds_isRefusedWithTheBounds(String given) {
        query.limit(given, 20, 200);
        String message = violations().get(0).message().en();
        assertEquals("must be a whole number from 1 to 200", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "pageNo", "page_num", "pageNumber", "current", "offset", "start", "skip", "cursor"})
    void pageByNumber_isPointedToAfter(String name) {
        assertEquals(
                "is not a known parameter; for the next page, set after to the cursor that the last page returned (next)",
                UnknownParameter.of(name, LIST).message().en());
        assertEquals(
                "没有这个参数；翻页请用 after，其值为上一页的 next",
                UnknownParameter.of(name, LIST).message().zh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize", "page_size", "size", "per_page", "perPage", "rows", "count", "max", "$top"})
    void lengthOfAPage_isPointedToLimit(String name) {
        assertEquals(
                "is not a known parameter; use limit for the number of items on a page",
                UnknownParameter.of(name, LIST).message().en());
        assertEquals(
                "没有这个参数；每页条数请用 limit", UnknownParameter.of(name, LIST).message().zh());
    }

    @Test
    void unknownParameter_isRefusedWithTheKnownOnes() {
        assertEquals(
                "is not a known parameter; known: kind",
                UnknownParameter.of("page", Set.of("kind")).message().en());
        assertEquals(
                "没有这个参数；可用：kind",
                UnknownParameter.of("color", Set.of("kind")).message().zh());
        assertEquals(
                "is not a known parameter; there are no parameters here",
                UnknownParameter.of("page", Set.of()).message().en());
    }

    private List<Violation> violations() {
        return assertThrows(ProblemException.class, query::check).problem().violations();
    }
}
