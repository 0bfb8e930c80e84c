package org.govshare.demo;

/** An agency of the registry; {@code en} may be empty. */
public record Agency(String code, String zh, String en) {
    @Override
    public String toString() {
        return en.isEmpty() ? zh : en + " " + zh;
    }
}
