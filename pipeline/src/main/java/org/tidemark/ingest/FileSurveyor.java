package org.tidemark.ingest;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.model.Refusal;

/** Surveys one file in a single reading: its hash, its columns, its records and their places. */
final class FileSurveyor {
  private static final int BUFFER = 1 << 16;

  private final Intake intake;
  private final IngestLimits limits;
  private final Configuration conf;

  private FileSurveyor(Intake intake, IngestLimits limits, Configuration conf) {
    this.intake = intake;
    this.limits = limits;
    this.conf = conf;
  }

  static FileSurveyor of(Intake intake, IngestLimits limits, Configuration conf) {
    return new FileSurveyor(intake, limits, conf);
  }

  /** The verdict on a file; only a failure of the machine is thrown. */
  Verdict survey(FoundFile file) {
    String source = intake.source().id();
    if (!FileName.isShowable(file.name())) {
      return Verdict.refused(
          Unreadable.of(IngestRule.NAME).refused(source, FileName.shown(file.name())));
    }
    try {
      return Verdict.accepted(accept(file));
    } catch (Unreadable e) {
      return Verdict.refused(e.refused(source, file.name()));
    } catch (FileNotFoundException | AccessControlException e) {
      return Verdict.refused(
          Unreadable.of(IngestRule.ABSENT, "or it may not be read").refused(source, file.name()));
    } catch (IOException e) {
      throw Refusal.machine(
          "source " + source + ", file " + file.name(),
          "it cannot be read",
          "look at the disk or the connection, then run again",
          e);
    }
  }

  private SurveyedFile accept(FoundFile file) throws IOException {
    if (file.bytes() == 0) {
      throw Unreadable.of(IngestRule.EMPTY);
    }
    MessageDigest sha256 = sha256();
    Outline outline = examine(file, sha256);
    String hash = HexFormat.of().formatHex(sha256.digest());
    if (!FileFinder.again(file, conf).equals(file)) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
    ControlTotal.hold(file, hash, outline.records(), conf);
    if (outline.records() == 0 && !intake.emptyAllowed()) {
      throw Unreadable.of(IngestRule.NO_RECORDS);
    }
    return new SurveyedFile(
        intake.source().id(),
        file.path(),
        file.name(),
        file.bytes(),
        file.modified(),
        hash,
        outline.records(),
        outline.alignment(),
        outline.slices());
  }

  private Outline examine(FoundFile file, MessageDigest sha256) throws IOException {
    Path path = new Path(file.path());
    try (InputStream stored = path.getFileSystem(conf).open(path);
        DigestInputStream hashed = new DigestInputStream(stored, sha256)) {
      Outline outline =
          intake.source().format() == SourceFormat.PARQUET
              ? ParquetFiles.examine(file, intake.plan(), conf)
              : Form.of(intake, limits).examine(plain(hashed, file.name()));
      hashed.transferTo(OutputStream.nullOutputStream());
      return outline;
    }
  }

  private InputStream plain(InputStream stored, String name) throws IOException {
    InputStream in = new BufferedInputStream(stored, BUFFER);
    SourceFormat format = intake.source().format();
    boolean lines = format == SourceFormat.CSV || format == SourceFormat.FIXED;
    if (lines && GzipStream.named(name)) {
      if (!FirstBytes.gzip(in)) {
        throw Unreadable.of(IngestRule.GZIP, "it does not begin as gzip does");
      }
      in = new BufferedInputStream(GzipStream.of(in, limits), BUFFER);
    }
    FirstBytes.refuseForeign(in, format);
    return in;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
