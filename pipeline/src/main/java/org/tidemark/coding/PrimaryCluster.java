package org.tidemark.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tidemark.coding.MultiplePrimaries.Standing;
import org.tidemark.coding.MultiplePrimaries.Tumour;
import org.tidemark.coding.MultiplePrimaries.Verdict;

/**
 * Tumours of one person that count as one cancer: those of one histology group in one organ (or in
 * the person), and the unspecified ones that go with them.
 */
final class PrimaryCluster {
  private static final int UNKNOWN_PRIMARY = 80;

  private final SiteGroups sites;
  private final HistologyGroups histologies;

  /** Of one histology group, first diagnosed first. */
  private final List<Member> specific = new ArrayList<>(2);

  private final List<Member> absorbed = new ArrayList<>(0);

  private PrimaryCluster(SiteGroups sites, HistologyGroups histologies) {
    this.sites = sites;
    this.histologies = histologies;
  }

  /**
   * A tumour with its groups.
   *
   * @param index its place in the history that was given
   * @param site organ, -1 where the topography is not known
   * @param histology histology group
   */
  record Member(Tumour tumour, int index, int site, int histology) {
    private boolean sameOrgan(Member other) {
      return site >= 0 && site == other.site;
    }
  }

  /**
   * The cancers of a person.
   *
   * @param members malignant tumours, first diagnosed first
   */
  static List<PrimaryCluster> of(
      List<Member> members, SiteGroups sites, HistologyGroups histologies) {
    List<PrimaryCluster> clusters = new ArrayList<>(members.size());
    for (Member member : members) {
      clusters.stream()
          .filter(c -> c.takes(member))
          .findFirst()
          .orElseGet(
              () -> {
                clusters.add(new PrimaryCluster(sites, histologies));
                return clusters.get(clusters.size() - 1);
              })
          .specific
          .add(member);
    }
    // Groups of the table stand in its order: what is absorbed first cannot absorb afterwards.
    List.copyOf(clusters).stream()
        .sorted(Comparator.comparingInt(PrimaryCluster::histology))
        .forEach(c -> c.goWith(clusters));
    return clusters;
  }

  private Member first() {
    return specific.get(0);
  }

  private int histology() {
    return first().histology();
  }

  private boolean takes(Member member) {
    return histology() == member.histology()
        && (histologies.oncePerPerson(histology()) || first().sameOrgan(member));
  }

  /** Joins the first diagnosed of the clusters that absorb this one, and leaves the list. */
  private void goWith(List<PrimaryCluster> clusters) {
    clusters.stream()
        .filter(c -> c != this && c.absorbs(this))
        .findFirst()
        .ifPresent(
            host -> {
              host.absorbed.addAll(specific);
              host.absorbed.addAll(absorbed);
              clusters.remove(this);
            });
  }

  private boolean absorbs(PrimaryCluster other) {
    return histologies.absorbs(histology(), other.histology())
        && (histologies.oncePerPerson(other.histology())
            || specific.stream().anyMatch(m -> m.sameOrgan(other.first())));
  }

  /** Whether this is a cancer of unknown primary site that another one of the list may explain. */
  boolean open(List<PrimaryCluster> cancers) {
    return first().site() == UNKNOWN_PRIMARY
        && cancers.stream().anyMatch(c -> c.first().site() != UNKNOWN_PRIMARY && sameKind(c));
  }

  private boolean sameKind(PrimaryCluster other) {
    return histology() == other.histology()
        || histologies.absorbs(histology(), other.histology())
        || histologies.absorbs(other.histology(), histology());
  }

  /** Writes what the rules say of each tumour of this cancer at its place. */
  void judge(Verdict[] verdicts, boolean open) {
    List<Member> all =
        Stream.concat(specific.stream(), absorbed.stream())
            .sorted(Comparator.comparing(Member::tumour, Tumour.FIRST_DIAGNOSED))
            .toList();
    Member counted = all.get(0);
    String topography = topography(counted, all);
    String morphology =
        highest(specific.stream().map(m -> m.tumour().morphology()), counted.tumour().morphology());
    String behaviour =
        highest(all.stream().map(m -> m.tumour().behaviour()), counted.tumour().behaviour());
    for (Member member : all) {
      Standing own = open ? Standing.OPEN : Standing.COUNTED;
      verdicts[member.index()] =
          new Verdict(
              member == counted ? own : Standing.MERGED,
              counted.tumour().id(),
              topography,
              morphology,
              behaviour);
    }
  }

  private String topography(Member counted, List<Member> all) {
    List<Member> simultaneous = all.stream().filter(m -> simultaneous(counted, m)).toList();
    String first = counted.tumour().topography();
    boolean onePlace =
        simultaneous.stream().allMatch(m -> Objects.equals(m.tumour().topography(), first));
    boolean oneOrgan = simultaneous.stream().allMatch(counted::sameOrgan);
    return onePlace || !oneOrgan ? first : sites.simultaneous(counted.site(), first);
  }

  /** Whether two tumours are not known to be diagnosed at different times. */
  private static boolean simultaneous(Member counted, Member other) {
    String first = counted.tumour().incidenceDate();
    String second = other.tumour().incidenceDate();
    return counted == other
        || (first != null
            && second != null
            && (first.startsWith(second) || second.startsWith(first)));
  }

  private static String highest(Stream<String> codes, String otherwise) {
    return codes.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(otherwise);
  }
}
