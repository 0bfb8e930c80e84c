package org.govshare.standalone.demo;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.exchange.LoadRecords;
import org.govshare.upkeep.root.Verdict;
import org.govshare.upkeep.state.StateVerdict;

/**
 * Where the demo plays.
 *
 * @param address of the functions' HTTP
 * @param tokens of the development key
 * @param ownerUrl JDBC address as the schema's owner, who alone may move the law's clock
 * @param records for what has no HTTP entrance: loading a whole file
 * @param trail the product's own check of its audit chains
 * @param state compares the tables with the trail and the law, as {@code govshare audit verify --state}
 * @param roots signs where the trail stands, as {@code govshare audit root}
 * @param verification of the trail against its roots, as {@code govshare audit verify}
 */
public record Place(
        URI address,
        Signer tokens,
        String ownerUrl,
        LoadRecords records,
        TrailCheck trail,
        Supplier<StateVerdict> state,
        Supplier<Optional<Long>> roots,
        Supplier<Verdict> verification) {

    /** Signs a token for somebody of an agency. */
    @FunctionalInterface
    public interface Signer {
        String token(String agency, String role);
    }
}
