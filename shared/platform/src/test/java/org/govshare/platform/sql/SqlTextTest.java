package org.govshare.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void names_becomeQuestionMarksInTheirOrder() {
        SqlText text = SqlText.of("select :city_code, cast(:at as timestamptz) where a = :city_code and b<:x2");
        assertEquals("select ?, cast(? as timestamptz) where a = ? and b<?", text.driver());
        assertEquals(List.of("city_code", "at", "city_code", "x2"), text.names());
        assertEquals(Set.of("city_code", "at", "x2"), text.distinct());
    }

    @Test
    void castsQuotesAndComments_stayAsTheyAre() {
        String sql = """
                select a::text, to_char(at, 'HH24:MI:SS "?"'), 'it''s :none', ":col"
                  from t -- of :nobody, is it?
                 where b::jsonb = ':x' and c = '{1:2}' || d[1:2]""";
        SqlText text = SqlText.of(sql);
        assertEquals(sql, text.driver());
        assertTrue(text.names().isEmpty());
    }

    @Test
    void nameBeforeACast_isAName() {
        assertEquals("select ?::jsonb", SqlText.of("select :fields::jsonb").driver());
        assertEquals("?", SqlText.of(":last").driver());
    }

    @Test
    void questionMark_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> SqlText.of("select ?"));
    }

    @Test
    void sameText_isParsedOnce() {
        assertSame(SqlText.of("select :once"), SqlText.of("select :" + "once".substring(0)));
    }
}
