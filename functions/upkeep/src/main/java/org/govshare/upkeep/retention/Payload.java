package org.govshare.upkeep.retention;

import java.util.List;

/**
 * A kind of payload that is kept for a period and then erased; the operator sets the periods.
 *
 * <p>Each erases a bounded slice: the statement takes the moment before which
 * things are old, the moment of erasing, and the size of the slice, and returns the cases concerned, or rows without one.
 */
public enum Payload {
    /**
     * Answers to commands; ids and keyed digests stay, so that a repeat is told that it was done (410) and is not done
     * again. Digests of before they were keyed go: what people wrote could be found out by guessing.
     */
    ANSWERS("180d", """
            with old as (
                select sender, source, event_id from govshare.inbox
                 where received_at < ? and erased_at is null and status is not null
                 order by received_at limit ? for update skip locked)
            update govshare.inbox i set answer = null, location = null, erased_at = ?,
                   digest = case when i.digest like 'keyed:%' then i.digest else '' end
              from old where (i.sender, i.source, i.event_id) = (old.sender, old.source, old.event_id)
            returning cast(null as uuid)
            """),

    /**
     * What people wrote in a closed case whose grant is closed too, and what they wrote since: fields, grounds for
     * extensions, purpose and scope. Which data items were asked for stays, because a later grant is bound by it.
     */
    FACTS("3650d", """
            with moment as (select cast(? as timestamptz) as before),
            old as (
                select c.id from govshare.case_file c
                 where c.closed and (c.erased_at is null or c.changed_at > c.erased_at) and c.opened_at < (select before from moment)
                   and c.changed_at < (select before from moment)
                   and not exists (select 1 from govshare.data_grant g where g.case_id = c.id and g.closed_at is null)
                 order by c.opened_at limit ? for update of c skip locked),
            asked as (
                update govshare.case_clock k set asked = null from old where k.case_id = old.id and k.asked is not null),
            granted as (
                update govshare.data_grant g set purpose = '', scope = '' from old where g.case_id = old.id)
            update govshare.case_file c set erased_at = ?,
                   facts = case when c.facts -> 'items' is null then '{}'
                                else jsonb_build_object('items', c.facts -> 'items') end
              from old where c.id = old.id
            returning c.id
            """),

    /**
     * The feed of changed records, each as far as the back-flow streams of its dataset and cities have taken it; the records
     * themselves stay. A stream that is given up or halted holds nothing: it begins again with a snapshot when it goes on.
     * Recursive only so that the law's day may be named before it is bound, last as everywhere here.
     */
    CHANGES("90d", """
            with recursive asleep as (
                select s.city, s.dataset_id from govshare.backflow_stream s cross join law
                 where s.dead or govshare.backflow_halted_by(s.city, s.dataset_id, law.today) is not null
                   for update of s skip locked),
            old as (
                select c.dataset_id, c.txid, c.seq, c.city, c.previous_city from govshare.record_change c
                 where c.at < ? and c.txid < pg_snapshot_xmin(pg_current_snapshot())
                   and not exists (
                       select 1 from govshare.backflow_stream s
                        where s.dataset_id = c.dataset_id and s.city in (c.city, c.previous_city)
                          and (s.feed_txid, s.feed_seq) < (c.txid, c.seq)
                          and (s.city, s.dataset_id) not in (select city, dataset_id from asleep))
                 order by c.txid, c.seq limit ?),
            restarted as (
                update govshare.backflow_stream s
                   set state = 'snapshot', snapshot_after = '', feed_txid = pg_snapshot_xmin(pg_current_snapshot()),
                       feed_seq = 0, step = s.step + 1
                  from asleep
                 where (s.city, s.dataset_id) = (asleep.city, asleep.dataset_id)
                   and exists (select 1 from old
                                where old.dataset_id = s.dataset_id and s.city in (old.city, old.previous_city)
                                  and (s.feed_txid, s.feed_seq) < (old.txid, old.seq))),
            law as (select cast(cast(? as timestamptz) at time zone 'Asia/Shanghai' as date) as today)
            delete from govshare.record_change c using old
             where (c.dataset_id, c.txid, c.seq) = (old.dataset_id, old.txid, old.seq)
            returning cast(null as uuid)
            """),

    /** What became of each attempt to deliver. */
    DELIVERIES("365d", """
            with old as (select id from govshare.delivery_attempt where at < ? order by id limit ?)
            delete from govshare.delivery_attempt a using old where a.id = old.id and cast(? as timestamptz) is not null
            returning cast(null as uuid)
            """),

    /** Notices to agencies; that they were given stays in the trail. */
    NOTICES("3650d", """
            with old as (select id from govshare.notice where given_at < ? order by id limit ?)
            delete from govshare.notice n using old where n.id = old.id and cast(? as timestamptz) is not null
            returning cast(null as uuid)
            """);

    private final String period;
    private final String statement;

    Payload(String period, String statement) {
        this.period = period;
        this.statement = statement;
    }

    /** How long it is kept unless the operator says otherwise, such as {@code 180d}. */
    public String defaultPeriod() {
        return period;
    }

    /** The environment's name for the period: {@code off} keeps it for good. */
    public String setting() {
        return "GOVSHARE_KEEP_" + name();
    }

    String statement() {
        return statement;
    }

    static List<Payload> all() {
        return List.of(values());
    }
}
