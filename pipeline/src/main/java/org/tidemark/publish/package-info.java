/**
 * Versioned, atomic publications: tables, manifest, report. Jackson is known here too, for the
 * manifest and the data package; {@code java.nio.file} only in the classes that commit, lock and
 * keep private folders on a local disk.
 */
package org.tidemark.publish;
