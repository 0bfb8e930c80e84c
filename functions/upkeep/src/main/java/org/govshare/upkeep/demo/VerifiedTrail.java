package org.govshare.upkeep.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.demo.Chapter;
import org.govshare.demo.Operator.Chains;
import org.govshare.demo.Operator.State;
import org.govshare.demo.Operator.Verified;
import org.govshare.demo.Stage;

/** Verifies the results of the story: the chains, the trail against a signed root, the tables against the trail. */
public final class VerifiedTrail implements Chapter {
    private Stage stage;

    @Override
    public int order() {
        return 71;
    }

    @Override
    public Optional<String> title() {
        return Optional.empty();
    }

    @Override
    public void play(Stage on) {
        stage = on;
        checkChains();
        verifyRoots();
        verifyState();
    }

    private void checkChains() {
        Chains checked = stage.operator().checkChains();
        stage.expect().equal("faults in the audit chains", List.of(), checked.faults());
        stage.expect()
                .equal(
                        "that there are entries",
                        true,
                        checked.entries() > stage.platforms().size());
        stage.page()
                .text(String.format(
                        Locale.ROOT,
                        "Audit chains 审计链: %d chains with %d entries recomputed, all sound.",
                        checked.chains(),
                        checked.entries()));
    }

    /** Nobody can alter or cut off entries before a root that is signed outside the database without being noticed. */
    private void verifyRoots() {
        stage.expect().equal("roots signed", Optional.of(1L), stage.operator().signRoot());
        Verified verdict = stage.operator().verifyRoots();
        stage.expect().equal("faults against the root", List.of(), verdict.faults());
        stage.expect().equal("roots verified", 1L, verdict.roots());
        stage.expect().equal("entries after the root", 0L, verdict.unprotected());
        stage.page().text("A root 根 is signed outside the database, and govshare audit verify says:");
        verdict.text().lines().forEach(stage.page()::text);
    }

    /** The tables agree with the trail and the law. Somebody who alters a table by hand does not alter the trail. */
    private void verifyState() {
        State verdict = stage.operator().verifyState();
        stage.expect().equal("rows that differ from the trail and the law", List.of(), verdict.differences());
        stage.expect().equal("rows not verifiable", 0L, verdict.notVerifiable());
        stage.expect().equal("that clocks were recomputed", true, verdict.clocks() > 0);
        stage.page().text("And with --state:");
        verdict.text().lines().forEach(stage.page()::text);
    }
}
