package org.tidemark.ingest;

import java.io.Serializable;

/**
 * A file at a source's path.
 *
 * @param path where it is, as Hadoop's {@code FileSystem} names it
 * @param name as the programme names it
 * @param bytes its length as stored
 * @param modified its modification time, in milliseconds
 */
record FoundFile(String path, String name, long bytes, long modified) implements Serializable {}
