/** Files to records: each with its place, none lost, none shifted. */
package org.tidemark.ingest;
