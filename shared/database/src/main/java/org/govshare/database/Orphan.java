package org.govshare.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The server that a killed run left on a data folder, and the trace it leaves when the machine went down with it. */
final class Orphan {
    private final Path data;
    private final PostgresPrograms programs;

    Orphan(Path data, PostgresPrograms programs) {
        this.data = data;
        this.programs = programs;
    }

    /**
     * Stops the server that still runs on the data folder. A process that merely got the number of a dead server is left
     * alone: its number is removed from the folder, or PostgreSQL would refuse to start.
     */
    void stop() {
        Path pidFile = data.resolve("postmaster.pid");
        if (pid(pidFile).isEmpty()) {
            return;
        }
        if (isThere()) {
            programs.run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-t", "60", "-w", "stop"));
        } else {
            delete(pidFile);
        }
    }

    /** Whether a server's process works on the data folder. */
    boolean isThere() {
        return pid(data.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::servesThisFolder)
                .isPresent();
    }

    private boolean servesThisFolder(ProcessHandle process) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        String program = process.info()
                .command()
                .map(Path::of)
                .map(p -> p.getFileName().toString())
                .orElse("");
        int folder = arguments.indexOf("-D") + 1;
        return program.equals(programs.postgres().getFileName().toString())
                && folder > 0
                && folder < arguments.size()
                && same(Path.of(arguments.get(folder)));
    }

    private boolean same(Path other) {
        try {
            return Files.isSameFile(other, data);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> pid(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .map(String::strip)
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new DatabaseException(file + " cannot be read: is another server running on this folder?", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new DatabaseException(file + " is left over from a killed run and cannot be deleted", e);
        }
    }
}
