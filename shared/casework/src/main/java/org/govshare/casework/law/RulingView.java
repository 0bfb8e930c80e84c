package org.govshare.casework.law;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.pack.Addition;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.pack.Unbound;

/**
 * Which packs rule a kind of case in a jurisdiction on a day, and what they say together.
 *
 * @param closed a pack that did not load would rule at the place of a party, so that no new case may be opened
 * @param packs all in force there, whether or not they rule this kind of case
 * @param notBinding texts in force that have such a procedure and do not bind all parties
 * @param procedure absent where none of them has one of this kind and share class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulingView(
        String region,
        LocalDate on,
        boolean closed,
        List<PackName> packs,
        List<NotBindingView> notBinding,
        ProcedureView procedure) {

    /**
     * A text that does not bind a party.
     *
     * @param region of the party
     * @param body the party's kind of body
     * @param byKind whether the party lies where the text holds, and only its kind is not bound
     */
    public record NotBindingView(String id, String title, String region, String body, boolean byKind) {}

    /** A pack by its id and title. */
    public record PackName(String id, String title) {}

    /**
     * The procedure.
     *
     * @param packs that take part, by id; the first gives the steps, and each may set periods
     * @param added what the others demand besides
     * @param notCarried what they say of such a case and these steps have no place for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProcedureView(
            String kind,
            String variant,
            String title,
            List<String> packs,
            List<ClockView> clocks,
            List<DemandView> added,
            List<DemandView> notCarried) {

        /** Share class where the kind differs by it, as datasets name it; {@code variant} is the older word. */
        @JsonProperty("shareClass")
        public String shareClass() {
            return variant.isEmpty() ? null : variant;
        }
    }

    /** What a text demands besides, in its own words. */
    public record DemandView(String pack, String article, String what) {

        static List<DemandView> of(List<Addition> additions, Locale language) {
            return additions.stream()
                    .map(addition -> new DemandView(
                            addition.basis().pack(),
                            addition.basis().article(),
                            addition.what().in(language)))
                    .toList();
        }
    }

    /**
     * A clock (期限).
     *
     * @param obligor name of the party that owes the duty
     * @param unit {@code working-days} or {@code months}
     * @param total period and longest extension together
     * @param consentedBy name of the party that consents to an extension; absent where none is possible
     * @param extensionChosen what was chosen about the extension where the text is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockView(
            String rule,
            String duty,
            String obligor,
            String unit,
            LengthView period,
            LengthView total,
            String consentedBy,
            String extensionChosen) {}

    /** How long, by which pack, and which packs would have given longer. */
    public record LengthView(int amount, SourceView setBy, List<SourceView> gaveWay) {}

    /**
     * What one pack gives.
     *
     * @param chosen what was chosen where the text is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceView(String pack, String article, int amount, String chosen) {}

    static RulingView of(Law law, Matter matter, Locale language) {
        return new RulingView(
                matter.region(),
                matter.on(),
                law.isClosed(matter),
                law.ruling(matter.region(), matter.on()).stream()
                        .map(pack -> new PackName(pack.id(), pack.title().in(language)))
                        .toList(),
                law.unbound(matter).stream()
                        .map(unbound -> view(unbound, language))
                        .toList(),
                law.effective(matter)
                        .map(procedure -> view(procedure, language))
                        .orElse(null));
    }

    private static NotBindingView view(Unbound unbound, Locale language) {
        return new NotBindingView(
                unbound.pack().id(),
                unbound.pack().title().in(language),
                unbound.party().region(),
                Doc.nameOf(unbound.party().kind()),
                unbound.byKind());
    }

    private static ProcedureView view(EffectiveProcedure procedure, Locale language) {
        return new ProcedureView(
                procedure.procedure().kind(),
                procedure.procedure().variant(),
                procedure.title().in(language),
                procedure.packs().stream().map(Pack::id).toList(),
                procedure.clocks().values().stream()
                        .map(clock -> view(clock, language))
                        .toList(),
                DemandView.of(procedure.added(), language),
                DemandView.of(procedure.notCarried(), language));
    }

    private static ClockView view(EffectiveClock clock, Locale language) {
        Lengths periods = new Lengths(limit -> limit.period().amount(), language);
        Lengths totals = new Lengths(Limit::total, language);
        return new ClockView(
                clock.name(),
                clock.rule().title().in(language),
                clock.rule().obligor(),
                Doc.nameOf(clock.rule().period().unit()),
                periods.of(clock.period(), clock.periodSetBy(), clock.gaveWayInPeriod()),
                totals.of(clock.total(), clock.totalSetBy(), clock.gaveWayInTotal()),
                clock.extension().map(extension -> extension.consentedBy()).orElse(null),
                clock.extension()
                        .flatMap(extension -> extension.basis().note())
                        .map(note -> note.in(language))
                        .orElse(null));
    }
}
