package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.OnGrant;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;

/**
 * A case as the author of a pack worked it out by hand: what came in when, and what is so then.
 *
 * @param namedProvider the agency whose data it is about, or whose breach; none where the case opens by itself
 * @param under texts that it plays under together, its own among them; none where it plays under its own alone
 * @param late the duty of another case that an organ acts about
 * @param grant the grant that it is about, where it is about one
 * @param knownIn the last year whose notice is out, where the case plays before a later one
 */
record WorkedCase(
        Doc at,
        String title,
        String kind,
        Optional<ShareClass> shareClass,
        String requester,
        Optional<String> namedProvider,
        List<Doc> under,
        Optional<Late> late,
        Optional<OnGrant> grant,
        Optional<Integer> knownIn,
        List<Move> moves) {
    private static final Pattern AGENCY = Pattern.compile("[^@]+@[0-9]{6}");

    /**
     * A duty that was to be done by the end of a day.
     *
     * @param done when it was, if it was
     */
    record Late(String procedure, String duty, String due, Optional<String> done) {}

    /**
     * One command and what must be so after it.
     *
     * @param action empty for the opening
     * @param expect place of the expectations, where there are some
     */
    record Move(
            Doc at,
            String moment,
            String action,
            String by,
            Set<String> roles,
            Map<String, String> with,
            Optional<Doc> expect) {

        /** Whether the law refuses what the author expects it to allow. */
        boolean isRefusedUnexpectedly(Verdict verdict) {
            return verdict instanceof Refusal
                    && expect.flatMap(expected -> expected.find("refused")).isEmpty();
        }

        /** What reports call it. */
        String name() {
            return action.isEmpty() ? "open" : action;
        }
    }

    String provider() {
        return namedProvider.orElse(requester);
    }

    static List<WorkedCase> read(String file, String text) {
        var doc = Doc.parse(file, text);
        doc.entries("cases");
        return doc.get("cases").items().stream().map(WorkedCase::read).toList();
    }

    private static WorkedCase read(Doc doc) {
        doc.entries(
                "case",
                "procedure",
                ShareClass.KEY,
                ShareClass.OLDER_KEY_OF_CASES,
                "requester",
                "provider",
                "under",
                "about",
                "grant",
                "known-in",
                "roles",
                "opened",
                "with",
                "expect",
                "then");
        var moves = new ArrayList<Move>();
        moves.add(new Move(
                doc,
                doc.get("opened").text(),
                "",
                agency(doc.get("requester")),
                roles(doc),
                with(doc),
                doc.find("expect")));
        doc.find("then").map(Doc::items).orElse(List.of()).forEach(move -> moves.add(move(move)));
        return new WorkedCase(
                doc,
                doc.get("case").text(),
                doc.get("procedure").text(),
                doc.find(ShareClass.KEY, ShareClass.OLDER_KEY_OF_CASES)
                        .map(c -> c.oneOf(ShareClass.class, "share class")),
                agency(doc.get("requester")),
                doc.find("provider").map(WorkedCase::agency),
                doc.find("under").map(WorkedCase::texts).orElse(List.of()),
                doc.find("about").map(WorkedCase::late),
                doc.find("grant").map(WorkedCase::grant),
                doc.find("known-in").map(year -> year.number(2007)),
                moves);
    }

    private static List<Doc> texts(Doc doc) {
        var texts = doc.items();
        if (texts.isEmpty()) {
            throw doc.broken("it names no text", "Name the texts that it plays under together, or remove the line");
        }
        return texts;
    }

    private static Late late(Doc doc) {
        doc.entries("procedure", "duty", "due", "done");
        return new Late(
                doc.get("procedure").text(),
                doc.get("duty").text(),
                doc.get("due").date().toString(),
                doc.find("done").map(Doc::text));
    }

    private static OnGrant grant(Doc doc) {
        doc.entries("grantee", "ended");
        return new OnGrant(
                agency(doc.get("grantee")), doc.find("ended").map(Doc::flag).orElse(false));
    }

    private static Move move(Doc doc) {
        doc.entries("at", "do", "by", "roles", "with", "expect");
        return new Move(
                doc,
                doc.get("at").text(),
                doc.get("do").text(),
                agency(doc.get("by")),
                roles(doc),
                with(doc),
                doc.find("expect"));
    }

    private static String agency(Doc doc) {
        var name = doc.text();
        if (!AGENCY.matcher(name).matches()) {
            throw doc.broken("\"" + name + "\" does not say in which region it is", "Write it like police@130100");
        }
        return name;
    }

    private static Set<String> roles(Doc doc) {
        return doc.find("roles").map(Doc::items).orElse(List.of()).stream()
                .map(Doc::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> with(Doc doc) {
        var with = new LinkedHashMap<String, String>();
        doc.find("with").map(Doc::entries).orElse(Map.of()).forEach((name, value) -> with.put(name, value.exactText()));
        return with;
    }
}
