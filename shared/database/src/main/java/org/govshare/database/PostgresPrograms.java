package org.govshare.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, as root in a user namespace of their own, because they refuse to run as root. */
final class PostgresPrograms {
    private static final List<String> NOT_AS_ROOT = List.of("unshare", "--user");

    private final Path home;
    private final boolean root;

    PostgresPrograms(Path home) {
        this.home = home;
        this.root = "0".equals(output(List.of("id", "-u")).strip());
    }

    /** @throws DatabaseException with the program's output if it ends with anything but 0 */
    void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(NOT_AS_ROOT);
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        output(command);
    }

    Path postgres() {
        return home.resolve("bin").resolve("postgres");
    }

    private static String output(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DatabaseException(String.join(" ", command) + " failed: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new DatabaseException(String.join(" ", command) + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(String.join(" ", command) + " was interrupted", e);
        }
    }
}
