package org.govshare.standalone.law;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.failure.CommandException;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import picocli.CommandLine.Option;

/** The law that a command asks: the packs inside the program and, in addition, those of an operator's folder. */
final class KnownLaw {
    @Option(
            names = "--packs",
            paramLabel = "FOLDER",
            defaultValue = "${env:GOVSHARE_PACKS:-}",
            description = "A folder of packs in addition to the built-in ones; default: the one in GOVSHARE_PACKS.")
    private String folder = "";

    @Option(
            names = "--switch-on",
            paramLabel = "ID",
            split = ",",
            defaultValue = "${env:GOVSHARE_PACKS_SWITCHED_ON:-}",
            description = "Packs to switch on, such as a draft; default: those in GOVSHARE_PACKS_SWITCHED_ON.")
    private List<String> given = new ArrayList<>();

    /** Packs that do not load are reported on the given writer; the others are there. */
    Law law(PrintWriter err) {
        List<String> switchedOn = given.stream().filter(id -> !id.isBlank()).toList();
        if (folder.isEmpty() && switchedOn.isEmpty()) {
            return Law.builtIn();
        }
        List<PackSource> sources = new ArrayList<>(Law.builtInSources());
        if (!folder.isEmpty()) {
            sources.addAll(sources(Path.of(folder)));
        }
        Law law = Law.reading(sources);
        law.broken().forEach(pack -> pack.flaws().forEach(err::println));
        for (String id : switchedOn) {
            law = law.switchedOn(id);
        }
        return law;
    }

    /** The packs of a folder, or the one pack whose folder it is. */
    static List<PackSource> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandException("there is no folder " + folder);
        }
        List<PackSource> sources = Files.exists(folder.resolve("pack.yaml"))
                ? List.of(PackSource.read(folder))
                : PackSource.readAll(folder);
        if (sources.isEmpty()) {
            throw new CommandException("no pack in " + folder + ": a pack is a folder with a pack.yaml in it");
        }
        return sources;
    }
}
