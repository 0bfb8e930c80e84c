package org.govshare.registry.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files in this jar: a folder for each jurisdiction, all listed in {@code files.txt}. */
final class BuiltInFiles {

    private static final String FOLDER = "registry/";

    private BuiltInFiles() {}

    /** All files in the order of their kinds; files of one kind in the order of the list. */
    static List<CsvFile> read() throws IOException {
        List<CsvFile> files = new ArrayList<>();
        String list = new String(content(FOLDER + "files.txt"), StandardCharsets.UTF_8);
        for (String name : list.lines().toList()) {
            String fileName = name.substring(name.lastIndexOf('/') + 1);
            RegistryFile kind = RegistryFile.named(fileName)
                    .orElseThrow(() -> new IOException("files.txt lists " + name + ", which is no registry file"));
            files.add(new CsvFile(FOLDER + name, kind, content(FOLDER + name)));
        }
        files.sort(Comparator.comparing(CsvFile::kind));
        return files;
    }

    private static byte[] content(String path) throws IOException {
        try (InputStream content = BuiltInFiles.class.getResourceAsStream("/" + path)) {
            if (content == null) {
                throw new FileNotFoundException("no " + path + " in the jar");
            }
            return content.readAllBytes();
        }
    }
}
