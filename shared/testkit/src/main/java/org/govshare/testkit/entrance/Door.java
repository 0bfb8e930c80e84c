package org.govshare.testkit.entrance;

/** A way for the commands of a {@link Preparation} into the application. A command that is not taken throws. */
public interface Door {
    /**
     * Sends a command of an agency's clerk to a path of REST.
     *
     * @return the id of what it made or acted upon; empty where the answer names none
     */
    String send(String agency, String path, String body);

    /** The same as an event, for what has no path in REST; {@code type} is the event's type. */
    String event(String agency, String type, String data);
}
