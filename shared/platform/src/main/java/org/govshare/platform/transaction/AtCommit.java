package org.govshare.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Work that the caller's transaction does at its end. Every method throws {@link IllegalStateException} if there is no
 * transaction.
 */
@ApplicationScoped
public class AtCommit {
    private final TransactionSynchronizationRegistry transactions;

    AtCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Writes everything that one transaction collected, in order. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(List<T> gathered);
    }

    /**
     * Adds an item that this writer writes right before the commit, together with the others. So locks that many
     * transactions need are taken last and held only briefly. Writers run in the order of their first use; a failure
     * rolls back the transaction.
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
