package org.govshare.platform.failure;

/** A command could not do its work; the message says why and what to do, in words for the one who typed it. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
