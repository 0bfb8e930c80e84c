package org.govshare.standalone.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.govshare.standalone.faults.Command.CommandBatch;
import org.govshare.standalone.faults.Command.Shape;
import org.govshare.standalone.faults.Command.Story;
import org.govshare.testkit.http.ShareForm;

/** What the clients do in one run, all of it from the seed: which commands, in which order, which of them wrong. */
final class Stories {
    static final String AUTHORITY = "Y1130000FAKE00021Y";
    static final String PROVIDER = "Y1130000FAKE01016L";
    static final String REQUESTER = "Y1130000FAKE01032A";
    private static final String STRANGER = "Y1130000FAKE01024F";
    static final String DATASET = "hebei-standard-addresses";
    private static final String SUBMITTED = "org.govshare.request.submitted.v1";
    private static final String ACTED = "org.govshare.request.acted.v1";
    private static final String RAISED = "org.govshare.verification.raised.v1";
    private static final String VERIFIED = "org.govshare.verification.acted.v1";
    private static final String CHANGED = "org.govshare.records.changed.v1";
    private static final int HOT_KEYS = 4;
    private static final int IMPATIENT_IN = 10;

    private final String run;
    private final Random chance;
    private int next;

    private Stories(String run, long seed) {
        this.run = run;
        this.chance = new Random(seed);
    }

    /**
     * Stories of at least so many commands.
     *
     * @param run stands in every id, so that runs on one database keep apart
     */
    static List<Story> of(String run, long seed, int commands) {
        Stories maker = new Stories(run, seed);
        List<Story> stories = new ArrayList<>();
        int made = 0;
        while (made < commands) {
            Story story = maker.story();
            stories.add(story);
            made += story.commands().size();
        }
        return stories;
    }

    /** A request that is granted over one record, by which the requester may doubt that record later on. */
    static Story granted(String run) {
        Stories maker = new Stories(run, 0);
        List<CommandBatch> batches = new ArrayList<>();
        batches.add(alone(maker.write("doubted", "first")));
        maker.request(batches, 4);
        return new Story(batches);
    }

    /** One command to open a request. */
    static Command opening(String run) {
        return new Stories(run, 0).submit(false);
    }

    private Story story() {
        List<CommandBatch> batches = new ArrayList<>();
        int kind = chance.nextInt(100);
        if (kind < 45) {
            request(batches, 1 + chance.nextInt(4));
        } else if (kind < 55) {
            disputed(batches);
        } else if (kind < 70) {
            verification(batches);
        } else if (kind < 85) {
            records(batches);
        } else {
            batches.add(batch());
        }
        if (chance.nextInt(IMPATIENT_IN) == 0) {
            batches.add(new CommandBatch(batches.remove(batches.size() - 1).commands(), false));
        }
        return new Story(batches);
    }

    /** Goes so many steps of the way to a grant; what stays open runs into its deadlines. */
    private void request(List<CommandBatch> batches, int steps) {
        Command submit = submit(chance.nextBoolean());
        batches.add(alone(submit));
        if (steps > 1) {
            wrong(batches, submit);
            batches.add(alone(act(submit, AUTHORITY, "forward", "{}", new Shape("reply", false, 2, 1, 2, 2, 0))));
        }
        if (steps > 2) {
            wrong(batches, submit);
            batches.add(alone(act(
                    submit,
                    PROVIDER,
                    "consent",
                    "{\"scope\":\"石家庄市\",\"purpose\":\"流调\"}",
                    new Shape("delivery", false, 3, 1, 3, 3, 0))));
        }
        if (steps > 3) {
            batches.add(alone(act(submit, AUTHORITY, "deliver", "{}", new Shape("delivered", true, 3, 0, 4, 4, 1))));
        } else if (steps > 1 && chance.nextInt(5) == 0) {
            Shape last = batches.get(batches.size() - 1).first().after().orElseThrow();
            batches.add(alone(act(
                    submit,
                    REQUESTER,
                    "withdraw",
                    "{}",
                    new Shape("withdrawn", true, last.clocks(), 0, last.entries() + 1, last.notices() + 1, 0))));
        }
    }

    private void disputed(List<CommandBatch> batches) {
        Command submit = submit(false);
        batches.add(alone(submit));
        batches.add(alone(act(submit, AUTHORITY, "forward", "{}", new Shape("reply", false, 2, 1, 2, 2, 0))));
        String why = "{\"instrument\":\"某条例\",\"article\":\"1\",\"reason\":\"无法定职责\"}";
        batches.add(alone(act(submit, PROVIDER, "refuse", why, new Shape("tell-reason", false, 2, 0, 3, 3, 0))));
        batches.add(alone(act(submit, AUTHORITY, "tell-reason", "{}", new Shape("refused", true, 2, 0, 4, 4, 0))));
        String objection = "{\"objection\":\"有法定职责\",\"negotiation\":\"协商未果\"}";
        batches.add(
                alone(act(submit, REQUESTER, "dispute", objection, new Shape("coordination", false, 2, 0, 5, 5, 0))));
    }

