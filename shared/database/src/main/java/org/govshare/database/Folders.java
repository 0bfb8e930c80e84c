package org.govshare.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folders that belong to one user alone. */
public final class Folders {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    /**
     * Makes the folder with its parents, readable and writable by its owner only; an existing one is narrowed to that.
     *
     * @throws DatabaseException if it exists and belongs to somebody else, or is a link
     */
    public static Path ownerOnly(Path folder) {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Path probe = Files.createTempFile(folder, ".owner-", "");
            boolean mine = Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
            Files.delete(probe);
            if (!mine || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new DatabaseException(folder + " belongs to another user: choose another folder");
            }
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            return folder;
        } catch (IOException e) {
            throw new DatabaseException("The folder " + folder + " cannot be made or written", e);
        }
    }

    /** Deletes a folder with all that is in it; links are removed, not followed. */
    public static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
