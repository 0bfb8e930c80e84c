package org.govshare.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.govshare.commands.outbox.NewMessage;
import org.govshare.commands.outbox.Outbox;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailKeyCheck;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.ActorVerdict;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemBody;

/**
 * Reports the outcome of a brokered command to its sender, by an event that is written in the command's transaction. A
 * repeat sends the same event again, under the same id: a sender that lost the answer receives it, and one that has it
 * drops it.
 */
@ApplicationScoped
public class CommandOutcomes implements ResultListener {
    public static final String ACCEPTED = "org.govshare.command.accepted.v1";
    public static final String REFUSED = "org.govshare.command.refused.v1";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Pseudonyms pseudonyms;
    private final TrailKeyCheck key;
    private final Inbox inbox;

    CommandOutcomes(Outbox outbox, ObjectMapper json, Pseudonyms pseudonyms, TrailKeyCheck key, Inbox inbox) {
        this.outbox = outbox;
        this.json = json;
        this.pseudonyms = pseudonyms;
        this.key = key;
        this.inbox = inbox;
    }

    @Override
    public void decided(Caller caller, CommandEvent event, CommandResult result) {
        Map<String, Object> data = dataOf(event);
        if (result instanceof CommandResult.Accepted accepted) {
            data.put("status", accepted.status());
            data.put("result", accepted.body());
            accepted.location().ifPresent(location -> data.put("location", location));
            outbox.addOrRepeat(idOf(caller, event), new NewMessage(ACCEPTED, event.id(), data));
        } else {
            outbox.addOrRepeat(idOf(caller, event), refusal(event, ((CommandResult.Refused) result).problem()));
        }
    }

    /**
     * Answers a command whose token has expired or is not for it, once for each token, in a transaction of its own. The
     * command's id stays free. A command that was answered before the token expired gets no other answer: a broker may
     * deliver it again much later.
     *
     * @throws org.govshare.platform.problem.ProblemException in a process without the database's trail key
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void declined(CommandEvent event, ActorVerdict.Declined verdict) {
        key.require();
        if (!inbox.holds(verdict.sender().sender(), event)) {
            outbox.addOnce(idOf(verdict), refusal(event, verdict.problem()));
        }
    }

    private NewMessage refusal(CommandEvent event, Problem problem) {
        Map<String, Object> data = dataOf(event);
        data.put("status", problem.type().status());
        data.put("problem", inBothLanguages(problem));
        return new NewMessage(REFUSED, event.id(), data);
    }

    private static Map<String, Object> dataOf(CommandEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", event.source());
        data.put("id", event.id());
        data.put("type", event.type());
        return data;
    }

    /** The reader's language is unknown, so the outcome is in both. */
    private Map<String, Object> inBothLanguages(Problem problem) {
        Map<String, Object> both = new LinkedHashMap<>();
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            both.put(language.getLanguage(), json.valueToTree(ProblemBody.of(problem, List.of(language))));
        }
        return both;
    }

    /**
     * Other content under a used id counts as a command of its own here, so that its refusal is not taken for the first
     * answer. Everybody on the broker sees this id, so it is keyed: nobody without the trail's key can find the sender
     * by guessing.
     */
    private UUID idOf(Caller caller, CommandEvent event) {
        return id(caller, event.source(), event.id(), event.digest());
    }

    /** The id is the same in every replica and for every event with this token. */
    private UUID idOf(ActorVerdict.Declined verdict) {
        return id(verdict.sender(), "token", verdict.tokenId());
    }

    private UUID id(Caller sender, String... parts) {
        String name = pseudonyms.ofSender(sender.sender()) + "\n" + String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
