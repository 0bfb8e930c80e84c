package org.govshare.standalone.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.govshare.platform.failure.CommandException;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Resources;
import org.govshare.regulation.pack.Law;

/**
 * A small sound pack to start from.
 *
 * @param folder to write it to; its name becomes the pack's id
 * @param region six digits (GB/T 2260), by which it gets the rank of measures
 */
record NewPack(Path folder, String region) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String NATION = "000000";
    private static final List<String> FILES =
            List.of("pack.yaml", "procedures/share-request-conditional.yaml", "cases/share-request.yaml");

    /**
     * Writes the files and changes none that is there.
     *
     * @return what was written
     * @throws CommandException when the folder's name can't be an id, or the folder holds something
     */
    List<Path> write() {
        String id = id();
        refuseWhatIsThere();
        List<Path> written = new ArrayList<>();
        try {
            for (String name : FILES) {
                String text = Resources.text("/org/govshare/standalone/law/new-pack/" + name)
                        .replace("{id}", id)
                        .replace("{rank}", rank())
                        .replace("{region}", region);
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
                written.add(file);
            }
        } catch (IOException e) {
            throw new CommandException("the folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        return written;
    }

    private String id() {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!ID.matcher(id).matches()) {
            throw new CommandException(
                    "\"" + id
                            + "\" can't be a pack's id: name the folder in small letters, digits and hyphens, such as yunxi-2026");
        }
        if (Law.builtInSources().stream().map(PackSource::id).anyMatch(id::equals)) {
            throw new CommandException("there is a built-in pack " + id + ": choose another name");
        }
        return id;
    }

    private void refuseWhatIsThere() {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (!Files.exists(folder)) {
            return;
        }
        throw new CommandException(folder + " is there already: nothing was written");
    }

    private String rank() {
        if (region.equals(NATION)) {
            return "national-measures";
        }
        return region.endsWith("0000") ? "provincial-measures" : "city-measures";
    }
}
