/**
 * A synthetic programme at any size: site reports and a tumour registry, the same bytes for the
 * same seed. Nothing here reads a clock, a locale or a time zone; every draw comes from a stream
 * that is named after what it decides, so that a table can be added without moving another.
 */
package org.tidemark.jobs.generate;
