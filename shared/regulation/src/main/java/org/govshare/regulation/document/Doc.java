package org.govshare.regulation.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.govshare.regulation.text.VisibleText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file, read strictly: whatever is missing, unknown or of another kind throws
 * {@link BrokenDocument} with file, line, path and mend. Scalars are plain text until they are asked for as
 * something else, so that {@code no} and {@code 2022-11} stay what was written.
 */
public final class Doc {
    private final String file;
    private final String path;
    private final Node node;

    private Doc(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    public static Doc parse(String file, String text) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            var root = new Compose(settings).composeString(text);
            return new Doc(file, "", root.orElseThrow(() -> broken(file, 0, "", "the file is empty", "Write it")));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw broken(file, line, "", "this is not YAML: " + e.getProblem(), "Correct the syntax");
        } catch (YamlEngineException e) {
            throw broken(file, 0, "", "this is not YAML: " + e.getMessage(), "Correct the syntax");
        }
    }

    private static BrokenDocument broken(String file, int line, String path, String what, String mend) {
        return new BrokenDocument(List.of(new Flaw(file, line, path, what, mend)));
    }

    public String path() {
        return path;
    }

    /** A flaw here. */
    public Flaw flaw(String what, String mend) {
        var line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        return new Flaw(file, line, path, what, mend);
    }

    public BrokenDocument broken(String what, String mend) {
        return new BrokenDocument(List.of(flaw(what, mend)));
    }

    /** The mapping's entries in the order written. */
    public Map<String, Doc> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("a mapping belongs here", "Write key: value lines");
        }
        var entries = new LinkedHashMap<String, Doc>();
        for (var tuple : mapping.getValue()) {
            var key = new Doc(file, path, tuple.getKeyNode()).text();
            var value = new Doc(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (entries.put(key, value) != null) {
                throw value.broken("the key \"" + key + "\" is here twice", "Keep one of them");
            }
        }
        return entries;
    }

    /** The mapping's entries, none of which may have another key than these. */
    public Map<String, Doc> entries(String... known) {
        var entries = entries();
        var allowed = new TreeSet<>(Arrays.asList(known));
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.unknownKey(key, allowed);
            }
        });
        return entries;
    }

    /** A key without a value is what is left of a text that has a comma and no quotation marks. */
    private BrokenDocument unknownKey(String key, Set<String> allowed) {
        var known = "Known here: " + String.join(", ", allowed);
        var bare = node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
        return broken(
                "unknown key \"" + key + "\"", bare ? "Put a text with a comma in quotation marks. " + known : known);
    }

    public Doc get(String key) {
        return find(key).orElseThrow(() -> broken("\"" + key + "\" is missing", "Add " + key + ": …"));
    }

    public Optional<Doc> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The value of a key, or of an older word for it that is still read; both at once are refused. */
    public Optional<Doc> find(String key, String older) {
        var value = find(key);
        var old = find(older);
        if (value.isPresent() && old.isPresent()) {
            throw old.get().broken("\"" + older + "\" is the older word for \"" + key + "\"", "Keep " + key + " alone");
        }
        return value.or(() -> old);
    }

    /** The place down a path of keys joined by dots, or the last one on the way that exists. */
    public Doc at(String keys) {
        var place = this;
        for (var key : keys.split("\\.")) {
            var next = place.isMapping() ? place.find(key) : Optional.<Doc>empty();
            if (next.isEmpty()) {
                return place;
            }
            place = next.get();
        }
        return place;
    }

    /** The list's items; for an absent list use {@link #find}. */
    public List<Doc> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("a list belongs here", "Write [ … ] or lines that begin with a dash");
        }
        var items = new ArrayList<Doc>();
        for (var item : sequence.getValue()) {
            items.add(new Doc(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Text in which a reader can see something. */
    public String text() {
        var visible = node instanceof ScalarNode scalar ? VisibleText.of(scalar.getValue()) : Optional.<String>empty();
        return visible.orElseThrow(() -> broken("a text belongs here", "Write one, quoted if it has a colon"));
    }

    /** The text unchanged, with its spaces, empty or not. */
    public String exactText() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken("a text belongs here", "Write one");
    }

    public int number(int least) {
        try {
            var number = Integer.parseInt(text());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below like a number that is too small
        }
        throw broken("\"" + text() + "\" is not a whole number from " + least + " on", "Write one");
    }

    public boolean flag() {
        return oneOf(Set.of("true", "false"), "value").equals("true");
    }

    public LocalDate date() {
        return parsed(LocalDate::parse, "a date like 2023-01-01");
    }

    public <T> T parsed(Function<String, T> parse, String form) {
        try {
            return parse.apply(text());
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw broken("\"" + text() + "\" is not " + form, "Write it so");
        }
    }

    public String oneOf(Set<String> names, String what) {
        var name = text();
        if (names.contains(name)) {
            return name;
        }
        throw broken("unknown " + what + " \"" + name + "\"", "Known: " + String.join(", ", new TreeSet<>(names)));
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String what) {
        var names = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            names.put(nameOf(constant), constant);
        }
        return names.get(oneOf(names.keySet(), what));
    }

    /** How an enumeration's constant is written in files: lower case, words joined by hyphens. */
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
