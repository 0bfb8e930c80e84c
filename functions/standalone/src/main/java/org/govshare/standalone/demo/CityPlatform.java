package org.govshare.standalone.demo;

import org.govshare.standalone.demo.Books.City;

/** A city with the receiver that the demo runs for it. */
record CityPlatform(City city, Receiver receiver) {}
