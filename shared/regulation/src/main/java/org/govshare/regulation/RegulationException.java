package org.govshare.regulation;

/** Root of what can't be foreseen as a value: broken law files, days outside the calendar, unknown digests. */
public class RegulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegulationException(String message) {
        super(message);
    }

    public RegulationException(String message, Throwable cause) {
        super(message, cause);
    }
}
