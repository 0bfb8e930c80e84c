package org.govshare.casework.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A notice that was given, as the trail has it: its id and a digest of all it says, when and to whom. */
public record GivenNotice(UUID id, Notice notice, Instant at) {
    private static final String NAME = "notice/";

    /** Name of the entry's detail. */
    public String name() {
        return NAME + id;
    }

    public String digest() {
        return notice.digest(at);
    }

    /** As details of an entry. */
    public static Map<String, String> details(List<GivenNotice> notices) {
        return notices.stream().collect(Collectors.toMap(GivenNotice::name, GivenNotice::digest));
    }

    /** The digests that an entry's details have, by the ids of the notices. */
    public static Map<UUID, String> in(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(NAME))
                .collect(Collectors.toMap(
                        detail -> UUID.fromString(detail.getKey().substring(NAME.length())), Map.Entry::getValue));
    }
}
