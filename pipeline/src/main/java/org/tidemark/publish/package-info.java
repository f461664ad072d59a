/** Versioned, atomic publications: tables, manifest, report. */
package org.tidemark.publish;
