package org.govshare.upkeep.root;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.govshare.platform.failure.CommandException;

/**
 * The roots, one JSON line each, in a folder outside the database; lines are only added, and are on the disk before the
 * call returns. A mark next to the file says that a root is in progress: its heads may be in the database although the
 * line is missing.
 */
public final class RootsFile {
    private static final String NAME = "trail-roots.jsonl";
    /** A length that no line reaches. */
    private static final int TAIL = 4_096;

    private static final String MARK = "trail-roots.pending";

    private final Path file;
    private final Path mark;

    public RootsFile(Path folder) {
        this.file = folder.resolve(NAME);
        this.mark = folder.resolve(MARK);
    }

    public Path path() {
        return file;
    }

    /** The lines from the first on; the caller closes them. Bytes that are not UTF-8 become replacement characters. */
    BufferedReader open() throws IOException {
        return Files.exists(file)
                ? new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))
                : new BufferedReader(Reader.nullReader());
    }

    /** The last root; empty if there is none yet. */
    Optional<Root> last() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        String[] lines = tail().split("\n");
        return Optional.of(Root.read(lines[lines.length - 1])
                .orElseThrow(
                        () -> new CommandException("the last line of " + file + " is not a root: repair it first")));
    }

    private String tail() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(bytes.length(), TAIL)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        }
    }

    /** The number of the root that was in progress when the writer ended. */
    Optional<Long> pending() throws IOException {
        return Files.exists(mark)
                ? Optional.of(Long.parseLong(Files.readString(mark).strip()))
                : Optional.empty();
    }

    void begin(long n) throws IOException {
        write(mark, n + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Removes the mark: there was nothing to sign. */
    void abandon() throws IOException {
        Files.delete(mark);
    }

    void append(Root root) throws IOException {
        write(file, root.line() + "\n", StandardOpenOption.APPEND);
        Files.delete(mark);
    }

    /** Removes a partial line that a crash has left; called only while its mark exists. */
    void dropHalfLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0) {
                bytes.seek(end - 1);
                if (bytes.read() == '\n') {
                    break;
                }
                end--;
            }
            bytes.setLength(end);
        }
    }

    private static void write(Path target, String text, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
