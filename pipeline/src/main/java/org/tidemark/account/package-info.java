/**
 * What came in, what was accepted, refused or merged, stage by stage; it adds up or the run fails.
 */
package org.tidemark.account;
