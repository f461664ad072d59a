/**
 * The door to EJML, whose matrices the estimators need: systems of a few hundred unknowns at most.
 * Matrices are arrays of rows and are never kept by reference.
 */
package org.tidemark.stats.linear;
