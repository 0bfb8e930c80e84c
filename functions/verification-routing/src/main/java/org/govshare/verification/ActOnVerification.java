package org.govshare.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;

/** A party acts upon a verification: forwards, reports the result, asks for more time, as the pack allows. */
@ApplicationScoped
public class ActOnVerification implements CommandHandler {
    public static final String TYPE = "org.govshare.verification.acted.v1";

    private static final String CASE = "verification";

    private final Cases cases;
    private final LawBook law;

    ActOnVerification(Cases cases, LawBook law) {
        this.cases = cases;
        this.law = law;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Optional<String> caseMember() {
        return Optional.of(CASE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        Optional<UUID> verification = data.uuid(CASE);
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.optionalArray(PushCorrection.CHANGES);
        data.check();
        Set<String> kinds = law.kindsRunAs(Verifications.KIND);
        return cases.act(context, kinds, verification.orElseThrow(), action, fields, "/fields");
    }
}
