package org.govshare.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** What the caller's transaction does at its very end. Every method throws {@link IllegalStateException} without one. */
@ApplicationScoped
public class AtCommit {
    private final TransactionSynchronizationRegistry transactions;

    AtCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Writes all that one transaction gathered, in the order in which it was gathered. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(List<T> gathered);
    }

    /**
     * Adds to what this writer writes right before the commit, in one go: so that locks which many transactions want are
     * taken last and held for a moment only. Writers run in the order of their first use; one that fails undoes the
     * transaction.
     */
    public <T> void gather(Writer<T> writer, T item) {
        @SuppressWarnings("unchecked")
        List<T> gathered = (List<T>) transactions.getResource(writer);
        if (gathered == null) {
            List<T> first = new ArrayList<>();
            transactions.putResource(writer, first);
            transactions.registerInterposedSynchronization(new Before(() -> writer.write(first)));
            gathered = first;
        }
        gathered.add(item);
    }

    /** Runs after the commit and not after a rollback; must not fail. */
    public void then(Runnable work) {
        transactions.registerInterposedSynchronization(new After(work));
    }

    private record Before(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            work.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private record After(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                work.run();
            }
        }
    }
}
