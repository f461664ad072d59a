/** Records of any source to the shared schema, by its mapping. */
package org.tidemark.conform;
