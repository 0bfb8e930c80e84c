package org.govshare.backflow;

/**
 * The content of one POST.
 *
 * @param id always means the same content: a receiver may drop an id that it has seen
 * @param manifest the first line
 * @param body the whole body, NDJSON
 * @param next the cursor after the city has accepted the batch
 */
record Batch(String id, Manifest manifest, String body, Cursor next) {}
