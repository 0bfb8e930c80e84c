package org.govshare.regulation.document;

import java.util.List;
import java.util.stream.Collectors;
import org.govshare.regulation.RegulationException;

/** A file of law cannot be used; carries every flaw found, in the order found. */
public final class BrokenDocument extends RegulationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    public BrokenDocument(List<Flaw> flaws) {
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
