package org.govshare.casework.rung;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.pack.PackRef;
import org.govshare.regulation.pack.ProcedureRef;

/** The procedures of a slice's cases, each read once however many cases run under it. */
public final class ProcedureRefs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ProcedureRef> known = new HashMap<>();

    /** From the columns {@code kind}, {@code variant} and {@code packs} of a case. */
    public ProcedureRef of(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String variant = row.getString("variant");
        String packs = row.getString("packs");
        return known.computeIfAbsent(kind + "\n" + variant + "\n" + packs, key -> ref(kind, variant, packs));
    }

    private static ProcedureRef ref(String kind, String variant, String packs) {
        try {
            List<PackRef> refs = new ArrayList<>();
            for (JsonNode pack : JSON.readTree(packs)) {
                refs.add(PackRef.of(JSON.convertValue(pack, new TypeReference<Map<String, String>>() {})));
            }
            return new ProcedureRef(kind, variant, refs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case's packs cannot be read", e);
        }
    }
}
