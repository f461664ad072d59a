package org.tidemark.ingest;

import java.io.Serializable;

/**
 * A run of whole records of one file, which can be read without what comes before.
 *
 * @param start the first byte, counted in the uncompressed file
 * @param end the byte after the last
 * @param firstRecord the number of its first record
 * @param records how many records it holds
 * @param checksum CRC-32C of its bytes as they were surveyed
 */
public record Slice(long start, long end, long firstRecord, long records, long checksum)
    implements Serializable {}
