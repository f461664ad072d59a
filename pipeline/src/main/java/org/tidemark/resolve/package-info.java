/**
 * Exact duplicates, resubmissions, and the tumours of one person that count as one: each tumour
 * counts once.
 */
package org.tidemark.resolve;
