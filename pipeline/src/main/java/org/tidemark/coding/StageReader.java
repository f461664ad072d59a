package org.tidemark.coding;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Stage as registries write it, in English, French, Spanish or Portuguese: {@code IIIB}, {@code
 * 3b}, {@code Estadio III}, {@code stade IV}, {@code FIGO IIIC1}, {@code Dukes B}, {@code T2N1M0},
 * {@code in situ}, {@code unstaged}. What can be read in two ways is not read.
 *
 * <p>Sources: Ann Arbor and Lugano, FIGO and UICC/AJCC stages are numerals; Dukes A to D are I to
 * IV. Words are in {@code codes/stage_words}, codes of schemes in {@code stage_codes}, the stages
 * that follow from T, N and M in {@code stage_groups}, names of schemes in {@code stage_schemes}.
 *
 * <p>From memory, marked {@code verified = no} in the tables, and to be switched off until checked:
 * the groupings of Essential TNM (Piñeros et al., Lancet Oncol 2019;20:e103–11), stages of UICC TNM
 * at the sites listed there, and SEER Summary Stage as I (localised), III (regional) and IV
 * (distant), which keeps early and late apart and is no equivalence. Certain are a distant
 * metastasis as IV (but in testis, thyroid and placenta) and Tis N0 as 0.
 */
public final class StageReader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String TNM = "tnm";
  private static final String ESSENTIAL_TNM = "essential-tnm";

  private final Map<String, String> schemes = new HashMap<>();
  private final StagePhrases phrases;
  private final StageGroupings groupings;

  private StageReader(StagePhrases phrases, StageGroupings groupings) {
    this.phrases = phrases;
    this.groupings = groupings;
  }

  /**
   * Compiles the tables.
   *
   * @param tables the rows of {@code codes/stage_schemes}, {@code stage_words}, {@code stage_codes}
   *     and {@code stage_groups} under those names
   * @param unverified whether what is from memory counts; otherwise it gives an unknown stage
   */
  public static StageReader of(Map<String, List<Map<String, String>>> tables, boolean unverified) {
    StageReader reader =
        new StageReader(
            StagePhrases.of(tables.get("stage_words"), tables.get("stage_codes"), unverified),
            StageGroupings.of(tables.get("stage_groups"), unverified));
    tables
        .get("stage_schemes")
        .forEach(row -> reader.schemes.put(row.get("code"), row.get("scheme")));
    return reader;
  }

  /**
   * The name of a scheme as it is used here, from a type of stage of the ENCR-JRC call for data
   * ({@code F}, {@code esS}) or a name in use; empty where it is not known.
   */
  public String scheme(String name) {
    if (name == null) {
      return "";
    }
    String exact = schemes.get(name.strip());
    return exact != null ? exact : schemes.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
  }

  /**
   * Reads a stage from T, N and M categories in fields of their own.
   *
   * @param t category with or without its letter, or null; as n and m
   * @param topography canonical ICD-O code, or null
   * @return empty where none of the three says anything
   */
  public Optional<Stage> read(String t, String n, String m, String topography) {
    Tnm tnm = Tnm.of(t, n, m);
    return tnm.equals(new Tnm("", "", ""))
        ? Optional.empty()
        : Optional.of(grouped(TNM, topography, tnm));
  }

  /**
   * Reads a stage.
   *
   * @param text as the registry wrote it, or null
   * @param scheme the scheme that the source states, or null
   * @param topography canonical ICD-O code, or null; T, N and M mean a stage at some sites only
   * @return empty where there is no text or it is not understood: then the raw text is all there is
   */
  public Optional<Stage> read(String text, String scheme, String topography) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    List<String> said = StageWords.of(StageWords.plain(text));
    String stated = phrases.scheme(said).orElse(scheme(scheme));
    Optional<Tnm> essential =
        stated.equals(ESSENTIAL_TNM) ? EssentialTnm.read(text) : Optional.empty();
    if (essential.isPresent()) {
      return essential.map(tnm -> grouped(ESSENTIAL_TNM, topography, tnm));
    }
    Optional<Stage> plainly = phrases.read(said, stated);
    return plainly.isPresent() || phrases.negated(said)
        ? plainly
        : Tnm.read(text).map(tnm -> grouped(TNM, topography, tnm));
  }

  private Stage grouped(String scheme, String topography, Tnm tnm) {
    return new Stage(groupings.of(scheme, topography, tnm).orElse(Stage.UNKNOWN), "", scheme);
  }
}
