package org.govshare.standalone.entrance;

/** A way for a world's commands into the application. */
interface Door {
    /**
     * Sends a command of an agency's clerk, which must be taken.
     *
     * @param path where REST takes it, or {@code /events} for a change of records
     * @return the id of what it made or acted upon; empty where the answer names none
     */
    String send(String agency, String path, String body);
}
