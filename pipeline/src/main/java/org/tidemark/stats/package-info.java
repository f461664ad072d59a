/**
 * Formulas of the field: arrays and small records in, records out. Every class cites its source.
 */
package org.tidemark.stats;
