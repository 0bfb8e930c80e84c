package org.govshare.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.govshare.commands.messages.CommandMessages;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemBody;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.text.VisibleText;

/** What REST resources call to send a command down the command path and to answer with its outcome. */
@ApplicationScoped
public class Commands {
    public static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 256;

    private final CommandPath path;
    private final CallerProducer callers;

    Commands(CommandPath path, CallerProducer callers) {
        this.path = path;
        this.callers = callers;
    }

    /** Runs a command that came by REST, under the id in its Idempotency-Key. */
    public Response rest(String type, JsonNode data, HttpHeaders headers) {
        String key = headers.getHeaderString(KEY);
        if (key == null || !isSeen(key)) {
            throw noKey().asException();
        }
        if (key.length() > LONGEST_KEY) {
            throw Problem.field(Violation.invalid(KEY, CommandMessages.KEY_TOO_LONG))
                    .asException();
        }
        JsonNode content = data == null ? JsonNodeFactory.instance.objectNode() : data;
        CommandEvent event = CommandEvent.rest(key, type, content);
        CommandResult result = path.run(callers.caller(), List.of(event)).get(0);
        return answer(result, headers);
    }

    /** A header's octets come as ISO 8859-1, though a sender may have meant UTF-8: either way it must contain a visible character. */
    static boolean isSeen(String header) {
        byte[] octets = header.getBytes(StandardCharsets.ISO_8859_1);
        return VisibleText.isIn(header) && VisibleText.isIn(new String(octets, StandardCharsets.UTF_8));
    }

    private static Problem noKey() {
        Text detail = CommandMessages.KEY_WANTED;
        return new Problem(ProblemType.KEY_MISSING, detail, List.of(Violation.missing(KEY)), Optional.empty());
    }

    /**
     * Makes the command of a body that was sent to the path of one object: the body with the object's id in it. A body
     * with the id of another object is refused.
     */
    public static JsonNode about(String member, String id, JsonNode body) {
        Fields.of(body);
        if (body.has(member) && !body.path(member).asText().equals(id)) {
            throw Problem.field(Violation.invalid("/" + member, CommandMessages.DIFFERS_FROM_PATH))
                    .asException();
        }
        ObjectNode command = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(given -> command.set(given.getKey(), given.getValue()));
        return command.put(member, id);
    }

    /** The HTTP answer to one outcome. */
    public static Response answer(CommandResult result, HttpHeaders headers) {
        if (result instanceof CommandResult.Accepted accepted) {
            Response.ResponseBuilder answer =
                    Response.status(accepted.status()).type("application/json").entity(accepted.body());
            accepted.location().map(URI::create).ifPresent(answer::location);
            return answer.build();
        }
        return ProblemBody.response(((CommandResult.Refused) result).problem(), Languages.wanted(headers));
    }
}
