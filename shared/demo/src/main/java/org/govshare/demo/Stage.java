package org.govshare.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every chapter works with, and what one leaves to those after it. */
public final class Stage implements AutoCloseable {
    private final Place place;
    private final Client client;
    private final LawClock clock;
    private final Books books;
    private final Page page;
    private final Expect expect = new Expect();
    private final Map<String, Proceeding> kept = new HashMap<>();
    private final List<CityPlatform> platforms = new ArrayList<>();

    public Stage(Place place, PrintStream out) {
        this.place = place;
        client = new Client(place.address(), place.tokens());
        clock = new LawClock(place.ownerUrl());
        books = new Books(place.ownerUrl());
        page = new Page(out);
    }

    public Place place() {
        return place;
    }

    public Operator operator() {
        return place.operator();
    }

    public Client client() {
        return client;
    }

    public LawClock clock() {
        return clock;
    }

    public Books books() {
        return books;
    }

    public Page page() {
        return page;
    }

    public Expect expect() {
        return expect;
    }

    /** The cities' platforms; their receivers start when the first chapter asks for them. */
    public List<CityPlatform> platforms() {
        if (platforms.isEmpty()) {
            books.cities().forEach(city -> platforms.add(new CityPlatform(city, new Receiver())));
        }
        return List.copyOf(platforms);
    }

    /** Leaves a case to later chapters. */
    public void keep(String name, Proceeding proceeding) {
        kept.put(name, proceeding);
    }

    /** A case that an earlier chapter left. */
    public Proceeding kept(String name) {
        Proceeding proceeding = kept.get(name);
        if (proceeding == null) {
            throw new Unmet("no earlier chapter left a case named " + name);
        }
        return proceeding;
    }

    /** Stops the receivers. */
    @Override
    public void close() {
        platforms.forEach(platform -> platform.receiver().close());
    }
}
