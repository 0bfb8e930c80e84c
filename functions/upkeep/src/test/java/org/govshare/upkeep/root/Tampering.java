package org.govshare.upkeep.root;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.govshare.commands.trail.AuditEntry;

/**
 * Ways in which the database's owner, or somebody with the file of the roots, can alter what is before the last root.
 */
enum Tampering {
    COLUMN_ALTERED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry entry = trail.rooted(random);
            String column = one(random, List.copyOf(COLUMNS.keySet()));
            trail.asOwner("update audit_entry set " + column + " = " + COLUMNS.get(column) + at(entry));
        }
    },
    ENTRY_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("delete from audit_entry" + at(trail.rooted(random)));
        }
    },
    FIRST_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("delete from audit_entry where seq = 1 and chain = '" + trail.rooted(random).chain + "'");
        }
    },
    TAIL_CUT {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry entry = trail.rooted(random);
            trail.asOwner("delete from audit_entry where chain = '" + entry.chain + "' and seq >= " + entry.seq);
        }
    },
    CHAIN_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("delete from audit_entry where chain = '" + trail.rooted(random).chain + "'");
        }
    },
    CHAIN_AND_HEADS_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            String chain = trail.rooted(random).chain;
            trail.asOwner("delete from audit_entry where chain = '" + chain + "'");
            trail.asOwner("delete from trail_root_head where chain = '" + chain + "'");
        }
    },
    ENTRIES_SWAPPED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry one = trail.rooted(random);
            AuditEntry other = trail.rooted(random);
            while (one.chain.equals(other.chain) && one.seq == other.seq) {
                other = trail.rooted(random);
            }
            trail.asOwner("update audit_entry set seq = -1" + at(one));
            trail.asOwner("update audit_entry set chain = '" + one.chain + "', seq = " + one.seq + at(other));
            trail.asOwner(
                    "update audit_entry set chain = '" + other.chain + "', seq = " + other.seq + " where seq = -1");
        }
    },
    TAIL_FORGED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            forge(trail, trail.rooted(random));
        }
    },
    TAIL_AND_HEADS_FORGED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry entry = trail.rooted(random);
            forge(trail, entry);
            trail.asOwner("update trail_root_head h set hash = e.hash from audit_entry e"
                    + " where e.chain = h.chain and e.seq = h.seq and h.chain = '" + entry.chain + "'");
        }
    },
    ENTRY_INSERTED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry entry = trail.rooted(random);
            List<AuditEntry> tail = trail.entries(entry.chain, entry.seq);
            trail.asOwner("delete from audit_entry where chain = '" + entry.chain + "' and seq >= " + entry.seq);
            tail.add(0, copy(entry, entry));
            String previous = entry.previous;
            long seq = entry.seq;
            for (AuditEntry link : tail) {
                previous = rehash(link, previous, seq++);
                insert(trail, link);
            }
        }
    },
    CHAIN_BACKDATED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry link = copy(trail.rooted(random), null);
            link.chain = "agency/forged/2025-05-12";
            rehash(link, AuditEntry.START, 1);
            insert(trail, link);
            trail.asOwner("update audit_entry set txid = '3' where chain = '" + link.chain + "'");
        }
    },
    HEAD_ALTERED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            String column = one(random, List.of("root", "chain", "seq", "hash"));
            trail.asOwner(
                    "update trail_root_head set " + column + " = " + HEAD_COLUMNS.get(column) + head(trail, random));
        }
    },
    HEAD_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("delete from trail_root_head" + head(trail, random));
        }
    },
    HEADS_OF_A_ROOT_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("delete from trail_root_head where root = " + (1 + random.nextInt(3)));
        }
    },
    /** A head that no root has would hide the chain from the roots to come, too. */
    HEAD_BEFORE_ALL_ROOTS {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            AuditEntry entry = trail.rooted(random);
            trail.asOwner("insert into trail_root_head values (" + -random.nextInt(2) + ", '" + entry.chain
                    + "', 9000000000000, '" + "0".repeat(64) + "')");
            trail.asOwner("update audit_entry set action = 'forged'" + at(entry));
        }
    },
    HEAD_INSERTED {
        @Override
        void on(SmallTrail trail, Random random) throws SQLException {
            trail.asOwner("insert into trail_root_head values (" + (1 + random.nextInt(4)) + ", 'case/forged', 1, '"
                    + "a".repeat(64) + "')");
        }
    },
    ROOTS_LINE_DELETED {
        @Override
        void on(SmallTrail trail, Random random) throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(trail.file.path()));
            lines.remove(random.nextInt(lines.size()));
            Files.write(trail.file.path(), lines);
        }
    },
    ROOTS_LINES_SWAPPED {
        @Override
        void on(SmallTrail trail, Random random) throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(trail.file.path()));
            int from = random.nextInt(lines.size());
            Collections.swap(lines, from, (from + 1) % lines.size());
            Files.write(trail.file.path(), lines);
        }
    },
    ROOTS_CUT {
        @Override
        void on(SmallTrail trail, Random random) throws IOException {
            byte[] bytes = Files.readAllBytes(trail.file.path());
            Files.write(trail.file.path(), Arrays.copyOf(bytes, random.nextInt(bytes.length - 1)));
        }
    },
    ROOTS_EDITED {
        @Override
        void on(SmallTrail trail, Random random) throws IOException {
            byte[] bytes = Files.readAllBytes(trail.file.path());
            int place = random.nextInt(bytes.length - 1);
            bytes[place] = (byte) (bytes[place] == 'A' ? 'B' : 'A');
            Files.write(trail.file.path(), bytes);
        }
    },
    ROOTS_GONE {
        @Override
        void on(SmallTrail trail, Random random) throws IOException {
            Files.delete(trail.file.path());
        }
    };

    /** Every column of an entry but txid, which is no part of it; each with what it is set to. */
    static final Map<String, String> COLUMNS = Map.of(
            "chain", "'agency/forged/2025-05-12'",
            "seq", "seq + 100",
            "case_id", "gen_random_uuid()",
            "at", "at - interval '1 microsecond'",
            "agency", "agency || ' '",
            "person", "md5(person)",
            "action", "'undid'",
            "details", "details || '{\"to\": 7}'",
            "previous", "translate(previous, '0123456789', '1234567890')",
            "hash", "translate(hash, '0123456789', '1234567890')");

    private static final Map<String, String> HEAD_COLUMNS =
            Map.of("root", "root + 10", "chain", "chain || '0'", "seq", "seq + 1000", "hash", "reverse(hash)");

    abstract void on(SmallTrail trail, Random random) throws SQLException, IOException;

    /** Whether it touches the database, and not the roots' file. */
    boolean asOwner() {
        return !name().startsWith("ROOTS_");
    }

    /** Alters an entry and makes all hashes from it on fit, as only the owner can. */
    private static void forge(SmallTrail trail, AuditEntry entry) throws SQLException {
        List<AuditEntry> tail = trail.entries(entry.chain, entry.seq);
        tail.get(0).action = "undid";
        String previous = entry.previous;
        for (AuditEntry link : tail) {
            previous = rehash(link, previous, link.seq);
            trail.asOwner("update audit_entry set action = '" + link.action + "', previous = '" + link.previous
                    + "', hash = '" + link.hash + "'" + at(link));
        }
    }

    private static String rehash(AuditEntry link, String previous, long seq) {
        link.seq = seq;
        link.previous = previous;
        link.hash = link.computeHash();
        return link.hash;
    }

    private static AuditEntry copy(AuditEntry entry, AuditEntry place) {
        AuditEntry copy = new AuditEntry();
        copy.chain = place == null ? entry.chain : place.chain;
        copy.seq = place == null ? entry.seq : place.seq;
        copy.caseId = entry.caseId;
        copy.at = entry.at;
        copy.agency = entry.agency;
        copy.person = entry.person;
        copy.action = "inserted";
        copy.details = entry.details;
        return copy;
    }

    private static void insert(SmallTrail trail, AuditEntry link) throws SQLException {
        try (PreparedStatement insert = trail.owner.prepareStatement("""
                insert into audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)
                select ?, ?, ?, at, ?, ?, ?, details, ?, ? from kept_entry limit 1
                """)) {
            insert.setString(1, link.chain);
            insert.setLong(2, link.seq);
            insert.setObject(3, link.caseId);
            insert.setString(4, link.agency);
            insert.setString(5, link.person);
            insert.setString(6, link.action);
            insert.setString(7, link.previous);
            insert.setString(8, link.hash);
            insert.executeUpdate();
        }
    }

    private static String at(AuditEntry entry) {
        return " where chain = '" + entry.chain + "' and seq = " + entry.seq;
    }

    private static String head(SmallTrail trail, Random random) throws SQLException {
        return " where chain || ' ' || seq = '"
                + one(random, trail.texts("select chain || ' ' || seq from kept_head order by 1")) + "'";
    }

    private static String one(Random random, List<String> of) {
        List<String> sorted = of.stream().sorted().toList();
        return sorted.get(random.nextInt(sorted.size()));
    }
}
