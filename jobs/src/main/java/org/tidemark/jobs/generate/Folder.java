package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;

/** Where the generated files go. */
interface Folder {
  /** A new file at a path relative to the folder; the caller closes it. */
  OutputStream create(String path) throws IOException;
}
