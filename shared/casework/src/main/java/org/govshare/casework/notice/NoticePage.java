package org.govshare.casework.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notices of one agency: the newest first, or, after a cursor, those that came later, oldest first.
 *
 * @param next value of {@code after} for what comes later; always there, so that an agency polls with it
 */
public record NoticePage(List<NoticeView> items, String next) {

    /**
     * One notice as its addressee reads it.
     *
     * @param rung the rung that fired, such as {@code overdue}
     * @param about the organ's act that it is about
     * @param due until when, exclusive, as counted when it was given
     * @param basis pack and article
     * @param act what is proposed or was done
     * @param reason what the obligor has stated last as its reason for being late, with a proposal; the case has all of them
     * @param annulledAt since when it no longer holds, because a holiday notice or an extension moved the rung's moment away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticeView(
            UUID id,
            String kind,
            @JsonProperty("case") UUID caseId,
            String rung,
            UUID about,
            Instant due,
            String basis,
            String act,
            String text,
            String reason,
            Instant givenAt,
            Instant annulledAt) {}
}
