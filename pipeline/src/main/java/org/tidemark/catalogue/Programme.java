package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.model.PseudonymKey;

/**
 * A programme file, read and validated.
 *
 * @param id the programme's name
 * @param title language → title
 * @param asOf the data cut-off; nothing reads the clock
 * @param folder where the file lies, as a URI; paths of sources are resolved against it
 * @param sources what is read
 * @param ownMappings source id → its mapping, where it was made from a system definition or where
 *     the source itself says some of it
 * @param analyses what is computed
 * @param cancerGrouping the list of cancer groups, by the name it has in {@code codes/}
 * @param coding how tumours are classified where registries and programmes differ
 * @param design when treatment starts, for evaluations
 * @param acceptance the limits within which refused rows do not stop the run
 * @param languages the languages of the report
 * @param disclosure the audience, an entry of {@code disclosure.json}
 * @param key under which ids become pseudonyms; the demonstration key where none is named
 * @param corrections source id → what its registrars corrected
 * @param exchange the forms in which indicators are written for other systems, out of dhis2, adx
 *     and fhir
 */
public record Programme(
    String id,
    Map<String, String> title,
    LocalDate asOf,
    String folder,
    List<Source> sources,
    Map<String, Mapping> ownMappings,
    Analyses analyses,
    String cancerGrouping,
    Coding coding,
    Design design,
    Acceptance acceptance,
    List<String> languages,
    String disclosure,
    PseudonymKey key,
    Map<String, CorrectionList> corrections,
    List<String> exchange)
    implements Serializable {

  /** A programme without a key or corrections. */
  public Programme(
      String id,
      Map<String, String> title,
      LocalDate asOf,
      String folder,
      List<Source> sources,
      Map<String, Mapping> ownMappings,
      Analyses analyses,
      String cancerGrouping,
      Design design,
      Acceptance acceptance,
      List<String> languages,
      String disclosure) {
    this(
        id,
        title,
        asOf,
        folder,
        sources,
        ownMappings,
        analyses,
        cancerGrouping,
        Coding.STANDARD,
        design,
        acceptance,
        languages,
        disclosure,
        PseudonymKey.DEMONSTRATION,
        Map.of(),
        List.of());
  }

  /**
   * How tumours are classified where registries and programmes differ.
   *
   * @param icd10 the ICD-10 that codes are of: {@code 2010}, as updated then, or {@code
   *     before-2010}
   * @param secondary what behaviours 6 and 9 mean: {@code unclassified}, they have no code, or
   *     {@code unknown-primary}, a malignant tumour of unknown primary site
   * @param multiplePrimaries the histology groups by which tumours of a person count as one: {@code
   *     iarc-2004}, {@code iarc-2004-later} with the codes of later editions, or {@code none}
   * @param bladder which tumours of the bladder the rules join: {@code malignant}, or {@code all}
   *     but benign ones
   * @param unknownPrimary how a tumour of unknown primary site counts beside the same histology
   *     elsewhere: {@code primary}, or {@code open}, which counts and is a finding
   */
  public record Coding(
      String icd10,
      String secondary,
      String multiplePrimaries,
      String bladder,
      String unknownPrimary)
      implements Serializable {
    /** What holds where a programme says nothing. */
    public static final Coding STANDARD =
        new Coding("2010", "unclassified", "iarc-2004-later", "malignant", "primary");

    /** The same with another ICD-10 and another meaning of behaviours 6 and 9. */
    public Coding icd10(String edition, String meaning) {
      return new Coding(edition, meaning, multiplePrimaries, bladder, unknownPrimary);
    }

    /** Whether ICD-10 codes are those before the update of 2010. */
    public boolean before2010() {
      return icd10.equals("before-2010");
    }

    /** Whether behaviours 6 and 9 stand for a malignant tumour of unknown primary site. */
    public boolean secondaryAsUnknownPrimary() {
      return secondary.equals("unknown-primary");
    }
  }

  /**
   * When treatment starts.
   *
   * @param treatedFrom the engagement phase whose first start treats a site
   * @param period the length of a period: month, quarter or year
   */
  public record Design(String treatedFrom, String period) implements Serializable {}

  /**
   * The programme's own limits.
   *
   * @param rejectedShareMax the largest share of a source's records that may be refused
   * @param stopOnRefusedFile whether a refused file stops the run
   */
  public record Acceptance(double rejectedShareMax, boolean stopOnRefusedFile)
      implements Serializable {}

  /** Checks that nothing is absent. */
  public Programme {
    requireNonNull(id, "id");
    requireNonNull(asOf, "asOf");
    requireNonNull(coding, "coding");
    sources = List.copyOf(sources);
    ownMappings = Collections.unmodifiableMap(new LinkedHashMap<>(ownMappings));
    languages = List.copyOf(languages);
    requireNonNull(key, "key");
    exchange = List.copyOf(exchange);
    corrections = Collections.unmodifiableMap(new LinkedHashMap<>(corrections));
  }

  /** How the columns of a source become fields. */
  public Mapping mapping(Source source, Catalogue catalogue) {
    if (ownMappings.containsKey(source.id())) {
      return ownMappings.get(source.id());
    }
    return source.mapping().equals(Mapping.SHARED)
        ? Mapping.shared(source.table())
        : catalogue.mappings().get(source.mapping());
  }

  /** The declared checks and those of single sources, each once. */
  public List<Check> checks(Catalogue catalogue) {
    Map<List<String>, Check> checks = new LinkedHashMap<>();
    Stream.of(
            catalogue.checks().stream(),
            catalogue.crossChecks().stream().map(CrossCheck::check),
            ownMappings.values().stream().flatMap(m -> m.rules().checks().stream()))
        .flatMap(all -> all)
        .forEach(check -> checks.putIfAbsent(List.of(check.table(), check.id()), check));
    return List.copyOf(checks.values());
  }

  /** The rules under which sources send what is no record, or withdraw records of their own. */
  public Set<String> withdrawing(Catalogue catalogue) {
    return sources.stream()
        .flatMap(source -> mapping(source, catalogue).withdrawing().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
