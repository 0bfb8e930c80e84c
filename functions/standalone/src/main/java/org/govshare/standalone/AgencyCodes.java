package org.govshare.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.load.RegistryLoad;

/**
 * Credit codes by name, of agencies or of contractors, from the registry if it can be asked, else from the one that is
 * built in.
 */
final class AgencyCodes {
    private static final int MOST_SUGGESTED = 5;

    private final String kind;
    private final List<Agency> agencies;

    private AgencyCodes(String kind, List<Agency> agencies) {
        this.kind = kind;
        this.agencies = agencies;
    }

    private record Agency(String code, String name, String shortName) {}

    static AgencyCodes of(Optional<String> databaseUrl) {
        return new AgencyCodes(
                "agency",
                databaseUrl
                        .map(url -> registered(url, "SELECT credit_code, name, short_name FROM agency"))
                        .orElseGet(AgencyCodes::builtIn));
    }

    /** Those that some agency approved, be it past. */
    static AgencyCodes ofContractors(Optional<String> databaseUrl) {
        return new AgencyCodes(
                "contractor",
                databaseUrl
                        .map(url -> registered(
                                url,
                                "SELECT DISTINCT contractor_code, contractor_name, contractor_name FROM contractor"))
                        .orElseGet(AgencyCodes::builtInContractors));
    }

    /** By code or by name. */
    String find(String codeOrName) {
        return find(codeOrName, codeOrName);
    }

    /**
     * The code of the one with this code, or this full or short name; at least one of the two is not null.
     *
     * @throws CommandException if there is none, or several
     */
    String find(String code, String name) {
        List<Agency> found = agencies.stream()
                .filter(agency -> agency.code().equals(code)
                        || agency.name().equals(name)
                        || agency.shortName().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0).code();
        }
        String wanted = code != null ? code : name;
        if (found.isEmpty()) {
            throw new CommandException("no " + kind + " '" + wanted + "' in the registry" + suggestions(wanted));
        }
        throw new CommandException("'" + wanted + "' is the name of several agencies, give --agency:" + list(found));
    }

    /** The nearest names, or where none is near some that there are. */
    private String suggestions(String wanted) {
        List<Agency> near = agencies.stream()
                .filter(agency -> likeness(wanted, agency) > 0)
                .sorted(Comparator.comparing((Agency agency) -> -likeness(wanted, agency))
                        .thenComparing(agency -> agency.name().length())
                        .thenComparing(Agency::code))
                .limit(MOST_SUGGESTED)
                .toList();
        if (!near.isEmpty()) {
            return "; similar:" + list(near);
        }
        return "; known are, among " + agencies.size() + ":"
                + list(agencies.stream().limit(MOST_SUGGESTED).toList());
    }

    /** How many characters the agency's full or short name shares with what was wanted; 0 where that is not most of them. */
    private static long likeness(String wanted, Agency agency) {
        long shared = Math.max(shared(wanted, agency.name()), shared(wanted, agency.shortName()));
        return 2 * shared > wanted.length() ? shared : 0;
    }

    private static long shared(String wanted, String name) {
        return wanted.chars().filter(character -> name.indexOf(character) >= 0).count();
    }

    private static String list(List<Agency> agencies) {
        return agencies.stream()
                .map(agency -> System.lineSeparator() + "  " + agency.code() + "  " + agency.name())
                .collect(Collectors.joining());
    }

    private static List<Agency> builtIn() {
        try {
            return RegistryLoad.builtInAgencies().stream()
                    .map(agency -> new Agency(agency.creditCode(), agency.name(), agency.shortName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Agency> builtInContractors() {
        try {
            return RegistryLoad.builtInContractors().stream()
                    .map(contractor -> new Agency(contractor.code(), contractor.name(), contractor.name()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Agency> registered(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Sql.on(connection, sql)
                    .list(row -> new Agency(row.getString(1), row.getString(2), row.getString(3)));
        } catch (SQLException e) {
            throw new CommandException("the registry cannot be read: " + e.getMessage(), e);
        }
    }
}
