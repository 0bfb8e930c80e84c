package org.govshare.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.govshare.database.Folders;
import org.govshare.platform.failure.CommandException;

/** The data folder: database, keys and secrets of one installation, open to its owner alone. */
final class Home {
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Takes {@code GOVSHARE_HOME}, or {@code ~/.govshare}, and makes it on first use. */
    static Home open(Map<String, String> environment) {
        String given = environment.getOrDefault("GOVSHARE_HOME", "");
        Path folder = given.isBlank() ? Path.of(System.getProperty("user.home"), ".govshare") : Path.of(given);
        return new Home(Folders.ownerOnly(folder.toAbsolutePath().normalize()));
    }

    /** A path in the folder; nothing is made. */
    Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * Claims the folder until the process ends, however it ends.
     *
     * @throws CommandException if another process has it
     */
    FileLock lock() {
        return tryLock()
                .orElseThrow(() -> new CommandException("another govshare is running on " + folder
                        + ": stop it, or set GOVSHARE_HOME to another folder"));
    }

    /** Like {@link #lock()}, but empty if another process has it. */
    Optional<FileLock> tryLock() {
        try {
            FileChannel channel =
                    FileChannel.open(resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new CommandException("the folder " + folder + " cannot be locked: " + e.getMessage(), e);
        }
    }

    /** Whether a process works on the folder at this moment. */
    boolean isLocked() {
        Optional<FileLock> mine = tryLock();
        mine.ifPresent(Home::release);
        return mine.isEmpty();
    }

    /** Gives up the claim, for commands that end it before the process ends. */
    static void release(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new CommandException("the lock of the data folder cannot be released: " + e.getMessage(), e);
        }
    }

    /** A random word of 43 URL-safe characters that is made on first use and then stays. */
    String secret(String name) {
        return keep("secret-" + name, Home::random).strip();
    }

    static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The content of a private file, made on first use; of several processes that make it at once, one wins for all. */
    String keep(String name, Supplier<String> content) {
        Path file = resolve(name);
        try {
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(
                        folder,
                        ".new-",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, content.get());
                linkUnlessThere(file, fresh);
                Files.delete(fresh);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException("the file " + file + " cannot be made or read: " + e.getMessage(), e);
        }
    }

    /** Writes a file in one step, so that nobody reads half of it. */
    void replace(Path file, String content) {
        try {
            Path fresh = Files.createTempFile(folder, ".new-", "");
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException("the file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void linkUnlessThere(Path file, Path fresh) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its content is the one that counts.
        }
    }
}
