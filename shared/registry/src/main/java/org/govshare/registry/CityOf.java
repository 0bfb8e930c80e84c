package org.govshare.registry;

/**
 * The city that a region code falls to.
 *
 * @param listed false when the code is not in the table and its first four digits decided: worth a warning
 */
public record CityOf(String city, boolean listed) {}
