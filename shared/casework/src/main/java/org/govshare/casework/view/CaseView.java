package org.govshare.casework.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One case as its parties read it: at which step it is, who owes what until when and why, and what has happened.
 *
 * @param notCarried what texts above the one that gives the steps say of such a case and the steps do not carry, each
 *     with its pack and article
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        UUID id,
        String kind,
        String variant,
        String title,
        String dataset,
        AgencyName requester,
        AgencyName provider,
        String region,
        AboutView about,
        String step,
        boolean closed,
        Instant openedAt,
        List<String> packs,
        List<String> notCarried,
        Map<String, List<AgencyName>> parties,
        Map<String, String> facts,
        List<ClockView> clocks,
        List<PromptView> promptly,
        List<TimelineView> timeline,
        List<ActionView> actions) {

    /** Share class of the dataset where the kind differs by it, as datasets name it; {@code variant} is the older word. */
    @JsonProperty("shareClass")
    public String shareClass() {
        return variant.isEmpty() ? null : variant;
    }

    /**
     * What an organ acts about: a late clock of another case, or what it found an agency to have done in one.
     *
     * @param clock its name, with {@code lastDay} the day by which the duty was to be done; absent where none shows it
     * @param reasons that the obligor has stated for being late, the last one last, which counts; absent without a clock
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AboutView(
            UUID caseId, String kind, String clock, AgencyName obligor, LocalDate lastDay, List<ReasonView> reasons) {}

    /** A reason that the agency which owes a duty has stated for being late with it. */
    public record ReasonView(Instant at, AgencyName agency, String reason) {}

    /** An agency by its unified social credit code and name. */
    public record AgencyName(String code, String name) {}

    /**
     * A clock (期限).
     *
     * @param due exclusive end, 24:00 in Asia/Shanghai of {@code lastDay}
     * @param provisional counted days lie past the last known holiday notice
     * @param reasons that the obligor has stated for being late, the last one last, which counts
     * @param overdue the duty is still owed and its period is over
     * @param breached the period ended before the duty was done; stays true
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockView(
            String rule,
            String duty,
            AgencyName obligor,
            Instant startedAt,
            LocalDate lastDay,
            Instant due,
            boolean provisional,
            int extension,
            boolean extensionAsked,
            List<ReasonView> reasons,
            Instant endedAt,
            String ended,
            boolean overdue,
            boolean breached,
            List<String> explanation,
            List<DayView> days,
            List<MoveView> moves,
            List<RungView> rungs) {}

    /**
     * A duty that a text wants done promptly (及时, 立即): it has no day and is never late.
     *
     * @param ended when it was done, or when the case was closed without it
     * @param chosen what was chosen where the text is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PromptView(
            String duty,
            String title,
            List<AgencyName> obligor,
            Instant begun,
            Instant ended,
            boolean done,
            String basis,
            String chosen) {}

    /**
     * One day from the clock's start to its last: counted or not, and why.
     *
     * @param number of the working day within the period; 0 for a day that is not counted
     * @param kind such as {@code WORKDAY} or {@code MAKE_UP_WORKDAY}
     * @param notices addresses of the notice that rules the day
     */
    public record DayView(
            LocalDate date, int number, String kind, String why, List<String> notices, boolean provisional) {}

    /** A holiday notice moved the due moment: the journal of recounts. */
    public record MoveView(Instant from, Instant to, int notice, Instant at) {}

    /** A rung of the clock's ladder (督办): when it is reached, and when it fired. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RungView(
            String rung,
            Instant due,
            Instant firedAt,
            boolean moot,
            Instant annulledAt,
            String act,
            String proposedAct,
            List<AgencyName> addressees,
            String basis,
            List<RemedyView> remedies) {}

    /**
     * What an organ may do about a breach, once a proposal of it has fired.
     *
     * @param post the path at which it is done, with {@code case}, {@code clock} and {@code fields}
     * @param grounds the listed breach that covers it, and its title
     * @param proposed it is what the rung proposes
     * @param yours your agency is one of the organs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RemedyView(
            String act,
            String title,
            String post,
            String grounds,
            String groundsTitle,
            String basis,
            String chosen,
            List<AgencyName> organs,
            boolean proposed,
            boolean yours) {}

    /**
     * One thing that happened, as the trail has it.
     *
     * @param contractor who did it for the agency, where a contractor did (Hebei art. 27)
     * @param effects what else it did, by the packs' names, such as {@code file-with-authority}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimelineView(
            Instant at,
            AgencyName agency,
            AgencyName contractor,
            String action,
            String from,
            String to,
            String basis,
            List<String> effects,
            List<String> inPlaceOf,
            String hash) {}

    /**
     * What may be done now and by whom.
     *
     * @param chosen what was chosen where the text is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActionView(
            String action,
            String title,
            String party,
            List<AgencyName> agencies,
            String role,
            List<String> requiredFields,
            String basis,
            String chosen,
            boolean yours) {}
}
