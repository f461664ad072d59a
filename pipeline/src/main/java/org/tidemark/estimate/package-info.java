/** One tally to one estimate: pure functions of stats inside the executors. */
package org.tidemark.estimate;
