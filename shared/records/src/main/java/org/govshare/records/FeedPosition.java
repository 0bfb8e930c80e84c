package org.govshare.records;

/**
 * A position in the feed: the writing transaction's id, then the order within it. Reading continues after it.
 *
 * @param seq 0 for the position before all changes of the transaction
 */
public record FeedPosition(long txid, long seq) implements Comparable<FeedPosition> {

    /** The position before the first change. */
    public static final FeedPosition START = new FeedPosition(0, 0);

    @Override
    public int compareTo(FeedPosition other) {
        int byTransaction = Long.compareUnsigned(txid, other.txid);
        return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
    }

    /** The form in manifests: {@code txid:seq}. */
    @Override
    public String toString() {
        return Long.toUnsignedString(txid) + ":" + seq;
    }
}
