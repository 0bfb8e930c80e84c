package org.govshare.casework.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.law.LawBook;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.PageCursor;
import org.govshare.platform.query.Query;
import org.govshare.registry.Registry;

/** What the REST resources of each kind of case answer to reading. */
@ApplicationScoped
public class CaseViews {
    private final CaseReader reader;
    private final CaseList list;
    private final CallerProducer callers;
    private final LawBook law;
    private final Registry registry;
    private final Query query;

    CaseViews(CaseReader reader, CaseList list, CallerProducer callers, LawBook law, Registry registry, Query query) {
        this.reader = reader;
        this.list = list;
        this.callers = callers;
        this.law = law;
        this.registry = registry;
        this.query = query;
    }

    /** A page of the caller's cases of some kinds. */
    public CasePage list(Set<String> kinds, CaseListParameters parameters) {
        CaseFilter filter = parameters.filter(query, law.partiesOf(kinds), registry);
        Optional<PageCursor> after = parameters.after(query);
        int limit = parameters.limit(query);
        query.check();
        return list.list(callers.caller(), kinds, filter, after, limit);
    }

    /** One case in the language most wanted; not found when there is none that the caller may see. */
    public CaseView read(Set<String> kinds, String id, HttpHeaders headers) {
        Locale language = Languages.wanted(headers).get(0);
        return Fields.parseUuid(id)
                .flatMap(uuid -> reader.read(callers.caller(), kinds, uuid, language))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