    private void verification(List<CommandBatch> batches) {
        String id = id();
        String data = "{\"dataset\":\"" + DATASET + "\",\"records\":[\"" + key("doubted") + "\"],\"doubt\":\"门牌已改\"}";
        Command raise = new Command(
                id,
                REQUESTER,
                RAISED,
                entrance("/verifications"),
                data,
                id,
                201,
                Optional.of(new Shape("receipt", false, 1, 1, 1, 1, 0)),
                Map.of());
        batches.add(alone(raise));
        batches.add(alone(verify(raise, AUTHORITY, "\"action\":\"forward\",\"fields\":{}", Map.of(), "verification")));
        String repaired = id();
        String changes =
                "\"action\":\"report-result\",\"fields\":{\"outcome\":\"repaired\",\"result\":\"已改\"},\"changes\":"
                        + change(repaired, repaired);
        batches.add(alone(verify(raise, PROVIDER, changes, Map.of(repaired, repaired), "verified")));
    }

    private Command verify(Command raise, String agency, String members, Map<String, String> writes, String step) {
        boolean last = step.equals("verified");
        Shape after = new Shape(step, last, 2, last ? 0 : 1, last ? 3 : 2, last ? 3 : 2, 0);
        String data = "{\"verification\":\"{case}\"," + members + "}";
        return new Command(id(), agency, VERIFIED, Optional.empty(), data, raise.id(), 200, Optional.of(after), writes);
    }

    private void records(List<CommandBatch> batches) {
        String own = id();
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            batches.add(
                    alone(chance.nextBoolean() ? write(own, id()) : write("hot-" + chance.nextInt(HOT_KEYS), id())));
        }
        if (chance.nextBoolean()) {
            batches.add(alone(refused(STRANGER, CHANGED, recordsData("stolen", "x"), "", 403)));
        }
    }

    /** Several commands of one sender in one transaction, one of them refused; the provider's lock rows in any order. */
    private CommandBatch batch() {
        int size = 2 + chance.nextInt(4);
        List<Command> commands = new ArrayList<>();
        if (chance.nextBoolean()) {
            IntStream.range(0, size).forEach(i -> commands.add(submit(false)));
            commands.add(
                    chance.nextInt(commands.size() + 1),
                    refused(REQUESTER, SUBMITTED, "{\"dataset\":\"" + DATASET + "\"}", "", 422));
        } else {
            IntStream.range(0, size).forEach(i -> commands.add(write("hot-" + chance.nextInt(HOT_KEYS), id())));
            commands.add(refused(PROVIDER, "org.govshare.nothing.done.v1", "{}", "", 422));
        }
        return new CommandBatch(commands, true);
    }

    /** A command that the law or the edge refuses, in one of five ways; its answer stays, and changes nothing. */
    private void wrong(List<CommandBatch> batches, Command submit) {
        Command wrong = switch (chance.nextInt(8)) {
            case 0 -> refused(PROVIDER, ACTED, acted("fly", "{}"), submit.id(), 422);
            case 1 -> refused(STRANGER, ACTED, acted("forward", "{}"), submit.id(), 404);
            case 2 -> refused(PROVIDER, ACTED, "{\"request\":\"{case}\"}", submit.id(), 422);
            case 3 -> refused(REQUESTER, SUBMITTED, "{\"dataset\":\"nothing\"}", "", 422);
            default -> null;
        };
        if (wrong != null) {
            batches.add(alone(wrong));
        }
    }

    private Command submit(boolean rest) {
        String id = id();
        return new Command(
                id,
                REQUESTER,
                SUBMITTED,
                rest ? Optional.of("/requests") : Optional.empty(),
                ShareForm.json(DATASET, Map.of("scenario", "疫情流调 " + id)),
                id,
                201,
                Optional.of(new Shape("review", false, 1, 1, 1, 1, 0)),
                Map.of());
    }

    private Command act(Command submit, String agency, String action, String fields, Shape after) {
        Optional<String> path = entrance("/requests/{case}/actions");
        String data =
                path.isPresent() ? "{\"action\":\"" + action + "\",\"fields\":" + fields + "}" : acted(action, fields);
        return new Command(id(), agency, ACTED, path, data, submit.id(), 200, Optional.of(after), Map.of());
    }

    private static String acted(String action, String fields) {
        return "{\"request\":\"{case}\",\"action\":\"" + action + "\",\"fields\":" + fields + "}";
    }

    private Command refused(String agency, String type, String data, String about, int status) {
        return new Command(id(), agency, type, Optional.empty(), data, about, status, Optional.empty(), Map.of());
    }

    private Command write(String name, String says) {
        String key = key(name);
        return new Command(
                id(),
                PROVIDER,
                CHANGED,
                Optional.empty(),
                recordsData(key, says),
                "",
                200,
                Optional.empty(),
                Map.of(key, says));
    }

    private static String recordsData(String key, String says) {
        return "{\"dataset\":\"" + DATASET + "\",\"changes\":" + change(key, says) + "}";
    }

    private static String change(String key, String says) {
        return "[{\"key\":\"" + key + "\",\"region\":\"130102\",\"payload\":{\"says\":\"" + says + "\"}}]";
    }

    /** Keys of all runs on one database are shared only where a story means it. */
    private String key(String name) {
        return name.startsWith(run) || name.equals("doubted") ? name : run + "-" + name;
    }

    private Optional<String> entrance(String path) {
        return chance.nextBoolean() ? Optional.of(path) : Optional.empty();
    }

    private String id() {
        return run + "-" + next++;
    }

    private static CommandBatch alone(Command command) {
        return new CommandBatch(List.of(command), true);
    }
}
