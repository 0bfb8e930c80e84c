package org.govshare.regulation.grammar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * One regulation as data.
 *
 * @param digest of the text it was read from
 * @param organ that made it
 * @param region it is made for, six digits; {@code 000000} for the nation
 * @param until last day in force, inclusive; absent while none is known
 * @param replaces id of the earlier text of the same organ that no longer counts once this one is in force
 * @param inForce what its days in force rest on
 * @param switchedOff rules nothing until an operator switches it on
 * @param binds the kinds of body that it binds
 * @param source where the text was taken from
 * @param contractors what contractors may not do
 * @param keep what must be kept, and how long at least
 * @param acts that its rungs propose and its organs give, by name
 * @param procedures by {@link Procedure#name()}
 */
public record Pack(
        String id,
        String digest,
        Text title,
        String organ,
        Rank rank,
        String region,
        LocalDate from,
        Optional<LocalDate> until,
        Basis inForce,
        Optional<String> replaces,
        boolean switchedOff,
        Optional<Text> note,
        Optional<Source> source,
        Optional<BackFlow> backFlow,
        Optional<ContractorRule> contractors,
        Binds binds,
        List<KeepRule> keep,
        Map<String, NamedAct> acts,
        Map<String, Procedure> procedures) {
    public Pack {
        keep = List.copyOf(keep);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether the region given lies in the pack's. */
    public boolean covers(String place) {
        return Regions.covers(region, place);
    }

    /** Whether it binds this agency: it lies in the pack's region and is of a kind that the text binds. */
    public boolean binds(Body body) {
        return covers(body.region()) && binds.kinds().contains(body.kind());
    }
}
