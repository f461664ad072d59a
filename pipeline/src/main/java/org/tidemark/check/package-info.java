/** Declared checks, all in one scan: refusals and findings. */
package org.tidemark.check;
