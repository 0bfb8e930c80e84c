package org.govshare.registry;

/**
 * One data item of a catalogue entry.
 *
 * @param name the key in a record's payload
 * @param title what people call it
 * @param type {@code string}, {@code integer}, {@code decimal}, {@code date} or {@code boolean}
 */
public record DatasetField(String name, String title, String type) {}
