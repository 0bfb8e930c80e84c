package org.govshare.backflow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.retention.Payload;

/**
 * The feed of changed records: a change is erased when all streams of its dataset and cities have delivered it. The
 * records themselves stay. A stream that is given up or halted does not prevent the erasure: it starts again with a
 * snapshot.
 */
@RegisterForReflection
public final class KeptChanges implements Payload {
    private static final String ERASE = """
        with law as (select cast(cast(:wall_now as timestamptz) at time zone 'Asia/Shanghai' as date) as today),
        asleep as (
            select s.city, s.dataset_id from govshare.backflow_stream s cross join law
             where s.dead or govshare.backflow_halted_by(s.city, s.dataset_id, law.today) is not null
               for update of s skip locked),
        old as (
            select c.dataset_id, c.txid, c.seq, c.city, c.previous_city from govshare.record_change c
             where c.at < :before and c.txid < pg_snapshot_xmin(pg_current_snapshot())
               and not exists (
                   select 1 from govshare.backflow_stream s
                    where s.dataset_id = c.dataset_id and s.city in (c.city, c.previous_city)
                      and (s.feed_txid, s.feed_seq) < (c.txid, c.seq)
                      and (s.city, s.dataset_id) not in (select city, dataset_id from asleep))
             order by c.txid, c.seq limit :most),
        restarted as (
            update govshare.backflow_stream s
               set state = 'snapshot', snapshot_after = '', feed_txid = pg_snapshot_xmin(pg_current_snapshot()),
                   feed_seq = 0, step = s.step + 1
              from asleep
             where (s.city, s.dataset_id) = (asleep.city, asleep.dataset_id)
               and exists (select 1 from old
                            where old.dataset_id = s.dataset_id and s.city in (old.city, old.previous_city)
                              and (s.feed_txid, s.feed_seq) < (old.txid, old.seq)))
        delete from govshare.record_change c using old
         where (c.dataset_id, c.txid, c.seq) = (old.dataset_id, old.txid, old.seq)
        returning cast(null as uuid)
        """;

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String defaultPeriod() {
        return "90d";
    }

    @Override
    public String statement() {
        return ERASE;
    }
}
