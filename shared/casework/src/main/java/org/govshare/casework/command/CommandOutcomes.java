package org.govshare.casework.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.govshare.casework.outbox.NewMessage;
import org.govshare.casework.outbox.Outbox;
import org.govshare.casework.trail.Pseudonyms;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemBody;

/**
 * Tells the sender of a brokered command what became of it, by an event that leaves with the command's transaction. A
 * repeat sends the same event again, under the same id: whoever lost the answer has it, whoever has it drops it.
 */
@ApplicationScoped
public class CommandOutcomes implements ResultListener {
    public static final String ACCEPTED = "org.govshare.command.accepted.v1";
    public static final String REFUSED = "org.govshare.command.refused.v1";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Pseudonyms pseudonyms;

    CommandOutcomes(Outbox outbox, ObjectMapper json, Pseudonyms pseudonyms) {
        this.outbox = outbox;
        this.json = json;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public void decided(Caller caller, CommandEvent event, CommandResult result) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", event.source());
        data.put("id", event.id());
        data.put("type", event.type());
        if (result instanceof CommandResult.Accepted accepted) {
            data.put("status", accepted.status());
            data.put("result", accepted.body());
            accepted.location().ifPresent(location -> data.put("location", location));
            outbox.addOrRepeat(idOf(caller, event), new NewMessage(ACCEPTED, event.id(), data));
        } else {
            Problem problem = ((CommandResult.Refused) result).problem();
            data.put("status", problem.type().status());
            data.put("problem", inBothLanguages(problem));
            outbox.addOrRepeat(idOf(caller, event), new NewMessage(REFUSED, event.id(), data));
        }
    }

    /** No reader has asked for a language yet, so it is told in both. */
    private Map<String, Object> inBothLanguages(Problem problem) {
        Map<String, Object> both = new LinkedHashMap<>();
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            both.put(language.getLanguage(), json.valueToTree(ProblemBody.of(problem, List.of(language))));
        }
        return both;
    }

    /**
     * Other content under an id already used is a command of its own here: its refusal must not pass for the first answer.
     * The id leaves through the broker, so that no one without the trail's key may find the sender by guessing.
     */
    private UUID idOf(Caller caller, CommandEvent event) {
        String sender = pseudonyms.ofSender(caller.sender());
        String name = String.join("\n", sender, event.source(), event.id(), event.digest());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
