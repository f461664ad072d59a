/** The command line, Spark start-up, the clock and exit codes; nothing else. */
package org.tidemark.jobs;
