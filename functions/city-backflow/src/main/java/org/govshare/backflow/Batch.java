package org.govshare.backflow;

/**
 * What is posted at once.
 *
 * @param id the same for the same content only: a receiver may drop an id that it has seen
 * @param manifest its first line
 * @param body all of it, NDJSON
 * @param next where the cursor goes once the city has it
 */
record Batch(String id, Manifest manifest, String body, Cursor next) {}
