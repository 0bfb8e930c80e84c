package org.govshare.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's explanation of a due moment, condensed: days of one kind that follow each other are shown as a range. */
public final class Why {
    private static final Pattern DAY =
            Pattern.compile(" +(\\d{4}-\\d\\d-\\d\\d) (\\p{Alpha}+) +(\\d+|-)  (.*?)(?: https?://.*)?");

    private final List<String> rules = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    /** Days in a row that count, or do not, for the same reason. */
    private record Run(String first, String last, boolean counted, String reason) {
        boolean takes(Run next) {
            return counted == next.counted && reason.equals(next.reason);
        }

        @Override
        public String toString() {
            String days = first.equals(last) ? first : first + " to " + last;
            return reason.equals("working day") ? days : days + " (" + reason + ")";
        }
    }

    private Why(JsonNode explanation) {
        for (JsonNode line : explanation) {
            Matcher day = DAY.matcher(line.asText());
            if (day.matches()) {
                String date = day.group(2) + " " + day.group(1).substring(5);
                add(new Run(date, date, !day.group(3).equals("-"), reason(day.group(4))));
            } else if (line.asText().startsWith(" ")) {
                rules.add(line.asText().strip());
            }
        }
    }

    public static Why of(JsonNode clock) {
        return new Why(clock.path("explanation"));
    }

    /** The articles that set the period, and what was chosen where the text is open. */
    public String rules() {
        return String.join("; ", rules);
    }

    public String counted() {
        return list(true);
    }

    public String notCounted() {
        return list(false);
    }

    private String list(boolean counted) {
        return String.join(
                ", ",
                runs.stream()
                        .filter(run -> run.counted() == counted)
                        .map(Run::toString)
                        .toList());
    }

    private void add(Run day) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).takes(day)) {
            runs.set(last, new Run(runs.get(last).first(), day.last(), day.counted(), day.reason()));
        } else {
            runs.add(day);
        }
    }

    private static String reason(String why) {
        return why.replaceFirst(", not counted$", "");
    }
}
