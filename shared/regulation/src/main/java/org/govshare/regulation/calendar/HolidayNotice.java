package org.govshare.regulation.calendar;

import java.util.List;

/** The State Council's notice for one year: the days it rules. */
public record HolidayNotice(int year, List<String> addresses, List<Ruling> rulings) {
    public HolidayNotice {
        addresses = List.copyOf(addresses);
        rulings = List.copyOf(rulings);
    }
}
