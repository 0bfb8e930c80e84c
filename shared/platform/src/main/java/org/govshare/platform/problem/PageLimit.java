package org.govshare.platform.problem;

/** The {@code limit} of a list, read strictly: a query parameter that means nothing is refused, not ignored. */
public final class PageLimit {

    private PageLimit() {}

    /**
     * @param given the parameter as it came, or null when it was left out
     * @param usual what holds when it was left out
     * @param most the largest that is taken, inclusive
     */
    public static int of(String given, int usual, int most) {
        if (given == null) {
            return usual;
        }
        try {
            int wanted = Integer.parseInt(given);
            if (wanted >= 1 && wanted <= most) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw Problem.field(Violation.invalid(
                        "limit", "必须是 1 至 " + most + " 的整数", "must be a whole number from 1 to " + most))
                .asException();
    }
}
