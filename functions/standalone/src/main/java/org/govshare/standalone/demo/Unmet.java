package org.govshare.standalone.demo;

/** An expectation of the demo did not hold; the message says what was expected and what came. */
final class Unmet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmet(String message) {
        super(message);
    }
}
