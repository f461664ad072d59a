/** Paired timings of the pipeline against bare peers; run by {@code bench/run.sh}. */
package org.tidemark.bench;
