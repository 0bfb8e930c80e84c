package org.govshare.standalone.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A JSON text with one field taken away, put to it or changed.
 *
 * @param at JSON Pointer of that field
 */
record Mutation(String text, String at, String what) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLE = "@@hole@@";

    /** One change of a sound JSON object, the same for the same state of the source of chance. */
    static Mutation of(String sound, Random random) {
        try {
            JsonNode root = JSON.readTree(sound);
            List<String> places = new ArrayList<>();
            collect(root, "", places);
            String at = places.get(random.nextInt(places.size()));
            return switch (random.nextInt(8)) {
                case 0 -> removed(root, at);
                case 1 -> added(root, places, random);
                case 2 -> doubled(root, at);
                default -> replaced(root, at, OddValues.any(random));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(sound, e);
        }
    }

    private static void collect(JsonNode node, String at, List<String> places) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                places.add(at + "/" + member.getKey());
                collect(member.getValue(), at + "/" + member.getKey(), places);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(at + "/" + i);
                collect(node.get(i), at + "/" + i, places);
            }
        }
    }

    private static Mutation removed(JsonNode root, String at) {
        JsonNode parent = parent(root, at);
        if (parent instanceof ObjectNode object) {
            object.remove(last(at));
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(last(at)));
        }
        return new Mutation(root.toString(), at, "removed");
    }

    private static Mutation added(JsonNode root, List<String> places, Random random) {
        List<String> objects = Stream.concat(Stream.of(""), places.stream())
                .filter(place -> root.at(place).isObject())
                .toList();
        String object = objects.get(random.nextInt(objects.size()));
        ((ObjectNode) root.at(object)).put(HOLE, HOLE);
        String name = OddValues.name(random);
        String text = root.toString()
                .replace("\"" + HOLE + "\":\"" + HOLE + "\"", "\"" + name + "\":" + OddValues.any(random));
        return new Mutation(text, object + "/" + token(name), "added");
    }

    /** The member's name as a pointer can say it: without what cannot be written. */
    private static String token(String name) {
        try {
            return JSON.readTree("\"" + name + "\"")
                    .textValue()
                    .replaceAll("[\\x00\\p{Cs}]", "")
                    .replace("~", "~0")
                    .replace("/", "~1");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Mutation doubled(JsonNode root, String at) {
        if (!(parent(root, at) instanceof ObjectNode object)) {
            return removed(root, at);
        }
        String member = "\"" + last(at) + "\":" + object.get(last(at));
        return new Mutation(root.toString().replace(member, member + "," + member), at, "doubled");
    }

    private static Mutation replaced(JsonNode root, String at, String value) {
        JsonNode hole = JsonNodeFactory.instance.textNode(HOLE);
        JsonNode parent = parent(root, at);
        if (parent instanceof ObjectNode object) {
            object.set(last(at), hole);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last(at)), hole);
        }
        return new Mutation(root.toString().replace(hole.toString(), value), at, "replaced");
    }

    private static JsonNode parent(JsonNode root, String at) {
        return root.at(at.substring(0, at.lastIndexOf('/')));
    }

    private static String last(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }
}
