# Of generated cases those that every program takes in: the first tumour of a person, malignant,
# known otherwise than by a death certificate, with exact days; stage is read by none of them.
BEGIN { FS = OFS = "," }
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
{
  exact = length($at["birth_date"]) == 10 && length($at["incidence_date"]) == 10 && length($at["last_contact_date"]) == 10
  if (exact && $at["last_contact_date"] > $at["incidence_date"] && $at["behaviour"] == 3 && $at["basis"] != 0 &&
      $at["vital_status"] ~ /^[123]$/ && !($at["patient_id"] in seen)) {
    seen[$at["patient_id"]]
    $at["stage"] = $at["stage_scheme"] = $at["t"] = $at["n"] = $at["m"] = ""
    print
  }
}
