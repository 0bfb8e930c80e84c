package org.govshare.demo;

import org.govshare.demo.Books.City;

/** A city with the receiver that the demo runs for it. */
public record CityPlatform(City city, Receiver receiver) {}
