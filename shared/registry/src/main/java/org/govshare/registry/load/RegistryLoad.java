package org.govshare.registry.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.Agency;
import org.govshare.registry.Contractor;
import org.govshare.registry.RegistrySnapshot;

/** Loads regions, agencies, catalogue entries, city platforms and contractors from CSV files, all or nothing. */
public final class RegistryLoad {

    /** The order of kinds, in which a row comes after the rows that it refers to. */
    private final List<CsvFile> files;

    private RegistryLoad(List<CsvFile> files) {
        this.files = files;
    }

    /** China's divisions, with the made-up agencies and entries of each jurisdiction that has a folder in this jar. */
    public static RegistryLoad builtIn() throws IOException {
        return new RegistryLoad(BuiltInFiles.read());
    }

    /** The agencies of the built-in files, for tools without a database. */
    public static List<Agency> builtInAgencies() throws IOException {
        return builtIn(RegistryFile.AGENCIES, RegistryRows::agency);
    }

    /** The contractors' approvals of the built-in files. */
    public static List<Contractor> builtInContractors() throws IOException {
        return builtIn(RegistryFile.CONTRACTORS, RegistryRows::contractor);
    }

    private static <T> List<T> builtIn(RegistryFile kind, Function<Row, T> reader) throws IOException {
        return BuiltInFiles.read().stream()
                .filter(file -> file.kind() == kind)
                .flatMap(file -> file.rows(new ArrayList<>()).stream())
                .map(reader)
                .toList();
    }

    /**
     * The files of the folder that are named {@code regions.csv}, {@code agencies.csv}, {@code datasets.csv}, {@code
     * city-platforms.csv} or {@code contractors.csv}. Their rows may refer to rows in the database. Throws if the
     * folder has none of them.
     */
    public static RegistryLoad from(Path folder) throws IOException {
        List<CsvFile> files = new ArrayList<>();
        for (RegistryFile kind : RegistryFile.values()) {
            Path file = folder.resolve(kind.fileName);
            if (Files.exists(file)) {
                files.add(new CsvFile(kind.fileName, kind, Files.readAllBytes(file)));
            }
        }
        if (files.isEmpty()) {
            throw new IOException(folder + " holds no registry file such as " + RegistryFile.REGIONS.fileName);
        }
        return new RegistryLoad(files);
    }

    /**
     * Checks every row and, if none is wrong, writes those that are new or different in a transaction of its own. Rows
     * are never deleted: an entry that has ended gets a {@code valid_to}. The same load again changes nothing. Loads
     * wait for each other; readers do not wait.
     *
     * @param owner a connection of {@code govshare_owner}, with auto-commit on; it stays open
     */
    public LoadOutcome into(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try {
            LoadOutcome outcome = checkAndWrite(owner);
            owner.commit();
            return outcome;
        } catch (SQLException | RuntimeException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private LoadOutcome checkAndWrite(Connection owner) throws SQLException {
        Sql.on(owner, "LOCK TABLE region, agency, dataset, city_platform, contractor IN SHARE ROW EXCLUSIVE MODE")
                .run();
        References references = new References(RegistrySnapshot.read(owner));
        List<LoadFault> faults = new ArrayList<>();
        Map<RegistryFile, List<Object[]>> checked = new EnumMap<>(RegistryFile.class);
        for (CsvFile file : files) {
            checked.computeIfAbsent(file.kind(), kind -> new ArrayList<>())
                    .addAll(FileCheck.of(file, references, faults));
        }
        return faults.isEmpty() ? new LoadOutcome.Loaded(write(owner, checked)) : new LoadOutcome.Refused(faults);
    }

    private static List<LoadOutcome.TableCount> write(Connection owner, Map<RegistryFile, List<Object[]>> checked)
            throws SQLException {
        List<LoadOutcome.TableCount> counts = new ArrayList<>();
        for (Map.Entry<RegistryFile, List<Object[]>> entry : checked.entrySet()) {
            int changed = Upsert.write(owner, entry.getKey(), entry.getValue());
            counts.add(new LoadOutcome.TableCount(
                    entry.getKey().table, entry.getValue().size(), changed));
        }
        return counts;
    }
}
