package org.govshare.testkit.entrance;

/** A way for the commands of a {@link Preparation} into the application. A command that is not taken throws. */
public interface Door {
    /**
     * Sends a command to a path of REST, of a clerk who is the head of the agency's sharing office too: since Decree 809 some
     * acts need the head.
     *
     * @return the id of what it made or acted upon; empty where the answer names none
     */
    String send(String agency, String path, String body);

    /** The same as an event, for what has no path in REST; {@code type} is the event's type. */
    String event(String agency, String type, String data);
}
