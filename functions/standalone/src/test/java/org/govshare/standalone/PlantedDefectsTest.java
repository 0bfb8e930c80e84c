package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/contributing/planted-defects} finds in each module the line that it makes wrong. */
class PlantedDefectsTest {

    @Test
    void eachModule_hasADefectThatCanBePlanted() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Module module : Module.all()) {
            Path defect = module.folder().resolve("src/test/planted-defect.tsv");
            if (!Files.isRegularFile(defect) || !canBePlanted(module, Files.readString(defect))) {
                wrong.add(module.path());
            }
        }
        assertEquals(List.of(), wrong, "modules whose src/test/planted-defect.tsv is missing or out of date");
    }

    /** One line of three columns: a file, a text that is in it once, and another text. */
    private static boolean canBePlanted(Module module, String defect) throws IOException {
        String[] columns = defect.strip().split("\t");
        if (columns.length != 3 || columns[1].equals(columns[2])) {
            return false;
        }
        try {
            String source = Files.readString(module.folder().resolve(columns[0]));
            return source.split(Pattern.quote(columns[1]), -1).length == 2;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
