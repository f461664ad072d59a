package org.tidemark.coding;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one scheme codes the most valid basis of diagnosis: the same digit means different things
 * (CanReg5's 8 is an autopsy with histology, ENCR's 8 a cytogenetic or molecular finding).
 *
 * <p>The shared code is that of IARC/IACR (Cancer Registration: Principles and Methods, IARC 1991):
 * 0 death certificate only, 1 clinical, 2 clinical investigation, 4 tumour markers, 5 cytology, 6
 * histology of a metastasis, 7 histology of the primary, 9 unknown; and 8 for the molecular finding
 * that ENCR added in 2022. CanReg5's 3 (surgery or autopsy without histology) is a clinical
 * investigation. Table: {@code codes/basis_shared}.
 *
 * <p>The reading of ENCR 2022, in particular of its 6 (flow cytometry, liquid biopsy) as cytology,
 * is from memory and to be verified in the protocol; a source whose codes are of before 2023 takes
 * the scheme {@code iacr}.
 */
public final class BasisScheme implements Serializable {
  /** Microscopic verification as CanReg5 counts it: 5 to 8. */
  public static final String VERIFIED = "mv";

  /** Microscopic verification as NORDCAN counts it: 5 to 7. */
  public static final String VERIFIED_NORDCAN = "mv_nordcan";

  private static final long serialVersionUID = 1L;

  private final Map<String, String> shared = new HashMap<>();
  private final Set<String> verified = new HashSet<>();

  private BasisScheme() {}

  /**
   * Reads one scheme.
   *
   * @param rows rows of {@code codes/basis_shared}
   * @param scheme {@code iacr}, {@code canreg5} or {@code encr}
   * @param verification {@link #VERIFIED} or {@link #VERIFIED_NORDCAN}
   * @throws IllegalArgumentException where the table has no such scheme
   */
  public static BasisScheme of(List<Map<String, String>> rows, String scheme, String verification) {
    BasisScheme read = new BasisScheme();
    for (Map<String, String> row : rows) {
      if (row.get("scheme").equals(scheme)) {
        read.shared.put(row.get("code"), row.get("shared"));
        if (row.get(verification).equals("yes")) {
          read.verified.add(row.get("code"));
        }
      }
    }
    if (read.shared.isEmpty()) {
      throw new IllegalArgumentException("no such scheme of the basis of diagnosis");
    }
    return read;
  }

  /** The shared code of a code of this scheme, or empty where the scheme has no such code. */
  public Optional<String> shared(String code) {
    return Optional.ofNullable(shared.get(code));
  }

  /** Whether a tumour with this code of this scheme counts as microscopically verified. */
  public boolean verified(String code) {
    return verified.contains(code);
  }
}
