package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The international rules for multiple primary cancers: which tumours of one person are counted as
 * one for reporting incidence and survival.
 *
 * <p>Source: International Rules for Multiple Primary Cancers (ICD-O Third Edition), IARC, IACR and
 * ENCR, Lyon 2004, rules for reporting; the histology groups in the edition of 2004 or with codes
 * that ICD-O-3.1 and 3.2 added. Of two malignant tumours of one person:
 *
 * <ol>
 *   <li>haematopoietic groups and Kaposi sarcoma count once a person, whatever the site;
 *   <li>else tumours of different organs count each;
 *   <li>in one organ, tumours of different histology groups count each, but an unspecified group
 *       goes with a specified one;
 *   <li>the rest count as one: with the date and place of the first, and the highest morphology of
 *       the most specific group. If simultaneous at several places, with the place that the rules
 *       name for the organ.
 * </ol>
 *
 * <p>Time between diagnoses never matters, nor does the side of a paired organ; all places of the
 * colon (C18), and of the skin (C44), are one organ. An unspecified tumour beside several specified
 * ones goes with the one that was diagnosed first. Give the whole history of a person, also what
 * lies before the period of a report: else counts depend on the period. The result depends on what
 * the tumours are, not on their order.
 */
public final class MultiplePrimaries implements Serializable {
  /** The histology groups as the rules printed them. */
  public static final String EDITION_2004 = "IARC/IACR/ENCR 2004";

  /** The histology groups with the codes that later editions of ICD-O-3 brought. */
  public static final String EDITION_LATER = "IARC/IACR/ENCR 2004 with later ICD-O-3 codes";

  private static final long serialVersionUID = 1L;
  private static final String BLADDER = "C67";

  private final SiteGroups sites;
  private final HistologyGroups histologies;
  private final Options options;

  private MultiplePrimaries(SiteGroups sites, HistologyGroups histologies, Options options) {
    this.sites = sites;
    this.histologies = histologies;
    this.options = requireNonNull(options, "options");
  }

  /**
   * What registries settle differently.
   *
   * @param edition {@link #EDITION_2004} or {@link #EDITION_LATER}
   * @param bladder whether tumours of the bladder of behaviour 1 and 2 count like malignant ones
   * @param unknownPrimaryOpen whether a tumour of unknown primary site (C80) beside one of a known
   *     site and the same histology is left {@link Standing#OPEN}, as CanReg5 does, instead of
   *     being a primary of its own
   */
  public record Options(String edition, boolean bladder, boolean unknownPrimaryOpen)
      implements Serializable {
    /** Checks that an edition is named. */
    public Options {
      requireNonNull(edition, "edition");
    }
  }

  /**
   * One tumour of a person; what is not known is null.
   *
   * @param id what tells tumours of the same content apart; not null, and not the place in a file
   * @param topography canonical ICD-O code
   * @param morphology four digits; null is read as unspecified
   * @param behaviour fifth digit; null is read as malignant
   * @param incidenceDate ISO 8601, may be partial
   */
  public record Tumour(
      String id, String topography, String morphology, String behaviour, String incidenceDate) {
    private static final Comparator<String> UNKNOWN_LAST =
        Comparator.nullsLast(Comparator.naturalOrder());

    /**
     * By date of diagnosis, a partial date at its first day; then by content, so by nothing else.
     */
    static final Comparator<Tumour> FIRST_DIAGNOSED =
        Comparator.comparing(Tumour::incidenceDate, UNKNOWN_LAST)
            .thenComparing(Tumour::topography, UNKNOWN_LAST)
            .thenComparing(Tumour::morphology, UNKNOWN_LAST)
            .thenComparing(Tumour::behaviour, UNKNOWN_LAST)
            .thenComparing(Tumour::id);

    /** Checks that there is an identity. */
    public Tumour {
      requireNonNull(id, "id");
    }
  }

  /** How a tumour stands under the rules. */
  public enum Standing {
    /** A primary: it counts. */
    COUNTED,
    /** It counts through another tumour. */
    MERGED,
    /** Not malignant: the rules do not touch it, it counts as what it is. */
    OUTSIDE,
    /** Of unknown primary site beside the same histology elsewhere: it counts, to be looked at. */
    OPEN
  }

  /**
   * What the rules say of one tumour.
   *
   * @param standing how it stands
   * @param through the identity of the tumour that it counts through; its own unless merged
   * @param topography of the tumour that is counted
   * @param morphology of the tumour that is counted
   * @param behaviour of the tumour that is counted
   */
  public record Verdict(
      Standing standing, String through, String topography, String morphology, String behaviour) {}

  /**
   * Compiles the rules.
   *
   * @param siteRows rows of {@code codes/mp_topography}
   * @param histologyRows rows of {@code codes/mp_histology}
   */
  public static MultiplePrimaries of(
      List<Map<String, String>> siteRows,
      List<Map<String, String>> histologyRows,
      Options options) {
    return new MultiplePrimaries(
        SiteGroups.of(siteRows), HistologyGroups.of(histologyRows, options.edition()), options);
  }

  /** Why two tumours of a person count as one. */
  public enum Joined {
    /** Of groups that a person has once, whatever the site. */
    ONCE_A_PERSON,
    /** Of one organ and one histology group. */
    SAME_HISTOLOGY,
    /** Of one organ, and the histology of one of them is not specified. */
    UNSPECIFIED_HISTOLOGY
  }

  /** Why two tumours that count as one do so, by their four-digit morphologies. */
  public Joined joined(String one, String other) {
    int group = histologies.of(one);
    if (histologies.oncePerPerson(group)) {
      return Joined.ONCE_A_PERSON;
    }
    return group == histologies.of(other) ? Joined.SAME_HISTOLOGY : Joined.UNSPECIFIED_HISTOLOGY;
  }

  /** What the rules say of each tumour of one person, in the order given. */
  public List<Verdict> of(List<Tumour> history) {
    if (history.size() == 1) {
      Tumour only = history.get(0);
      return List.of(alone(only, judged(only) ? Standing.COUNTED : Standing.OUTSIDE));
    }
    Verdict[] verdicts = new Verdict[history.size()];
    List<PrimaryCluster.Member> judged = new ArrayList<>(history.size());
    for (int i = 0; i < verdicts.length; i++) {
      Tumour tumour = history.get(i);
      if (judged(tumour)) {
        judged.add(member(tumour, i));
      } else {
        verdicts[i] = alone(tumour, Standing.OUTSIDE);
      }
    }
    judged.sort(Comparator.comparing(PrimaryCluster.Member::tumour, Tumour.FIRST_DIAGNOSED));
    List<PrimaryCluster> primaries = PrimaryCluster.of(judged, sites, histologies);
    for (PrimaryCluster primary : primaries) {
      primary.judge(verdicts, options.unknownPrimaryOpen() && primary.open(primaries));
    }
    return List.of(verdicts);
  }

  private boolean judged(Tumour tumour) {
    String behaviour = tumour.behaviour();
    if (behaviour == null || behaviour.equals("3")) {
      return true;
    }
    return options.bladder()
        && (behaviour.equals("1") || behaviour.equals("2"))
        && tumour.topography() != null
        && tumour.topography().startsWith(BLADDER);
  }

  private PrimaryCluster.Member member(Tumour tumour, int index) {
    return new PrimaryCluster.Member(
        tumour, index, sites.of(tumour.topography()), histologies.of(tumour.morphology()));
  }

  private static Verdict alone(Tumour tumour, Standing standing) {
    return new Verdict(
        standing, tumour.id(), tumour.topography(), tumour.morphology(), tumour.behaviour());
  }
}
