/** Exact duplicates and resubmissions: each record counts once. */
package org.tidemark.resolve;
