package org.govshare.standalone.demo;

/** What every part of the story works with. */
record Stage(Place place, Client client, LawClock clock, Books books, Page page, Expect expect) {}
