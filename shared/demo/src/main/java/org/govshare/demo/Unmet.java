package org.govshare.demo;

/** An expectation of the demo did not hold; the message says what was expected and what came. */
public final class Unmet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmet(String message) {
        super(message);
    }
}
