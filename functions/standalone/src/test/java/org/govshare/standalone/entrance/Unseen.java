package org.govshare.standalone.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text in which nobody can see what one member says.
 *
 * @param at JSON Pointer of that member
 */
record Unseen(String text, String at) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TextNode NOTHING = TextNode.valueOf("\u200b\u00a0\u3164");

    /** One for each text of a sound JSON object; the content of a record is its provider's own. */
    static List<Unseen> of(String sound) {
        try {
            List<String> places = new ArrayList<>();
            collect(JSON.readTree(sound), "", places);
            List<Unseen> unseen = new ArrayList<>();
            for (String at : places) {
                unseen.add(new Unseen(changed(JSON.readTree(sound), at), at));
            }
            return unseen;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(sound, e);
        }
    }

    private static void collect(JsonNode node, String at, List<String> places) {
        if (node.isTextual()) {
            places.add(at);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at + "/" + i, places);
            }
        } else {
            node.properties().stream()
                    .filter(member -> !member.getKey().equals("payload"))
                    .forEach(member -> collect(member.getValue(), at + "/" + member.getKey(), places));
        }
    }

    private static String changed(JsonNode root, String at) {
        JsonNode parent = root.at(at.substring(0, at.lastIndexOf('/')));
        String last = at.substring(at.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, NOTHING);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), NOTHING);
        }
        return root.toString();
    }
}
