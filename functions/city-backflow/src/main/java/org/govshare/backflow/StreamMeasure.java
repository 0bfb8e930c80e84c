package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.govshare.platform.gauge.Measure;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/**
 * The largest lag of a stream, and how many streams were given up. A stream that the law halts counts in neither. The
 * query makes two index look-ups for each stream, for at most ten thousand streams.
 */
@ApplicationScoped
class StreamMeasure implements Measure {
    /**
     * The condition {@code city <= s.city}, after the cursor, finds the city's own changes. With {@code city = s.city},
     * the server may read the feed of all cities in its order until it finds the first change of this one.
     */
    private static final String NEXT_CHANGE = """
            (select c.at from govshare.record_change c where c.dataset_id = s.dataset_id and c.CITY <= s.city
                and (c.CITY, c.txid, c.seq) > (s.city, s.feed_txid, s.feed_seq)%s order by c.CITY, c.txid, c.seq limit 1)""";

    private static final String CAME = NEXT_CHANGE.formatted("").replace("CITY", "city");
    private static final String LEFT = NEXT_CHANGE
            .formatted(" and c.previous_city is distinct from c.city")
            .replace("CITY", "previous_city");

    /**
     * During a snapshot, a stream has waited since its last batch or, before the first batch, since the need was
     * stated.
     */
    static final String QUERY = """
            select coalesce(greatest(0, extract(epoch from cast(? as timestamptz) - min(since) filter (where not dead))), 0),
                   count(*) filter (where dead)
              from (select s.city, s.dataset_id, s.dead,
                           least(case when s.state = 'snapshot' then coalesce(s.last_sent_at,
                               (select n.stated_at from govshare.backflow_need n
                                 where n.city = s.city and n.dataset_id = s.dataset_id)) end, %s, %s) as since
                      from (select * from govshare.backflow_stream order by city, dataset_id limit %d) s
                    offset 0) behind
             where (dead or since is not null) and govshare.backflow_halted_by(city, dataset_id, ?) is null
            """.formatted(CAME, LEFT, MOST);

    private final Registry registry;
    private final Clock law;

    StreamMeasure(Registry registry, @LawTime Clock law) {
        this.registry = registry;
        this.law = law;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.seconds("govshare.backflow.lag", "Age of the oldest change that a city has not accepted"),
                Column.count("govshare.backflow.stopped", "Streams to cities that were given up after many failures"));
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<Object> parameters() {
        OffsetDateTime lawNow = law.instant().atOffset(ZoneOffset.UTC);
        return List.of(lawNow, registry.today());
    }
}
